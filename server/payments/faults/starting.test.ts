// Whatever goes wrong while a sale is started or a customer signed up: with the token, initiate, the QR or its image.
import { describe } from '../../testing/at-once.ts';
import { kinds, paidKinds } from '../../testing/faults/kinds.ts';
import {
  cellsOf,
  given,
  imageOf,
  initiateOf,
  keysTurnedDown,
  neverBegun,
  ofKeys,
  qrOf,
  tokenOf,
  turnedDown,
  turnedDownTwice,
} from '../../testing/faults/starting.ts';
import { type Cell, minutes, once, some, testCells, times, twice } from '../../testing/faults/table.ts';

/** eCom takes a reference once; the others answer a repeat as the first call, so that it is repeated once by itself. */
const repeatable = ['epayment', 'recurring'] as const;
/** Only sales are found again under their reference: of an agreement Vipps never told its name. */
const sales = ['ecom', 'epayment'] as const;

describe('ecom: a fault that strikes once', () => {
  testCells('ecom', 'token', once, tokenOf('ecom'));
  testCells('ecom', 'qr', once, qrOf('ecom'));
  testCells('ecom', 'image', once, imageOf('ecom'));
});

// Token, QR and image are the same code for all: of each what ends differently is played again.
describe.each(repeatable)('%s: a fault that strikes once', (kind) => {
  testCells(kind, 'token', once, some(tokenOf(kind), 'refused', 'hang', '403', '429', 'drop_after'));
  if (kind !== 'epayment')
    testCells(kind, 'qr', once, some(qrOf(kind), '401', '403', '429', '503', 'wrong_shape'));
  testCells(kind, 'image', once, some(imageOf(kind), '404', '503', 'wrong_shape'));
});

describe.each(paidKinds)('%s: a fault that strikes initiate once', (kind) => {
  testCells(kind, 'initiate', once, initiateOf(kind));
  testCells(kind, 'initiate', minutes(10), {
    no_tls: { ...neverBegun, calls: kind === 'ecom' ? 1 : 2 },
  });
  testCells(kind, 'initiate', once, {
    gateway_403: keysTurnedDown,
    gateway_404: turnedDown,
    gateway_409: turnedDown,
  });
});

describe('recurring free: a fault that strikes initiate once', () => {
  // With or without a first payment, an agreement is started by the same code.
  const lost = ['403', '429', '503', 'html', 'wrong_shape', 'drop_after'] as const;
  testCells('recurring free', 'initiate', once, some(initiateOf('recurring free'), ...lost));
});

describe('ecom: an initiate that arrives late', () => {
  const { startedOverFromAnOrder } = cellsOf('ecom');
  testCells('ecom', 'initiate', once, {
    late: { ...startedOverFromAnOrder, vipps: ['-2 captured 24900', 'cancelled'] },
  });
});

describe('ecom: a fault that strikes the repeat, too', () => {
  const { lost, lostOrders, closedAfterARepeat: again, closedAsTurnedDown } = cellsOf('ecom');
  testCells('ecom', 'token', twice, { 401: turnedDownTwice });
  testCells('ecom', 'initiate', twice, {
    reset: lost,
    hang: lost,
    401: turnedDownTwice,
    500: lost,
    503: lost,
    html: lost,
    cut: lostOrders,
    wrong_shape: lostOrders,
    drop_after: lostOrders,
  });
  testCells('ecom', 'qr', twice, {
    refused: again,
    reset: again,
    hang: again,
    500: again,
    503: again,
    cut: again,
    drop_after: again,
    401: ofKeys({
      ...closedAsTurnedDown,
      says: 'a new token does not help: the order is cancelled',
      calls: 2,
    }),
  });
  testCells('ecom', 'image', twice, {
    refused: again,
    reset: again,
    hang: again,
    500: again,
    503: again,
    cut: again,
    drop_after: again,
  });
});

