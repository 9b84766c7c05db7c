// Whatever goes wrong while a sale is started: with the token, initiate, the QR or its image.
import { describe } from 'vitest';
import { type Cell, minutes, once, type Row, testCells, twice } from '../testing/fault-table.ts';

/** With no more calls of the struck kind than a sale takes anyway. */
const paid: Cell = {
  ...{ rule: 'P1', says: 'the sale is paid all the same' },
  answer: '201 presented',
  screen: 'started → presented → scanned → approved capturing → approved captured',
  stored: ['approved, captured 24900, capture done'],
  vipps: ['captured 24900'],
  calls: 1,
};
const paidAfterARepeat: Cell = { ...paid, says: 'the call is repeated, and the sale is paid', calls: 2 };

const neverBegun: Cell = {
  ...{ rule: 'P1', says: 'there is no sale, and nothing at Vipps' },
  answer: '503 vipps_unavailable',
  screen: 'started → failed (vipps_unavailable)',
  stored: ['failed, vipps_unavailable'],
  vipps: [],
  calls: 1,
};
const turnedDown: Cell = {
  ...{ rule: 'P1', says: 'Vipps has said no, and nothing is there' },
  answer: '502 vipps_rejected',
  screen: 'started → failed (vipps_rejected)',
  stored: ['failed, vipps_rejected'],
  vipps: [],
  calls: 1,
};
const turnedDownTwice: Cell = {
  ...turnedDown,
  says: 'a new token does not help: Vipps has said no',
  calls: 2,
};

/** Nobody knows whether the order exists: it is looked for, and the sale begins again. */
const startedOver: Cell = {
  ...{ rule: 'P4', says: 'the customer gets the code of a second start, and pays that' },
  answer: '201 -2 presented',
  screen: 'started → -2 started → -2 presented → -2 scanned → -2 approved capturing → -2 approved captured',
  stored: ['failed, started_over', '-2 approved, captured 24900, capture done'],
  vipps: ['-2 captured 24900'],
  calls: 2,
};
/** As it was carried out, the first has to be cancelled. */
const startedOverFromAnOrder: Cell = {
  ...startedOver,
  says: 'its order is cancelled, and the customer pays that of a second start',
  vipps: ['cancelled', '-2 captured 24900'],
};

/** The order exists but cannot be shown. */
const closed: Cell = {
  ...{ rule: 'P1', says: 'the order is cancelled before the sale counts as failed' },
  answer: '503 vipps_unavailable',
  screen: 'started → closing (vipps_unavailable) → failed (vipps_unavailable)',
  stored: ['failed, vipps_unavailable'],
  vipps: ['cancelled'],
  calls: 1,
};
const closedAfterARepeat: Cell = { ...closed, says: 'after one repeat the order is cancelled', calls: 2 };
const closedAsTurnedDown: Cell = {
  ...{ ...closed, says: 'Vipps has said no, and the order is cancelled' },
  answer: '502 vipps_rejected',
  screen: 'started → closing (vipps_rejected) → failed (vipps_rejected)',
  stored: ['failed, vipps_rejected'],
};

