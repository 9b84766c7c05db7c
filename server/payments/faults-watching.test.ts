// Whatever goes wrong while a sale is watched or cancelled: with the details or the cancel.
import { describe } from 'vitest';
import { aMinute, type Cell, minutes, once, type Row, testCells, twice } from '../testing/fault-table.ts';

describe('a fault that strikes one look, when the customer has just approved', () => {
  const unnoticed: Cell = {
    ...{ rule: 'P6', says: 'nobody notices, and the next look sees the sale paid' },
    answer: '201 presented',
    screen: 'started → presented → scanned → approved capturing → approved captured',
    stored: ['approved, captured 24900, capture done'],
    vipps: ['captured 24900'],
    calls: 4,
  };
  const noted: Cell = {
    ...{ ...unnoticed, says: 'the screens say at once that they are reconnecting' },
    screen:
      'started → presented → scanned → scanned (vipps_unavailable) → approved capturing → approved captured',
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
    429: unnoticed,
    500: unnoticed,
    503: unnoticed,
    html: unnoticed,
    cut: unnoticed,
    wrong_shape: unnoticed,
    drop_after: unnoticed,
  };
  testCells('details', once, details);
  testCells('details', once, { gateway_403: unnoticed, gateway_404: unnoticed, gateway_409: unnoticed });
});

describe('a fault that strikes look after look, when the customer has just approved', () => {
  const known: Cell = {
    ...{ rule: 'P6', says: 'the screens keep what they knew and say that they are reconnecting' },
    answer: '201 presented',
    screen:
      'started → presented → scanned → scanned (vipps_unavailable) → approved capturing → approved captured',
    stored: ['approved, captured 24900, capture done'],
    vipps: ['captured 24900'],
    calls: 5,
  };
  const seenInTime: Cell = {
    ...{ ...known, says: 'the look gets its answer' },
    screen: 'started → presented → scanned → approved capturing → approved captured',
  };
  const details: Row = {
    refused: known,
    reset: known,
    hang: known,
    slow: { ...seenInTime, calls: 3 },
    // Both strike one look: the second is its repeat with a new token.
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
  testCells('details', twice, details);
  testCells('details', twice, { gateway_404: known });

  testCells('details', aMinute, {
    404: { ...known, calls: 62 },
    503: { ...known, calls: 13 },
    drop_after: { ...known, calls: 13 },
  });

  /** Past the payment's time, too, nobody may say that nothing was taken. */
  const past: Cell = {
    ...{ ...known, rule: 'P1', says: 'the screens say "one moment" until Vipps shows that it is paid' },
    screen:
      'started → presented → scanned → scanned (vipps_unavailable) → closing (vipps_unavailable) → approved capturing → approved captured',
  };
  testCells('details', minutes(12), {
    401: { ...past, calls: 187 },
    429: { ...past, calls: 94 },
    503: { ...past, calls: 95 },
  });
});

describe('a fault that strikes look after look until the time is over, and nobody pays', () => {
  const expired: Cell = {
    ...{ rule: 'P1', says: 'it counts as expired only when a look has worked and it is cancelled' },
    answer: '201 presented',
    screen:
      'started → presented → scanned → scanned (vipps_unavailable) → closing (vipps_unavailable) → closing → expired',
    stored: ['expired by timeout'],
    vipps: ['cancelled'],
    calls: 99,
  };
  testCells('details unpaid', minutes(12), { refused: expired, 503: expired });
});

describe('a fault that strikes the cancel that staff have asked for', () => {
  const repeated: Cell = {
    ...{ rule: 'P1', says: 'it is repeated, and the sale counts as cancelled only then' },
    answer: '200 closing',
    screen: 'started → presented → closing → cancelled',
    stored: ['cancelled by staff'],
    vipps: ['cancelled'],
    calls: 2,
  };
  const atOnce: Cell = { ...repeated, says: 'the sale is cancelled', calls: 1 };
  const seen: Cell = { ...repeated, says: 'a look shows that it is cancelled', calls: 1 };
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
  testCells('cancel', once, cancel);
  testCells('cancel', once, {
    ...{ gateway_403: repeated, gateway_404: repeated, gateway_409: repeated, late: repeated },
  });

  const inTheEnd = { ...repeated, says: 'it is repeated until it is done, and "one moment" until then' };
  testCells('cancel', minutes(10), {
    401: { ...inTheEnd, calls: 65 },
    403: { ...inTheEnd, calls: 33 },
    429: { ...inTheEnd, calls: 33 },
    503: { ...inTheEnd, calls: 33 },
  });
});

describe('a fault that strikes the cancel, and the customer approves meanwhile', () => {
  const released: Cell = {
    ...{ rule: 'P3', says: 'the money is released, and staff are told' },
    answer: '200 closing',
    screen: 'started → presented → scanned → closing → cancelled (released)',
    stored: ['cancelled by staff, released'],
    vipps: ['released'],
    calls: 2,
  };
  /** At Vipps it is cancelled before the customer can approve. */
  const tooLate: Cell = {
    ...{ ...released, says: 'the customer is too late' },
    screen: 'started → presented → scanned → closing → cancelled',
    stored: ['cancelled by staff'],
    vipps: ['cancelled'],
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
  testCells('cancel too late', once, cancel);
  testCells('cancel too late', once, { gateway_409: released, late: released });
  testCells('cancel too late', minutes(10), {
    401: { ...released, calls: 65 },
    503: { ...released, calls: 33 },
  });
});
