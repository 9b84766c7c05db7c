// Whatever goes wrong while a sale is started or a customer signed up: with the token, initiate, the QR or its image.
import { describe } from 'vitest';
import { type Kind, kinds, paidKinds, ways } from '../testing/fault-kinds.ts';
import { type Cell, minutes, once, type Row, some, testCells, times, twice } from '../testing/fault-table.ts';

/** eCom takes a reference once; the others answer a repeat as the first call, so that it is repeated once by itself. */
const repeatable = ['epayment', 'recurring'] as const;
/** Only sales are found again under their reference: of an agreement Vipps never told its name. */
const sales = ['ecom', 'epayment'] as const;

const second = (screen: string) =>
  screen
    .split(' → ')
    .map((words) => `-2 ${words}`)
    .join(' → ');

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
/** A no to the keys of the shop, which is none to the sale; to the caller it is one outcome. */
const ofKeys = (cell: Cell): Cell => ({
  ...cell,
  screen: cell.screen.replaceAll('vipps_rejected', 'keys_rejected'),
  stored: cell.stored.map((one) => one.replace('vipps_rejected', 'keys_rejected')),
});
const keysTurnedDown = ofKeys({ ...turnedDown, says: 'Vipps does not take the keys, and nothing is there' });
const turnedDownTwice: Cell = {
  ...keysTurnedDown,
  says: 'a new token does not help: Vipps has said no',
  calls: 2,
};
/** Nobody knows whether the order exists, and there is no time for another. */
const given: Cell = {
  ...{ rule: 'P1', says: 'it is closed until Vipps shows that nothing is there' },
  answer: '503 vipps_unavailable',
  screen: 'started → closing (vipps_unavailable) → failed (vipps_unavailable)',
  stored: ['failed, vipps_unavailable'],
  vipps: [],
  calls: 1,
};

function cellsOf(kind: Kind) {
  const way = ways[kind];
  const story = `${way.opened} → ${way.paid}`;
  /** With no more calls of the struck kind than a sale takes anyway. */
  const paid: Cell = {
    ...{ rule: 'P1', says: 'the sale is paid all the same' },
    answer: '201 presented',
    screen: story,
    stored: [way.paidStored],
    vipps: [way.paidAtVipps],
    calls: 1,
  };
  /** Nobody knows whether the order exists: it is looked for, and the sale begins again. */
  const startedOver: Cell = {
    ...{ rule: 'P4', says: 'the customer gets the code of a second start, and pays that' },
    answer: '201 -2 presented',
    screen: `started → ${second(story)}`,
    stored: ['failed, started_over', `-2 ${way.paidStored}`],
    vipps: [`-2 ${way.paidAtVipps}`],
    calls: 2,
  };
  /** As it was carried out, the first has to be cancelled. */
  const startedOverFromAnOrder: Cell = {
    ...startedOver,
    says: 'its order is given up, and the customer pays that of a second start',
    vipps: [way.lostAtVipps, `-2 ${way.paidAtVipps}`],
  };
  const lost: Cell = {
    ...{ rule: 'P4', says: 'both starts come to nothing, and there is no third' },
    answer: '503 vipps_unavailable',
    screen: 'started → -2 started → -2 closing (vipps_unavailable) → -2 failed (vipps_unavailable)',
    stored: ['failed, started_over', '-2 failed, vipps_unavailable'],
    vipps: [],
    calls: 2,
  };
  const lostOrders: Cell = { ...lost, vipps: [way.lostAtVipps, `-2 ${way.lostAtVipps}`] };
  /** The order exists but cannot be shown. */
  const closed: Cell = {
    ...given,
    says: 'the order is cancelled before the sale counts as failed',
    vipps: [way.cancelledAtVipps],
  };
  const closedAsTurnedDown: Cell = {
    ...{ ...closed, says: 'Vipps has said no, and the order is cancelled' },
    answer: '502 vipps_rejected',
    screen: 'started → closing (vipps_rejected) → failed (vipps_rejected)',
    stored: ['failed, vipps_rejected'],
  };
  return {
    ...{ paid, startedOver, startedOverFromAnOrder, lost, lostOrders, closed, closedAsTurnedDown },
    paidAfterARepeat: {
      ...paid,
      says: 'the call is repeated, and the sale is paid',
      calls: 2,
    } satisfies Cell,
    closedAfterARepeat: {
      ...closed,
      says: 'after one repeat the order is cancelled',
      calls: 2,
    } satisfies Cell,
    givenOrder: { ...given, vipps: [way.lostAtVipps] } satisfies Cell,
  };
}