describe('a fault that strikes once', () => {
  const token: Row = {
    refused: neverBegun,
    reset: neverBegun,
    hang: neverBegun,
    slow: paid,
    401: paidAfterARepeat,
    403: turnedDown,
    404: turnedDown,
    409: turnedDown,
    429: neverBegun,
    500: neverBegun,
    503: neverBegun,
    html: neverBegun,
    cut: neverBegun,
    wrong_shape: neverBegun,
    drop_after: neverBegun,
  };
  testCells('token', once, token);

  const initiate: Row = {
    refused: neverBegun,
    reset: startedOver,
    hang: startedOver,
    slow: paid,
    401: paidAfterARepeat,
    403: turnedDown,
    404: turnedDown,
    409: turnedDown,
    429: neverBegun,
    500: startedOver,
    503: startedOver,
    html: startedOver,
    cut: startedOverFromAnOrder,
    wrong_shape: startedOverFromAnOrder,
    drop_after: startedOverFromAnOrder,
  };
  testCells('initiate', once, initiate);

  const qr: Row = {
    refused: paidAfterARepeat,
    reset: paidAfterARepeat,
    hang: paidAfterARepeat,
    slow: paid,
    401: paidAfterARepeat,
    403: closedAsTurnedDown,
    404: closedAsTurnedDown,
    409: closedAsTurnedDown,
    429: closed,
    500: paidAfterARepeat,
    503: paidAfterARepeat,
    html: closed,
    cut: paidAfterARepeat,
    wrong_shape: closed,
    drop_after: paidAfterARepeat,
  };
  testCells('qr', once, qr);

  const image: Row = {
    refused: paidAfterARepeat,
    reset: paidAfterARepeat,
    hang: paidAfterARepeat,
    slow: paid,
    401: closed,
    403: closed,
    404: closed,
    409: closed,
    429: closed,
    500: paidAfterARepeat,
    503: paidAfterARepeat,
    html: closed,
    cut: paidAfterARepeat,
    wrong_shape: closed,
    drop_after: paidAfterARepeat,
  };
  testCells('image', once, image);

  testCells('initiate', once, {
    gateway_403: turnedDown,
    gateway_404: turnedDown,
    gateway_409: turnedDown,
    late: { ...startedOverFromAnOrder, vipps: ['-2 captured 24900', 'cancelled'] },
  });
});

describe('a fault that strikes the repeat, too', () => {
  testCells('token', twice, { 401: turnedDownTwice });

  const lost: Cell = {
    ...{ rule: 'P4', says: 'both starts come to nothing, and there is no third' },
    answer: '503 vipps_unavailable',
    screen: 'started → -2 started → -2 closing (vipps_unavailable) → -2 failed (vipps_unavailable)',
    stored: ['failed, started_over', '-2 failed, vipps_unavailable'],
    vipps: [],
    calls: 2,
  };
  const lostOrders = { ...lost, vipps: ['cancelled', '-2 cancelled'] };
  testCells('initiate', twice, {
    ...{ reset: lost, hang: lost, 401: turnedDownTwice, 500: lost, 503: lost, html: lost },
    ...{ cut: lostOrders, wrong_shape: lostOrders, drop_after: lostOrders },
  });

  const again = closedAfterARepeat;
  testCells('qr', twice, {
    ...{ refused: again, reset: again, hang: again, 500: again, 503: again, cut: again, drop_after: again },
    401: { ...closedAsTurnedDown, says: 'a new token does not help: the order is cancelled', calls: 2 },
  });
  testCells('image', twice, {
    ...{ refused: again, reset: again, hang: again, 500: again, 503: again, cut: again, drop_after: again },
  });
});

describe('a lost start that cannot be looked up', () => {
  const dark = { fault: '503', forMs: 45_000 } as const;
  const given: Cell = {
    ...{ rule: 'P1', says: 'it is closed until Vipps shows that nothing is there' },
    answer: '503 vipps_unavailable',
    screen: 'started → closing (vipps_unavailable) → failed (vipps_unavailable)',
    stored: ['failed, vipps_unavailable'],
    vipps: [],
    calls: 1,
  };
  const givenOrder = { ...given, vipps: ['cancelled'] };
  testCells('initiate', once, { hang: given, 500: given, drop_after: givenOrder, late: givenOrder }, [
    { on: 'details', ...dark },
    { on: 'cancel', ...dark },
  ]);
});

describe('a start whose order cannot be cancelled at once', () => {
  const noOther: Cell = { ...closed, says: 'no other is begun until it is known to be cancelled' };
  const cancel = { on: 'cancel', times: 1 } as const;
  testCells('initiate', once, { drop_after: noOther }, [{ ...cancel, fault: '503' }]);
  testCells('initiate', once, { drop_after: noOther }, [{ ...cancel, fault: '409' }]);
  testCells('qr', once, { wrong_shape: closed }, [{ ...cancel, fault: '503' }]);
});

describe('a fault that stays', () => {
  testCells('token', minutes(10), { 401: turnedDownTwice, 403: turnedDown, 503: neverBegun });
  testCells('initiate', minutes(10), { 401: turnedDownTwice, 403: turnedDown, 429: neverBegun });
  testCells('qr', minutes(10), { 403: closedAsTurnedDown, 429: closed, 503: closedAfterARepeat });
  testCells('image', minutes(10), { 404: closed, 503: closedAfterARepeat });
});
