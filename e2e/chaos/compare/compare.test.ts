import { describe, expect, test } from 'vitest';
import { compare } from './compare.ts';
import {
  agreed,
  agreement,
  cancelled,
  cancelledOrder,
  captureTold,
  entry,
  event,
  free,
  inPortal,
  ofItself,
  ofPortal,
  old,
  paid,
  paidInPortal,
  paidOrder,
  ranOut,
  refund,
  refundedOurs,
  seenOn,
  stoppedInApp,
  stopTold,
  story,
  told,
  unnamed,
  withCancelled,
  withOrder,
} from './evidence-in-tests.ts';
import type { Evidence } from './ledgers.ts';

const foundTaken = event('cancelled', 69, 'captured');

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
    [
      'money that came late and was released',
      { ...told('released'), ...withCancelled(entry('RESERVE', 80), entry('VOID', 90)) },
    ],
    [
      'money that came late, was taken at once, and was refunded',
      {
        ours: [
          paid(),
          { ...cancelled, capturedAmount: 2000, refundedAmount: 2000, problem: { code: 'late_refunded' } },
        ],
        ...withCancelled(entry('SALE', 80, 2000), entry('REFUND', 90, 2000)),
      },
    ],
    [
      'a sale that Vipps never heard of',
      { theirs: [paidOrder()], ours: [paid(), { ...cancelled, state: 'failed', events: [] }] },
    ],
    [
      'money that staff have not captured yet',
      {
        capture: 'manual',
        ours: [paid({ capture: 'none', capturedAmount: 0, captureBy: 'in a while' }), cancelled],
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
    ['a payment from before the round', { ours: [paid(), cancelled, old], inherited: [old] }],
    ['an order that ran out at Vipps', ofItself('epayment', 51)],
    ['a subscription that was paid', agreement({}, 'ACTIVE')],
    ['a subscription without a first payment', agreement(free, 'ACTIVE', agreed)],
    ['a subscription without a first payment that its subscriber has stopped', stoppedInApp(44, 0)],
    ['a subscription whose start was never answered, so that no reference names it', unnamed()],
    ['a refund in the portal that is entered', inPortal('REFUND', 400, { refundedAmount: 400 })],
    [
      'a refund in the portal beside one of the same amount',
      {
        ...refund('done'),
        ...withOrder(entry('REFUND', 90, 400), ofPortal('REFUND', 400)),
        ...refundedOurs(800),
      },
    ],
    [
      'a capture in the portal that was faster',
      {
        ...inPortal('CAPTURE', 1000, {}, 'RESERVE'),
        ...captureTold('done', 400),
        cancels: [{ reference: 'a', atMs: 85 }],
      },
    ],
    [
      'money on its way back, captured in the portal before staff cancelled',
      paidInPortal(foundTaken, event('cancelled', 70, 'refunded')),
    ],
    [
      'a rest that the portal has left to be captured, of which staff are told',
      inPortal('CAPTURE', 400, { capturedAmount: 400, captureBy: 'in a while' }, 'RESERVE'),
    ],
    [
      'a subscription that staff have ended',
      { ...stopTold('done'), ...agreement({ agreement: { status: 'stopped' } }, 'STOPPED') },
    ],
    [
      'a subscription that Vipps would not end',
      {
        ...stopTold('stored'),
        ...agreement({ events: [...paid().events, event('approved', 90, 'stop_refused')] }, 'ACTIVE'),
      },
    ],
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
    ['agreement differs', unnamed({ opened: true })],
    ['agreement differs', unnamed({}, [event('presented', 10), event('failed', 45)])],
    ['not true when it was said', unnamed({ opened: true })],
    ['refunded differs', inPortal('REFUND', 400, {})],
    ['refund happened 0 times', { ...inPortal('REFUND', 400, { refundedAmount: 400 }), ...refund('done') }],
    [
      'capture happened 0 times',
      {
        ...inPortal('CAPTURE', 300, { capturedAmount: 300, captureBy: 'in a while' }, 'RESERVE'),
        ...captureTold('done', 400),
      },
    ],
    ['not captured', inPortal('CAPTURE', 400, { capturedAmount: 400 }, 'RESERVE')],
    ['captured more than once', withOrder(entry('CAPTURE', 50))],
    [
      'not captured',
      {
        capture: 'manual',
        ours: [paid({ capture: 'none', capturedAmount: 0 }), cancelled],
        theirs: [paidOrder({ history: paidOrder().history.slice(0, 2) }), cancelledOrder],
      },
    ],
    ['late money not told', withCancelled(entry('RESERVE', 80), entry('VOID', 90))],
    [
      'late money not told',
      { ...told('vipps_unavailable'), ...withCancelled(entry('RESERVE', 80), entry('VOID', 90)) },
    ],
    ['not stopped', { ...stopTold('done'), ...agreement({}, 'ACTIVE') }],
    ['not stopped', { ...stopTold('stored'), ...agreement({}, 'ACTIVE') }],
    ['open', agreement({ agreement: { status: 'stopping' } }, 'STOPPED')],
    ['paid without money', { theirs: [cancelledOrder] }],
    ['paid without money', agreement(free, 'ACTIVE', { amount: 0, history: [entry('INITIATE', 5, 0)] })],
    ['agreement differs', agreement({}, 'STOPPED')],
    ['agreement differs', agreement({ agreement: { status: 'stopped' } }, 'ACTIVE')],
    ['agreement differs', agreement({ agreement: { status: 'expired' } }, 'ACTIVE')],
    ['not captured', { theirs: [paidOrder({ history: paidOrder().history.slice(0, 2) }), cancelledOrder] }],
    ['money still held', withCancelled(entry('RESERVE', 80, 2000))],
    [
      'money kept',
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
    ['answered payment missing', { charges: [{ sale: 'sale-x', status: 201, reference: 'x' }] }],
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
    ['unrequested refund', { ...refundedOurs(400), ...withOrder(entry('REFUND', 90, 400)) }],
    ['earlier payment changed', { inherited: [old] }],
    [
      'earlier payment changed',
      { ours: [paid(), cancelled, { ...old, refundedAmount: 100 }], inherited: [old] },
    ],
    ['not true when it was said', { ...paidInPortal(event('closing', 67), event('cancelled', 69)) }],
    ['not true when it was said', { ...paidInPortal(foundTaken), ...seenOn('1', 'a', 'cancelled', 69) }],
    ['not true when it was said', seenOn('1', 'a', 'approved', 29)],
    ['not true when it was said', seenOn('1', 'b', 'cancelled', 70)],
    ['not true when it was said', seenOn('1', 'b', 'cancelled', 73, 'late_money')],
    ['not true when it was said', ofItself('epayment', 49)],
    ['not true when it was said', ofItself('ecom', 51)],
    ['not true when it was said', ofItself('epayment', 51, entry('RESERVE', 45))],
    ['not true when it was said', stoppedInApp(46, 0)],
    ['not true when it was said', stoppedInApp(44, 1000)],
    ['money still held', stoppedInApp(44, 1000)],
    ['final state changed', seenOn('1', 'b', 'expired', 73)],
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
