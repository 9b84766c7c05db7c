// Answers that are good but odd: while no money is decided by what is odd, the sale goes on.
import { describe } from '../testing/at-once.ts';
import { paidKinds } from '../testing/fault-kinds.ts';
import { cellsOf } from '../testing/fault-starting.ts';
import { type Cell, once, testCells } from '../testing/fault-table.ts';

describe.each(paidKinds)('%s: an odd answer to a start', (kind) => {
  const { closed } = cellsOf(kind);
  const hostRefused: Cell = {
    ...closed,
    says: 'the order is cancelled, and staff are told which host is not allowed',
    answer: '502 vipps_rejected',
    screen: 'started → closing (image_host_refused) → failed (image_host_refused)',
    stored: ['failed, image_host_refused'],
  };
  testCells(kind, kind === 'epayment' ? 'initiate' : 'qr', once, { 'odd image_elsewhere': hostRefused });
});
