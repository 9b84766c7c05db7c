// Whatever goes wrong while a sale or an agreement is watched or cancelled: with the details or the cancel.
import { describe } from '../../testing/at-once.ts';
import { type Kind, kinds, ways } from '../../testing/faults/kinds.ts';
import {
  aMinute,
  type Cell,
  chosen,
  minutes,
  once,
  type Row,
  some,
  testCells,
  twice,
} from '../../testing/faults/table.ts';

/** The screens say that they are reconnecting. */
const reconnecting = (kind: Kind) => `${ways[kind].opened} → ${ways[kind].open} (vipps_unavailable)`;

describe.each(kinds)('%s: a fault that strikes one poll, when the customer has just approved', (kind) => {
  const { opened, paid, paidStored, paidAtVipps } = ways[kind];
  const unnoticed: Cell = {
    rule: 'P6',
    says: 'nobody notices, and the next poll sees the sale paid',
    answer: '201 presented',
    screen: `${opened} → ${paid}`,
    stored: [paidStored],
    vipps: [paidAtVipps],
    calls: 4,
  };
  const noted: Cell = {
    ...unnoticed,
    says: 'the screens say at once that they are reconnecting',
    screen: `${reconnecting(kind)} → ${paid}`,
  };
  const details: Row = {
    refused: unnoticed,
    reset: unnoticed,
    hang: unnoticed,
    slow: { ...unnoticed, calls: 3 },
    401: unnoticed,
    403: unnoticed,
    404: noted,
    409: unnoticed,
    // A pause that Vipps asks for is long enough to be noticed.
    429: noted,
    500: unnoticed,
    503: unnoticed,
    html: unnoticed,
    cut: unnoticed,
    wrong_shape: unnoticed,
    drop_after: unnoticed,
  };
  const free = some(details, '404', '503', 'wrong_shape');
  testCells(kind, 'details', once, kind === 'recurring free' ? free : details);
  const byGateway = { gateway_403: unnoticed, gateway_404: unnoticed, gateway_409: unnoticed };
  testCells(kind, 'details', once, chosen(kind, byGateway, 'gateway_404'));
});

describe.each(kinds)('%s: a fault that strikes looks, when the customer has just approved', (kind) => {
  const { opened, paid, paidStored, paidAtVipps } = ways[kind];
  const known: Cell = {
    rule: 'P6',
    says: 'the screens keep what they knew and say that they are reconnecting',
    answer: '201 presented',
    screen: `${reconnecting(kind)} → ${paid}`,
    stored: [paidStored],
    vipps: [paidAtVipps],
    calls: 5,
  };
  const seenInTime: Cell = { ...known, says: 'the poll gets its answer', screen: `${opened} → ${paid}` };
  const details: Row = {
    refused: known,
    reset: known,
    hang: known,
    slow: { ...seenInTime, calls: 3 },
    // Both strike one poll: the second is its repeat with a new token.
    401: seenInTime,
    403: known,
    404: known,
    409: known,
    429: known,
    500: known,
    503: known,
    html: known,
    cut: known,
    wrong_shape: known,
    drop_after: known,
  };
  testCells(kind, 'details', twice, chosen(kind, details, '401', '404', '503'));
  testCells(kind, 'details', twice, { gateway_404: known });

  const forAMinute = {
    404: { ...known, calls: 62 },
    503: { ...known, calls: 13 },
    drop_after: { ...known, calls: 13 },
  };
  testCells(kind, 'details', aMinute, chosen(kind, forAMinute, '404'));

  /** Past the payment's time, too, nobody may say that nothing was taken. */
  const past: Cell = {
    ...known,
    rule: 'P1',
    says: 'the screens say "one moment" until Vipps shows that it is paid',
    screen: `${reconnecting(kind)} → closing (vipps_unavailable) → ${paid}`,
  };
  const forLong = {
    401: { ...past, calls: 187 },
    429: { ...past, calls: 94 },
    503: { ...past, calls: 95 },
  };
  testCells(kind, 'details', minutes(12), chosen(kind, forLong, '503'));
});

