// Whatever goes wrong when Vipps has accepted a cancel and the customer's approval comes through all the same.
import { describe } from '../../testing/at-once.ts';
import { type Kind, kinds, paidKinds, ways } from '../../testing/faults/kinds.ts';
import { type Cell, chosen, minutes, once, type Row, testCells } from '../../testing/faults/table.ts';

const ended = (kind: Kind) => `${ways[kind].opened} → closing → cancelled`;

/** Of which only the customer's approval is known. */
function released(kind: Kind): Cell {
  return {
    rule: 'P3',
    says: 'the money is given back, and a poll has shown it before anybody is told so',
    answer: '200 closing',
    screen: `${ended(kind)} → cancelled (late_money) → cancelled (released)`,
    stored: ['cancelled by staff, released'],
    vipps: [kind === 'recurring free' ? 'STOPPED' : ways[kind].releasedAtVipps],
    calls: 2,
  };
}

describe.each(kinds)('%s: a fault that strikes the release of what was approved after the cancel', (kind) => {
  const done = released(kind);
  const again: Cell = { ...done, says: 'it is given up once more, under a key that says so', calls: 3 };
  const untilIdle = `${ended(kind)} → cancelled (late_money)`;
  // No amount tells an answer from before the approval from one after its end: that is said when none can be so old any more.
  const unsure: Cell = { ...done, says: 'staff are told once no answer can be older', screen: untilIdle };
  const row: Row = {
    refused: again,
    reset: again,
    hang: again,
    slow: done,
    401: again,
    403: again,
    404: again,
    409: again,
    429: again,
    500: again,
    503: again,
    html: again,
    // What has been done is seen to be done.
    cut: done,
    wrong_shape: done,
    drop_after: kind === 'recurring free' ? unsure : done,
  };
  testCells(kind, 'cancel of late money', once, chosen(kind, row, 'refused', '409', '503', 'drop_after'));
  const keptUp: Cell = { ...again, says: 'it is tried until it is done', screen: untilIdle, calls: 11 };
  testCells(kind, 'cancel of late money', minutes(3), { 503: keptUp });
});

describe.each(paidKinds)(
  '%s: a fault that strikes the release of the rest, when somebody took a part in the portal',
  (kind) => {
    // A subscription is stopped, which leaves what is reserved: that takes a call of its own.
    const calls = kind === 'recurring' ? 3 : 2;
    const moved = 'captured 5000, released 19900, refunded 5000';
    const done: Cell = {
      rule: 'P3',
      says: 'the part is refunded, and the rest is given back',
      answer: '200 closing',
      screen: `${ended(kind)} → cancelled (late_money) → cancelled refunded (late_refunded)`,
      stored: ['cancelled by staff, captured 5000, refunded 5000, refund done, late_refunded'],
      vipps: [kind === 'recurring' ? `STOPPED, ${moved}` : moved],
      calls,
    };
    const again: Cell = {
      ...done,
      says: 'it is given up once more, under a key that says so',
      calls: calls + 1,
    };
    const cells = { slow: done, 503: again, drop_after: done };
    testCells(kind, 'cancel of the rest of late money', once, cells);
  },
);
