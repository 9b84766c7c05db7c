import { describe, expect, test } from 'vitest';
import { compare } from './compare.ts';
import type { Evidence, OurEvent, OurPayment, TheirEntry, TheirOrder } from './ledgers.ts';

const event = (state: string, atMs: number, name = state): OurEvent => ({ event: name, state, atMs });
const entry = (operation: string, atMs: number, amount = 1000): TheirEntry => ({
  operation,
  amount,
  success: true,
  atMs,
});

/** A sale on till 1 that began at 0, was shown at 10, approved at 30 and captured at 40. */
function paid(more: Partial<OurPayment> = {}): OurPayment {
  const events = [event('started', 1), event('presented', 10), event('approved', 31)];
  return {
    reference: 'a',
    till: '1',
    text: 'sale-a',
    state: 'approved',
    amount: 1000,
    agreement: null,
    capture: 'captured',
    capturedAmount: 1000,
    refundedAmount: 0,
    events,
    ...more,
  };
}
function paidOrder(more: Partial<TheirOrder> = {}): TheirOrder {
  const history = [entry('INITIATE', 5), entry('RESERVE', 30), entry('CAPTURE', 40)];
  return { ...sale, orderId: 'a', text: 'sale-a', amount: 1000, history, ...more };
}
const sale = { api: 'ecom', deadlineMs: 1005, agreement: null } as const;

/** The sale after it, which the cashier cancelled. */
const cancelled: OurPayment = {
  reference: 'b',
  till: '1',
  text: 'sale-b',
  state: 'cancelled',
  amount: 2000,
  agreement: null,
  capture: 'none',
  capturedAmount: 0,
  refundedAmount: 0,
  events: [event('started', 50), event('presented', 60), event('closing', 69), event('cancelled', 72)],
};
const cancelledOrder: TheirOrder = {
  ...sale,
  orderId: 'b',
  text: 'sale-b',
  amount: 2000,
  history: [entry('INITIATE', 55, 2000), entry('CANCEL', 71, 2000)],
};

function story(more: Partial<Evidence> = {}): Evidence {
  return {
    ours: [paid(), cancelled],
    theirs: [paidOrder(), cancelledOrder],
    inherited: [],
    charges: [{ sale: 'sale-a', status: 201, reference: 'a' }],
    parts: [],
    cancels: [{ reference: 'b', atMs: 70 }],
    sightings: [{ till: '1', reference: 'a', state: 'approved', atMs: 32 }],
    capture: 'auto',
    ...more,
  };
}

/** The first sale, of which time ran out before anybody paid; our history says so then. */
const ranOut = (atMs: number) =>
  paid({
    state: 'expired',
    capture: 'none',
    capturedAmount: 0,
    events: [event('presented', 10), event('expired', atMs)],
  });
const ofItself = (api: 'ecom' | 'epayment', atMs: number): Partial<Evidence> => ({
  ours: [ranOut(atMs), cancelled],
  theirs: [paidOrder({ api, deadlineMs: 50, history: [entry('INITIATE', 5)] }), cancelledOrder],
  sightings: [],
});

/** The first sale, if it was a subscription, as both sides have it in the end. */
const agreement = (
  ours: Partial<OurPayment>,
  status: 'ACTIVE' | 'STOPPED' | 'EXPIRED',
  theirs: Partial<TheirOrder> = {},
): Partial<Evidence> => ({
  ours: [paid({ agreement: { status: 'active' }, ...ours }), cancelled],
  theirs: [
    paidOrder({ api: 'recurring', agreement: { status, stoppedAtMs: null }, ...theirs }),
    cancelledOrder,
  ],
});
const free = { amount: 0, capture: 'none', capturedAmount: 0 };
const agreed = { amount: 0, history: [entry('INITIATE', 5, 0), entry('RESERVE', 30, 0)] };
const stoppedAt = (atMs: number): Partial<Evidence> => ({
  ...agreement({ ...ranOut(45), agreement: { status: 'stopped' } }, 'STOPPED', {
    agreement: { status: 'STOPPED', stoppedAtMs: atMs },
    history: [entry('INITIATE', 5)],
  }),
  sightings: [],
});

const withOrder = (...more: TheirEntry[]) => ({
  theirs: [paidOrder({ history: [...paidOrder().history, ...more] }), cancelledOrder],
});
const withCancelled = (...more: TheirEntry[]) => ({
  theirs: [paidOrder(), { ...cancelledOrder, history: [...cancelledOrder.history, ...more] }],
});
const refund = (told: 'done' | 'stored' | 'refused' | 'nothing') => ({
  parts: [{ reference: 'a', kind: 'refund' as const, key: 'k', amount: 400, told }],
});
const refundedOurs = (refundedAmount: number) => ({ ours: [paid({ refundedAmount }), cancelled] });
const old = paid({ reference: 'old', text: 'old', events: [] });

