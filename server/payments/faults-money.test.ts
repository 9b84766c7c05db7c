// Whatever goes wrong with money that a customer has paid: with the capture or the refund.
import { describe } from 'vitest';
import { type Cell, minutes, once, type Row, testCells } from '../testing/fault-table.ts';

describe('a fault that strikes the capture that staff have asked for', () => {
  const done: Cell = {
    ...{ rule: 'P2', says: 'it is captured' },
    answer: '200 approved',
    screen: 'started → presented → scanned → approved → approved capturing → approved captured',
    stored: ['approved, captured 24900, capture done'],
    vipps: ['captured 24900'],
    calls: 1,
  };
  const repeated: Cell = {
    ...{ ...done, says: 'it is repeated under its key, and captured once', calls: 2 },
    answer: '503 vipps_unavailable',
  };
  const turnedDown: Cell = {
    ...{ ...done, says: 'staff are told, and may ask for another', calls: 2 },
    answer: '502 vipps_rejected',
    screen:
      'started → presented → scanned → approved → approved capturing → approved not captured (capture_failed) → approved capturing → approved captured',
    stored: ['approved, captured 24900, capture refused, capture done'],
  };
  const capture: Row = {
    refused: repeated,
    reset: repeated,
    hang: repeated,
    slow: done,
    401: { ...done, calls: 2 },
    403: repeated,
    404: turnedDown,
    409: turnedDown,
    429: repeated,
    500: repeated,
    503: repeated,
    html: repeated,
    cut: repeated,
    wrong_shape: repeated,
    drop_after: repeated,
  };
  testCells('capture', once, capture);
  testCells('capture', once, {
    ...{ gateway_403: repeated, gateway_404: repeated, gateway_409: repeated, late: repeated },
  });
});

describe('a capture whose token is no good, and another is not to be had at once', () => {
  const repeated: Cell = {
    ...{ rule: 'P2', says: 'it is repeated under its key, and captured once' },
    answer: '503 vipps_unavailable',
    screen: 'started → presented → scanned → approved → approved capturing → approved captured',
    stored: ['approved, captured 24900, capture done'],
    vipps: ['captured 24900'],
    calls: 2,
  };
  for (const fault of ['refused', 'hang', '400', '401', '403', '404', '429', '503', 'html'] as const) {
    testCells('capture', once, { 401: repeated }, [{ on: 'token', fault, times: 1 }]);
  }
});

describe('a capture or refund that was carried out, and whose repeat is refused', () => {
  const captured: Cell = {
    ...{ rule: 'P2', says: 'a look shows that it is done' },
    answer: '503 vipps_unavailable',
    screen: 'started → presented → scanned → approved → approved capturing → approved captured',
    stored: ['approved, captured 24900, capture done'],
    vipps: ['captured 24900'],
    calls: 2,
  };
  const refunded: Cell = {
    ...captured,
    screen:
      'started → presented → scanned → approved capturing → approved captured → approved captured refunded',
    stored: ['approved, captured 24900, refunded 24900, capture done, refund done'],
    vipps: ['captured 24900, refunded 24900'],
  };
  for (const [on, seen] of [['capture', captured] as const, ['refund', refunded] as const]) {
    testCells(on, once, { drop_after: seen }, [{ on, fault: '409', times: 1 }]);
    const repeated = { ...seen, says: 'without a look that tells, it stays pending', calls: 3 };
    for (const fault of ['404', '503'] as const) {
      const details = { on: 'details', fault, forMs: 3_000 } as const;
      testCells(on, once, { drop_after: repeated }, [{ on, fault: '409', times: 1 }, details]);
    }
  }
});

