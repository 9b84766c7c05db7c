// Answers that are good but odd: while no money is decided by what is odd, the sale goes on.
import { describe } from '../../testing/at-once.ts';
import { paidKinds } from '../../testing/faults/kinds.ts';
import { cellsOf } from '../../testing/faults/starting.ts';
import { type Cell, minutes, once, testCells } from '../../testing/faults/table.ts';

/** What any answer can be like. */
const inAnyForm = (cell: Cell) => ({
  'odd byte_order_mark': cell,
  'odd more_fields': cell,
  'odd fewer_fields': cell,
});

describe.each(paidKinds)('%s: an odd answer to a start', (kind) => {
  const { closed, paid } = cellsOf(kind);
  const hostRefused: Cell = {
    ...closed,
    says: 'the order is cancelled, and staff are told which host is not allowed',
    answer: '502 vipps_rejected',
    screen: 'started → closing (image_host_refused) → failed (image_host_refused)',
    stored: ['failed, image_host_refused'],
  };
  testCells(kind, kind === 'epayment' ? 'initiate' : 'qr', once, { 'odd image_elsewhere': hostRefused });
  testCells(kind, 'token', minutes(10), inAnyForm({ ...paid, calls: 1 }));
  testCells(kind, 'initiate', minutes(10), inAnyForm(paid));
  if (kind === 'epayment') return;
  testCells(kind, 'qr', minutes(10), {
    ...inAnyForm(paid),
    'odd expires_text': paid,
    'odd expires_huge': paid,
    'odd expires_past': paid,
    'odd expires_unreadable': paid,
    'odd expires_missing': paid,
  });
});

describe.each(paidKinds)('%s: odd answers to what follows', (kind) => {
  const { paid } = cellsOf(kind);
  const looked: Cell = { ...paid, says: 'it is seen as paid, and captured' };
  const seen = (calls: number) => {
    const cell = { ...looked, calls };
    return {
      ...inAnyForm(cell),
      'odd null_entry': cell,
      'odd strange_entry': cell,
      'odd repeated_entry': cell,
    };
  };
  testCells(kind, 'details', minutes(10), seen(3));
  // EXPIRED is no payment, whatever stands beside it: the poll after that tells.
  const closedFirst = {
    ...looked,
    calls: 4,
    says: 'it is paid once a poll shows it',
    screen: 'started → presented → closing → approved capturing → approved captured',
  };
  if (kind === 'epayment') testCells(kind, 'details', once, { 'odd expired_authorized': closedFirst });
  if (kind === 'recurring') testCells(kind, 'charge', minutes(10), seen(2));
  testCells(kind, 'capture by itself', minutes(10), inAnyForm(looked));
});