describe('nothing is said of', () => {
  const fine: [string, Partial<Evidence>][] = [
    ['one sale that was paid and one that was cancelled', {}],
    [
      'a refund that was asked for and done',
      { ...refundedOurs(400), ...withOrder(entry('REFUND', 90, 400)), ...refund('done') },
    ],
    [
      'a refund whose answer was lost',
      { ...refundedOurs(400), ...withOrder(entry('REFUND', 90, 400)), ...refund('nothing') },
    ],
    ['a refund that was never answered and never done', refund('nothing')],
    ['money that came late and was released', withCancelled(entry('RESERVE', 80), entry('VOID', 90))],
    [
      'money that came late, was taken at once, and was refunded',
      {
        ours: [paid(), { ...cancelled, capturedAmount: 2000, refundedAmount: 2000 }],
        ...withCancelled(entry('SALE', 80, 2000), entry('REFUND', 90, 2000)),
      },
    ],
    [
      'a sale that Vipps never heard of',
      { theirs: [paidOrder()], ours: [paid(), { ...cancelled, state: 'failed', events: [] }] },
    ],
    [
      'what staff have not captured yet',
      {
        capture: 'manual',
        ours: [paid({ capture: 'none', capturedAmount: 0 }), cancelled],
        theirs: [paidOrder({ history: paidOrder().history.slice(0, 2) }), cancelledOrder],
      },
    ],
    [
      'an order of another system under a reference of ours that it left alone',
      {
        ours: [paid(), { ...cancelled, state: 'failed', events: [] }],
        theirs: [
          paidOrder(),
          { ...cancelledOrder, isOthers: true, history: [entry('INITIATE', 55, 9), entry('SALE', 55, 9)] },
        ],
      },
    ],
    ['what the database held before', { ours: [paid(), cancelled, old], inherited: [old] }],
    ['an order that ran out of itself', ofItself('epayment', 51)],
    ['a subscription that was paid', agreement({}, 'ACTIVE')],
    ['a subscription without a first payment', agreement(free, 'ACTIVE', agreed)],
    ['a subscription that was stopped', stoppedAt(44)],
    [
      'a code that ran out while the next one was shown',
      {
        ours: [ranOut(67), cancelled],
        theirs: [
          paidOrder({ deadlineMs: 50, history: [entry('INITIATE', 5), entry('CANCEL', 66)] }),
          cancelledOrder,
        ],
        sightings: [],
      },
    ],
  ];
  test.each(fine)('%s', (_, more) => {
    expect(compare(story(more))).toEqual([]);
  });
});

describe('a disagreement is', () => {
  const breaches: [string, Partial<Evidence>][] = [
    ['open', { ours: [paid({ capture: 'pending' }), cancelled] }],
    ['open', { ours: [paid({ events: [...paid().events, event('approved', 90, 'refund')] }), cancelled] }],
    [
      'open',
      {
        ours: [paid({ events: [event('approved', 90, 'refund'), event('approved', 91, 'refund_delayed')] })],
      },
    ],
    ['not ours', { theirs: [...story().theirs, { ...cancelledOrder, orderId: 'c', isOthers: true }] }],
    ['unknown order', { ours: [paid()], cancels: [] }],
    ['amount differs', { ours: [paid({ amount: 999 }), cancelled] }],
    ['captured differs', { ours: [paid({ capturedAmount: 0 }), cancelled] }],
    ['refunded differs', withOrder(entry('REFUND', 90, 400))],
    ['paid without money', { theirs: [cancelledOrder] }],
    ['paid without money', agreement(free, 'ACTIVE', { amount: 0, history: [entry('INITIATE', 5, 0)] })],
    ['agreement differs', agreement({}, 'STOPPED')],
    ['agreement differs', agreement({ agreement: { status: 'stopped' } }, 'ACTIVE')],
    ['agreement differs', agreement({ agreement: { status: 'expired' } }, 'ACTIVE')],
    ['not captured', { theirs: [paidOrder({ history: paidOrder().history.slice(0, 2) }), cancelledOrder] }],
    ['held', withCancelled(entry('RESERVE', 80, 2000))],
    [
      'kept',
      {
        ours: [paid(), { ...cancelled, capturedAmount: 2000 }],
        ...withCancelled(entry('SALE', 80, 2000)),
      },
    ],
    [
      'paid twice',
      {
        ours: [paid(), paid({ reference: 'c', till: '2' })],
        theirs: [paidOrder(), paidOrder({ orderId: 'c' })],
      },
    ],
    ['lost', { charges: [{ sale: 'sale-x', status: 201, reference: 'x' }] }],
    [
      'two payments for one key',
      {
        charges: ['a', 'b'].map((reference) => ({ sale: 'sale-a', status: 201, reference })),
      },
    ],
    ['refund happened 0 times', refund('done')],
    ['refund happened 0 times', refund('stored')],
    [
      'refund happened 1 times',
      { ...refundedOurs(400), ...withOrder(entry('REFUND', 90, 400)), ...refund('refused') },
    ],
    [
      'refund happened 2 times',
      {
        ...refundedOurs(800),
        ...withOrder(entry('REFUND', 90, 400), entry('REFUND', 91, 400)),
        ...refund('done'),
      },
    ],
    ['refund of nobody', { ...refundedOurs(400), ...withOrder(entry('REFUND', 90, 400)) }],
    ['not kept', { inherited: [old] }],
    ['not kept', { ours: [paid(), cancelled, { ...old, refundedAmount: 100 }], inherited: [old] }],
    [
      'not true when it was said',
      { sightings: [{ till: '1', reference: 'a', state: 'approved', atMs: 29 }] },
    ],
    [
      'not true when it was said',
      { sightings: [{ till: '1', reference: 'b', state: 'cancelled', atMs: 70 }] },
    ],
    ['not true when it was said', ofItself('epayment', 49)],
    ['not true when it was said', ofItself('ecom', 51)],
    ['not true when it was said', stoppedAt(46)],
    ['said and taken back', { sightings: [{ till: '1', reference: 'b', state: 'expired', atMs: 73 }] }],
    ['captured after a cancel', { cancels: [{ reference: 'a', atMs: 35 }] }],
    [
      'two codes at once',
      {
        theirs: [
          paidOrder({ history: [entry('INITIATE', 5), entry('RESERVE', 65), entry('CAPTURE', 66)] }),
          cancelledOrder,
        ],
        ours: [paid({ events: [event('presented', 10), event('approved', 66)] }), cancelled],
      },
    ],
  ];
  test.each(breaches)('"%s"', (rule, more) => {
    expect(compare(story(more)).map((found) => found.rule)).toContain(rule);
  });
});
