// What becomes of a start when something goes wrong with the token, initiate, the QR or its image.
import { type Kind, ways } from './kinds.ts';
import type { Cell, Row } from './table.ts';

const second = (screen: string) =>
  screen
    .split(' → ')
    .map((words) => `-2 ${words}`)
    .join(' → ');

export const neverBegun: Cell = {
  rule: 'P1',
  says: 'there is no sale, and nothing at Vipps',
  answer: '503 vipps_unavailable',
  screen: 'started → failed (vipps_unavailable)',
  stored: ['failed, vipps_unavailable'],
  vipps: [],
  calls: 1,
};
export const turnedDown: Cell = {
  rule: 'P1',
  says: 'Vipps has said no, and nothing is there',
  answer: '502 vipps_rejected',
  screen: 'started → failed (vipps_rejected)',
  stored: ['failed, vipps_rejected'],
  vipps: [],
  calls: 1,
};
/** A no to the keys of the shop, which is none to the sale; to the caller it is one outcome. */
export const ofKeys = (cell: Cell): Cell => ({
  ...cell,
  screen: cell.screen.replaceAll('vipps_rejected', 'keys_rejected'),
  stored: cell.stored.map((one) => one.replace('vipps_rejected', 'keys_rejected')),
});
export const keysTurnedDown = ofKeys({
  ...turnedDown,
  says: 'Vipps does not take the keys, and nothing is there',
});
export const turnedDownTwice: Cell = {
  ...keysTurnedDown,
  says: 'a new token does not help: Vipps has said no',
  calls: 2,
};
/** Nobody knows whether the order exists, and there is no time for another. */
export const given: Cell = {
  rule: 'P1',
  says: 'it is closed until Vipps shows that nothing is there',
  answer: '503 vipps_unavailable',
  screen: 'started → closing (vipps_unavailable) → failed (vipps_unavailable)',
  stored: ['failed, vipps_unavailable'],
  vipps: [],
  calls: 1,
};

export function cellsOf(kind: Kind) {
  const way = ways[kind];
  const story = `${way.opened} → ${way.paid}`;
  /** With no more calls of the struck kind than a sale takes anyway. */
  const paid: Cell = {
    rule: 'P1',
    says: 'the sale is paid all the same',
    answer: '201 presented',
    screen: story,
    stored: [way.paidStored],
    vipps: [way.paidAtVipps],
    calls: 1,
  };
  /** Nobody knows whether the order exists: it is looked for, and the sale begins again. */
  const startedOver: Cell = {
    rule: 'P4',
    says: 'the customer gets the code of a second start, and pays that',
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
    rule: 'P4',
    says: 'both starts come to nothing, and there is no third',
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
    ...closed,
    says: 'Vipps has said no, and the order is cancelled',
    answer: '502 vipps_rejected',
    screen: 'started → closing (vipps_rejected) → failed (vipps_rejected)',
    stored: ['failed, vipps_rejected'],
  };
  return {
    paid,
    startedOver,
    startedOverFromAnOrder,
    lost,
    lostOrders,
    closed,
    closedAsTurnedDown,
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
export function tokenOf(kind: Kind): Row {
  const { paid, paidAfterARepeat } = cellsOf(kind);
  const repeats = kind !== 'ecom';
  const failed = repeats ? paidAfterARepeat : neverBegun;
  const refused = repeats ? paidAfterARepeat : turnedDown;
  const keysRefused = repeats ? paidAfterARepeat : keysTurnedDown;
  return {
    refused: failed,
    reset: failed,
    hang: failed,
    slow: paid,
    401: paidAfterARepeat,
    403: keysRefused,
    404: refused,
    409: refused,
    429: neverBegun,
    500: failed,
    503: failed,
    html: failed,
    cut: failed,
    wrong_shape: failed,
    drop_after: failed,
  };
}

export function initiateOf(kind: Kind): Row {
  const { paid, paidAfterARepeat, startedOver, startedOverFromAnOrder } = cellsOf(kind);
  const repeats = kind !== 'ecom';
  const noAnswer = repeats ? paidAfterARepeat : startedOver;
  const noAnswerFromAnOrder = repeats ? paidAfterARepeat : startedOverFromAnOrder;
  return {
    refused: repeats ? paidAfterARepeat : neverBegun,
    reset: noAnswer,
    hang: noAnswer,
    slow: paid,
    401: paidAfterARepeat,
    403: turnedDown,
    404: turnedDown,
    // The others say that the reference is in use, though nothing is there.
    409: repeats ? startedOver : turnedDown,
    429: neverBegun,
    500: noAnswer,
    503: noAnswer,
    // An answer that cannot be read would be so again.
    html: startedOver,
    wrong_shape: startedOverFromAnOrder,
    cut: noAnswerFromAnOrder,
    drop_after: noAnswerFromAnOrder,
  };
}

export function qrOf(kind: Kind): Row {
  const { paid, paidAfterARepeat: again, closed, closedAsTurnedDown: no } = cellsOf(kind);
  return {
    refused: again,
    reset: again,
    hang: again,
    slow: paid,
    401: again,
    403: ofKeys(no),
    404: no,
    409: no,
    429: closed,
    500: again,
    503: again,
    html: closed,
    cut: again,
    wrong_shape: closed,
    drop_after: again,
  };
}

export function imageOf(kind: Kind): Row {
  const { paid, paidAfterARepeat: again, closed } = cellsOf(kind);
  return {
    refused: again,
    reset: again,
    hang: again,
    slow: paid,
    401: closed,
    403: closed,
    404: closed,
    409: closed,
    429: closed,
    500: again,
    503: again,
    html: closed,
    cut: again,
    wrong_shape: closed,
    drop_after: again,
  };
}