describe.each(kinds)('%s: a fault that strikes looks until the time is over, and nobody pays', (kind) => {
  const { ranOutAtVipps } = ways[kind];
  // Only eCom does not say that time ran out there: after a poll that shows no money it is cancelled.
  const last = kind === 'ecom' ? 'closing → expired' : 'expired';
  const expired: Cell = {
    rule: 'P1',
    says: 'it counts as expired only when Vipps has shown that nothing was taken',
    answer: '201 presented',
    screen: `${reconnecting(kind)} → closing (vipps_unavailable) → ${last}`,
    stored: ['expired by timeout'],
    vipps: [ranOutAtVipps],
    calls: 99,
  };
  testCells(kind, 'details unpaid', minutes(12), chosen(kind, { refused: expired, 503: expired }, '503'));
});

describe.each(kinds)('%s: a fault that strikes the cancel that staff have asked for', (kind) => {
  const { cancelledAtVipps, ranOutAtVipps } = ways[kind];
  const repeated: Cell = {
    rule: 'P1',
    says: 'it is repeated, and the sale counts as cancelled only then',
    answer: '200 closing',
    screen: 'started → presented → closing → cancelled',
    stored: ['cancelled by staff'],
    vipps: [cancelledAtVipps],
    calls: 2,
  };
  const atOnce: Cell = { ...repeated, says: 'the sale is cancelled', calls: 1 };
  const seen: Cell = { ...repeated, says: 'a poll shows that it is cancelled', calls: 1 };
  const cancel: Row = {
    refused: repeated,
    reset: repeated,
    hang: repeated,
    slow: atOnce,
    401: repeated,
    403: repeated,
    404: repeated,
    409: repeated,
    429: repeated,
    500: repeated,
    503: repeated,
    html: repeated,
    cut: seen,
    wrong_shape: seen,
    drop_after: seen,
  };
  testCells(kind, 'cancel', once, cancel);
  testCells(kind, 'cancel', once, {
    gateway_403: repeated,
    gateway_404: repeated,
    gateway_409: repeated,
    late: repeated,
  });

  /** eCom's orders can be cancelled for long; the others run out at Vipps before. */
  const inTheEnd: Cell = {
    ...repeated,
    says: 'it is repeated until it is over, and "one moment" until then',
    vipps: [ranOutAtVipps],
  };
  const forLong = {
    401: { ...inTheEnd, calls: 65 },
    403: { ...inTheEnd, calls: 33 },
    429: { ...inTheEnd, calls: 33 },
    503: { ...inTheEnd, calls: 33 },
  };
  testCells(kind, 'cancel', minutes(10), chosen(kind, forLong, '503'));
});

describe.each(kinds)('%s: a fault that strikes the cancel, and the customer approves meanwhile', (kind) => {
  const { opened, cancelledAtVipps, releasedAtVipps } = ways[kind];
  // An agreement without money in it is told by its problem, where a reservation is told by its amount.
  const meanwhile = kind === 'recurring free' ? ' → closing (late_money)' : '';
  const released: Cell = {
    rule: 'P3',
    says: 'it is given up all the same, and staff are told',
    answer: '200 closing',
    screen: `${opened} → closing${meanwhile} → cancelled (released)`,
    stored: ['cancelled by staff, released'],
    vipps: [releasedAtVipps],
    calls: 2,
  };
  /** At Vipps it is cancelled before the customer can approve. */
  const tooLate: Cell = {
    ...released,
    says: 'the customer is too late',
    screen: `${opened} → closing → cancelled`,
    stored: ['cancelled by staff'],
    vipps: [cancelledAtVipps],
    calls: 1,
  };
  const cancel: Row = {
    refused: released,
    reset: released,
    hang: released,
    slow: tooLate,
    401: { ...tooLate, calls: 2 },
    403: released,
    404: released,
    409: released,
    429: released,
    500: released,
    503: released,
    html: released,
    cut: tooLate,
    wrong_shape: tooLate,
    drop_after: tooLate,
  };
  testCells(kind, 'cancel too late', once, cancel);
  testCells(kind, 'cancel too late', once, { gateway_409: released, late: released });
  const forLong = { 401: { ...released, calls: 65 }, 503: { ...released, calls: 33 } };
  testCells(kind, 'cancel too late', minutes(10), chosen(kind, forLong, '503'));
});
