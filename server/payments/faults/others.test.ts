// Orders under our reference that another system has made, or a database of ours that is gone: none is believed or touched before Vipps
// shows that it is ours.
import { describe } from '../../testing/at-once.ts';
import { paidKinds, ways } from '../../testing/faults/kinds.ts';
import { given } from '../../testing/faults/starting.ts';
import { type Cell, once, testCells } from '../../testing/faults/table.ts';
import { takenOf } from '../../testing/faults/taken.ts';

describe.each(paidKinds)('%s: a reference that is in use', (kind) => {
  testCells(kind, 'initiate', once, takenOf(kind));
});

/** The call that tells whose an order is. */
const asked = { ecom: 'details', epayment: 'events', recurring: 'find' } as const;

describe.each(paidKinds)('%s: a reference that is in use, and Vipps does not say by whom', (kind) => {
  const runs = kind === 'recurring' ? 'ACTIVE, ' : '';
  const theirs: Cell = {
    ...given,
    rule: 'P11',
    says: 'nothing is believed or done until Vipps says so, and then it is left alone',
    screen: 'started → closing (vipps_unavailable) → failed (not_ours)',
    stored: ['failed, not_ours'],
    vipps: [`theirs: ${runs}reserved 50000`],
  };
  const ours: Cell = {
    ...given,
    rule: 'P11',
    says: 'it is not charged again, and staff are told that it was paid',
    screen:
      'started → closing (vipps_unavailable) → approved capturing (paid_late) → approved captured (paid_late)',
    stored: [`${ways[kind].paidStored}, paid_late`],
    vipps: [ways[kind].paidAtVipps],
  };
  for (const fault of ['503', 'html'] as const) {
    const silence = { on: asked[kind], fault, forMs: 60_000 } as const;
    testCells(kind, 'initiate', once, { 'taken, theirs reserved': theirs, 'taken, ours reserved': ours }, [
      silence,
    ]);
  }
});