/** A new token is fetched for the repeat of an initiate, whatever was wrong with the first; not without a pause that was asked for. */
function tokenOf(kind: Kind): Row {
  const { paid, paidAfterARepeat } = cellsOf(kind);
  const repeats = kind !== 'ecom';
  const failed = repeats ? paidAfterARepeat : neverBegun;
  const refused = repeats ? paidAfterARepeat : turnedDown;
  const keysRefused = repeats ? paidAfterARepeat : keysTurnedDown;
  return {
    ...{ refused: failed, reset: failed, hang: failed, slow: paid },
    ...{ 401: paidAfterARepeat, 403: keysRefused, 404: refused, 409: refused, 429: neverBegun },
    ...{ 500: failed, 503: failed, html: failed, cut: failed, wrong_shape: failed, drop_after: failed },
  };
}

function initiateOf(kind: Kind): Row {
  const { paid, paidAfterARepeat, startedOver, startedOverFromAnOrder } = cellsOf(kind);
  const repeats = kind !== 'ecom';
  const noAnswer = repeats ? paidAfterARepeat : startedOver;
  const noAnswerFromAnOrder = repeats ? paidAfterARepeat : startedOverFromAnOrder;
  return {
    refused: repeats ? paidAfterARepeat : neverBegun,
    ...{ reset: noAnswer, hang: noAnswer, slow: paid },
    ...{ 401: paidAfterARepeat, 403: turnedDown, 404: turnedDown, 409: turnedDown, 429: neverBegun },
    ...{ 500: noAnswer, 503: noAnswer },
    // An answer that cannot be read would be so again.
    ...{ html: startedOver, wrong_shape: startedOverFromAnOrder },
    ...{ cut: noAnswerFromAnOrder, drop_after: noAnswerFromAnOrder },
  };
}

function qrOf(kind: Kind): Row {
  const { paid, paidAfterARepeat: again, closed, closedAsTurnedDown: no } = cellsOf(kind);
  return {
    ...{ refused: again, reset: again, hang: again, slow: paid },
    ...{ 401: again, 403: ofKeys(no), 404: no, 409: no },
    ...{ 429: closed, 500: again, 503: again, html: closed, cut: again, wrong_shape: closed },
    drop_after: again,
  };
}

function imageOf(kind: Kind): Row {
  const { paid, paidAfterARepeat: again, closed } = cellsOf(kind);
  return {
    ...{ refused: again, reset: again, hang: again, slow: paid },
    ...{ 401: closed, 403: closed, 404: closed, 409: closed, 429: closed },
    ...{ 500: again, 503: again, html: closed, cut: again, wrong_shape: closed, drop_after: again },
  };
}

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
  testCells(kind, 'initiate', once, {
    ...{ gateway_403: keysTurnedDown, gateway_404: turnedDown, gateway_409: turnedDown },
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
    ...{ reset: lost, hang: lost, 401: turnedDownTwice, 500: lost, 503: lost, html: lost },
    ...{ cut: lostOrders, wrong_shape: lostOrders, drop_after: lostOrders },
  });
  testCells('ecom', 'qr', twice, {
    ...{ refused: again, reset: again, hang: again, 500: again, 503: again, cut: again, drop_after: again },
    401: ofKeys({
      ...closedAsTurnedDown,
      ...{ says: 'a new token does not help: the order is cancelled', calls: 2 },
    }),
  });
  testCells('ecom', 'image', twice, {
    ...{ refused: again, reset: again, hang: again, 500: again, 503: again, cut: again, drop_after: again },
  });
});

describe.each(repeatable)('%s: a fault that strikes the repeat, too', (kind) => {
  const { paidAfterARepeat, startedOver, startedOverFromAnOrder, lost, lostOrders, givenOrder } =
    cellsOf(kind);
  testCells(kind, 'initiate', once, { late: paidAfterARepeat });
  const next = { ...startedOver, calls: 3 };
  const nextFromAnOrder = { ...startedOverFromAnOrder, calls: 3 };
  testCells(kind, 'initiate', twice, {
    ...{ refused: { ...neverBegun, calls: 2 }, 401: turnedDownTwice },
    ...{ reset: next, 500: next, 503: next, cut: nextFromAnOrder, drop_after: nextFromAnOrder },
    ...{ html: lost, wrong_shape: lostOrders },
    // Two that are never answered take all the time that a customer waits.
    ...{ hang: { ...given, calls: 2 }, late: { ...givenOrder, calls: 2 } },
  });
  testCells(kind, 'initiate', times(4), {
    ...{ 503: { ...lost, calls: 4 }, drop_after: { ...lostOrders, calls: 4 } },
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
    ...{ 403: { ...keysTurnedDown, ...twoTries }, 503: { ...neverBegun, ...twoTries } },
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