describe('a fault that strikes the capture that follows an approval', () => {
  const done: Cell = {
    ...{ rule: 'P2', says: 'it is captured' },
    answer: '201 presented',
    screen: 'started → presented → scanned → approved capturing → approved captured',
    stored: ['approved, captured 24900, capture done'],
    vipps: ['captured 24900'],
    calls: 1,
  };
  const repeated: Cell = { ...done, says: 'it is repeated under its key, and captured once', calls: 2 };
  const turnedDown: Cell = {
    ...{ ...done, says: 'staff are told, and ask for another', calls: 2 },
    screen:
      'started → presented → scanned → approved capturing → approved not captured (capture_failed) → approved capturing → approved captured',
    stored: ['approved, captured 24900, capture refused, capture done'],
  };
  const capture: Row = {
    refused: repeated,
    reset: repeated,
    hang: repeated,
    slow: done,
    401: repeated,
    403: repeated,
    404: turnedDown,
    409: turnedDown,
    429: repeated,
    500: repeated,
    503: repeated,
    html: repeated,
    cut: repeated,
    wrong_shape: repeated,
    drop_after: repeated,
  };
  testCells('capture by itself', once, capture);
  testCells('capture by itself', once, {
    ...{ gateway_403: repeated, gateway_404: repeated, gateway_409: repeated, late: repeated },
  });

  const delayed: Cell = {
    ...{ ...done, says: 'staff are told that it takes longer, and it is captured once', calls: 15 },
    screen: 'started → presented → scanned → approved capturing → approved capturing (capture_delayed)',
  };
  const untilIdle = 'started → presented → scanned → approved capturing';
  const afterwards: Cell = {
    ...turnedDown,
    screen: `${untilIdle} → approved not captured (capture_failed)`,
  };
  testCells('capture by itself', minutes(10), {
    refused: delayed,
    401: { ...delayed, calls: 29 },
    403: delayed,
    404: afterwards,
    409: afterwards,
    // The third try comes after the till has gone back to idle.
    429: { ...delayed, says: 'its wish to be left alone is heard', screen: untilIdle },
    503: delayed,
    wrong_shape: delayed,
    drop_after: delayed,
    gateway_403: delayed,
    gateway_404: delayed,
    gateway_409: delayed,
  });
});

describe('a fault that strikes the refund that staff have asked for', () => {
  const paid = 'started → presented → scanned → approved capturing → approved captured';
  const done: Cell = {
    ...{ rule: 'P2', says: 'it is refunded' },
    answer: '200 approved',
    screen: `${paid} → approved captured refunded`,
    stored: ['approved, captured 24900, refunded 24900, capture done, refund done'],
    vipps: ['captured 24900, refunded 24900'],
    calls: 1,
  };
  const repeated: Cell = {
    ...{ ...done, says: 'it is repeated under its key, and refunded once', calls: 2 },
    answer: '503 vipps_unavailable',
  };
  const turnedDown: Cell = {
    ...{ ...done, says: 'staff are told, and may ask for another', calls: 2 },
    answer: '502 vipps_rejected',
    screen: `${paid} → approved captured (refund_failed) → approved captured → approved captured refunded`,
    stored: ['approved, captured 24900, refunded 24900, capture done, refund refused, refund done'],
  };
  const refund: Row = {
    refused: repeated,
    reset: repeated,
    hang: repeated,
    slow: done,
    401: { ...done, calls: 2 },
    403: repeated,
    404: turnedDown,
    409: turnedDown,
    429: repeated,
    500: repeated,
    503: repeated,
    html: repeated,
    cut: repeated,
    wrong_shape: repeated,
    drop_after: repeated,
  };
  testCells('refund', once, refund);
  testCells('refund', once, {
    ...{ gateway_403: repeated, gateway_404: repeated, gateway_409: repeated, late: repeated },
  });

  const delayed: Cell = {
    ...{ ...repeated, says: 'staff are told that it takes longer, and it is refunded once', calls: 15 },
    screen: `${paid} → approved captured (refund_delayed)`,
  };
  const afterwards: Cell = { ...turnedDown, screen: `${paid} → approved captured (refund_failed)` };
  testCells('refund', minutes(10), {
    refused: delayed,
    401: { ...delayed, calls: 29 },
    403: delayed,
    404: afterwards,
    409: afterwards,
    429: { ...delayed, says: 'its wish to be left alone is heard', screen: paid },
    503: delayed,
    wrong_shape: delayed,
    drop_after: delayed,
    gateway_404: delayed,
  });
});