describe.each(repeatable)('%s: a fault that strikes the repeat, too', (kind) => {
  const { paidAfterARepeat, startedOver, startedOverFromAnOrder, lost, lostOrders, givenOrder } =
    cellsOf(kind);
  testCells(kind, 'initiate', once, { late: paidAfterARepeat });
  const next = { ...startedOver, calls: 3 };
  const nextFromAnOrder = { ...startedOverFromAnOrder, calls: 3 };
  testCells(kind, 'initiate', twice, {
    refused: { ...neverBegun, calls: 2 },
    401: turnedDownTwice,
    reset: next,
    500: next,
    503: next,
    cut: nextFromAnOrder,
    drop_after: nextFromAnOrder,
    html: lost,
    wrong_shape: lostOrders,
    // Two that are never answered take all the time that a customer waits.
    hang: { ...given, calls: 2 },
    late: { ...givenOrder, calls: 2 },
  });
  testCells(kind, 'initiate', times(4), {
    503: { ...lost, calls: 4 },
    drop_after: { ...lostOrders, calls: 4 },
  });
});

describe.each(repeatable)('%s: a start that was carried out, and whose repeat is refused', (kind) => {
  const { startedOver, startedOverFromAnOrder } = cellsOf(kind);
  for (const fault of ['403', '409', '429'] as const) {
    testCells(
      kind,
      'initiate',
      once,
      { 503: { ...startedOver, calls: 3 }, drop_after: { ...startedOverFromAnOrder, calls: 3 } },
      [{ on: 'initiate', fault, times: 1 }],
    );
  }
});

describe.each(sales)('%s: a lost start that cannot be looked up', (kind) => {
  const dark = { fault: '503', forMs: 45_000 } as const;
  const often = kind === 'ecom' ? 1 : 2;
  const cell = { ...given, calls: often };
  const order = { ...cell, vipps: ['cancelled'] };
  testCells(kind, 'initiate', times(often), { hang: cell, 500: cell, drop_after: order, late: order }, [
    { on: 'details', ...dark },
    { on: 'cancel', ...dark },
  ]);
});

describe.each(kinds)('%s: a start whose order cannot be cancelled at once', (kind) => {
  const { closed } = cellsOf(kind);
  const noOther: Cell = { ...closed, says: 'no other is begun until it is known to be cancelled' };
  const cancel = { on: 'cancel', times: 1 } as const;
  if (kind === 'ecom' || kind === 'epayment') {
    const lost = kind === 'ecom' ? 'drop_after' : 'wrong_shape';
    testCells(kind, 'initiate', once, { [lost]: noOther }, [{ ...cancel, fault: '503' }]);
    testCells(kind, 'initiate', once, { [lost]: noOther }, [{ ...cancel, fault: '409' }]);
  }
  const shown = kind === 'epayment' ? 'image' : 'qr';
  testCells(kind, shown, once, { wrong_shape: closed }, [{ ...cancel, fault: '503' }]);
});

describe.each(paidKinds)('%s: a fault that stays', (kind) => {
  const { closed, closedAfterARepeat, closedAsTurnedDown, lost } = cellsOf(kind);
  const twoTries = kind === 'ecom' ? {} : { calls: 2 };
  testCells(kind, 'token', minutes(10), {
    401:
      kind === 'ecom'
        ? turnedDownTwice
        : { ...keysTurnedDown, says: 'Vipps has said no each time', calls: 3 },
    403: { ...keysTurnedDown, ...twoTries },
    503: { ...neverBegun, ...twoTries },
  });
  testCells(kind, 'initiate', minutes(10), { 401: turnedDownTwice, 403: turnedDown, 429: neverBegun });
  if (kind !== 'ecom') testCells(kind, 'initiate', minutes(10), { 503: { ...lost, calls: 4 } });
  if (kind !== 'epayment') {
    testCells(kind, 'qr', minutes(10), {
      403: ofKeys(closedAsTurnedDown),
      429: closed,
      503: closedAfterARepeat,
    });
  }
  testCells(kind, 'image', minutes(10), { 404: closed, 503: closedAfterARepeat });
});
