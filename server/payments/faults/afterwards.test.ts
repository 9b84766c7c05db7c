// Whatever goes wrong with what follows when a customer has paid or subscribed: the charge, the order lines.
import { describe } from '../../testing/at-once.ts';
import { ways } from '../../testing/faults/kinds.ts';
import { repeatedAs } from '../../testing/faults/operations.ts';
import { aMinute, type Cell, minutes, once, type Row, testCells, twice } from '../../testing/faults/table.ts';

describe('recurring: a fault that strikes the poll at the charge of an agreement that has just been accepted', () => {
  const { opened, paid, paidStored, paidAtVipps } = ways.recurring;
  const unnoticed: Cell = {
    rule: 'P6',
    says: 'nobody notices, and the next poll sees it paid',
    answer: '201 presented',
    screen: `${opened} → ${paid}`,
    stored: [paidStored],
    vipps: [paidAtVipps],
    calls: 3,
  };
  const noted: Cell = {
    ...unnoticed,
    says: 'the screens say for as long as Vipps has asked for that they are reconnecting',
    screen: `${opened} → presented (vipps_unavailable) → ${paid}`,
  };
  const charge: Row = {
    refused: unnoticed,
    reset: unnoticed,
    hang: unnoticed,
    // The capture looks at it, too.
    slow: { ...unnoticed, calls: 2 },
    401: unnoticed,
    403: unnoticed,
    // The agreement is there: it is not as if Vipps did not know it.
    404: unnoticed,
    409: unnoticed,
    429: noted,
    500: unnoticed,
    503: unnoticed,
    html: unnoticed,
    cut: unnoticed,
    wrong_shape: unnoticed,
    drop_after: unnoticed,
  };
  testCells('recurring', 'charge', once, charge);

  const known: Cell = {
    ...unnoticed,
    says: 'the screens keep what they knew and say that they are reconnecting',
    calls: 4,
    screen: `${opened} → presented (vipps_unavailable) → ${paid}`,
  };
  testCells('recurring', 'charge', twice, { 404: known, 429: known, 503: known, drop_after: known });
  testCells('recurring', 'charge', aMinute, { 404: { ...known, calls: 12 }, 503: { ...known, calls: 12 } });
});

describe('recurring: a fault that strikes the poll at the charge that has just been captured', () => {
  const { opened, paid, paidStored, paidAtVipps } = ways.recurring;
  /** One poll has shown it reserved, another shows it captured. */
  const done: Cell = {
    rule: 'P2',
    says: 'it is captured',
    answer: '200 approved',
    screen: `${opened} → approved → ${paid}`,
    stored: [paidStored],
    vipps: [paidAtVipps],
    calls: 2,
  };
  const repeated: Cell = { ...repeatedAs(done), calls: 3 };
  const charge: Row = {
    refused: repeated,
    reset: repeated,
    hang: repeated,
    slow: done,
    401: { ...done, calls: 3 },
    403: repeated,
    // The capture was accepted: that its charge is not shown is no refusal of it.
    404: repeated,
    409: repeated,
    429: repeated,
    500: repeated,
    503: repeated,
    html: repeated,
    cut: repeated,
    wrong_shape: repeated,
    drop_after: repeated,
  };
  testCells('recurring', 'charge after the capture', once, charge);

  const delayed: Cell = {
    ...repeated,
    says: 'staff are told that it takes longer, and it is captured once',
    calls: 16,
    screen: `${opened} → approved → approved capturing → approved capturing (capture_delayed)`,
  };
  testCells('recurring', 'charge after the capture', minutes(10), { 404: delayed, 503: delayed });
});

describe.each(['ecom', 'recurring'] as const)('%s: a fault that strikes the order lines', (kind) => {
  const { opened, paid, paidStored, paidAtVipps } = ways[kind];
  const withoutLines = paidAtVipps.replace(', receipt', '');
  const told: Cell = {
    rule: 'P1',
    says: 'they are sent, and the sale is paid',
    answer: '201 presented',
    screen: `${opened} → ${paid}`,
    stored: [paidStored],
    vipps: [`${withoutLines}, receipt`],
    calls: 1,
  };
  const again: Cell = { ...told, says: 'they are sent again, and the sale is paid all the same', calls: 2 };
  const refused: Cell = {
    ...told,
    vipps: [withoutLines],
  };
  const receipt: Row = {
    refused: again,
    reset: again,
    hang: again,
    slow: told,
    401: again,
    403: again,
    404: again,
    409: again,
    429: again,
    500: again,
    503: again,
    html: again,
    cut: again,
    // Nothing in the answer matters.
    wrong_shape: told,
    drop_after: again,
  };
  testCells(kind, 'receipt', once, receipt);
  const noticed: Cell = {
    ...refused,
    says: 'Vipps has said no to them, staff are told, and the sale is paid all the same',
    screen: `${told.screen} → approved captured (lines_refused)`,
    stored: [`${paidStored}, lines_refused`],
  };
  testCells(kind, 'receipt', once, { 400: noticed, gateway_404: again, late: again });

  const givenUp: Cell = {
    ...refused,
    says: 'they are given up after six tries, and the sale is paid all the same',
    calls: 6,
  };
  testCells(kind, 'receipt', minutes(10), {
    refused: givenUp,
    401: { ...givenUp, calls: 12 },
    404: givenUp,
    429: givenUp,
    503: givenUp,
    drop_after: { ...givenUp, vipps: told.vipps },
  });
});
