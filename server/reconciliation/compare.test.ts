import { describe, expect, test } from 'vitest';
import { differenceCodes } from '../contract/reconciliation.ts';
import type { Payment } from '../payments/payment/types.ts';
import { aPayment, seen } from '../testing/payments.ts';
import { anAgreement } from '../testing/vipps.ts';
import type { PolledOrder } from '../vipps/gateway.ts';
import { differencesOf, shownOf } from './compare.ts';

const all = 24_900;
const problem = (code: NonNullable<Payment['problem']>['code']) => ({ problem: { code, message: 'x' } });

const captured = {
  state: 'approved',
  capture: 'captured',
  reservedAmount: all,
  capturedAmount: all,
} as const;
const reserved = { state: 'approved', capture: 'none', reservedAmount: all } as const;
/** A subscriber who paid nothing at the beginning. */
const free: Partial<Payment> = {
  state: 'approved',
  api: 'recurring',
  agreement: { ...anAgreement(), stop: 'none' },
  amount: { value: 0, currency: 'NOK' },
};
const cancelled = { state: 'cancelled', closingFor: 'staff' } as const;
const expired = { state: 'expired', closingFor: 'timeout' } as const;
/** Vipps refused to start it; `lost` was started, and its answer never came. */
const refused = { state: 'failed', closingFor: null } as const;
const lost = { state: 'failed', closingFor: 'start' } as const;

const paid = { reservedAmount: all, capturedAmount: all };
const held = { reservedAmount: all };
const gone = { cancelled: true };

const codesOf = (ours: Partial<Payment>, vipps: Partial<PolledOrder> | null) =>
  differencesOf(aPayment(ours), shownOf(vipps && seen(vipps))).map(({ code }) => code);

type Case = [name: string, ours: Partial<Payment>, vipps: Partial<PolledOrder> | null];

describe('nothing differs', () => {
  const cases: Case[] = [
    ['captured here and there', captured, paid],
    [
      'captured, and refunded in part',
      { ...captured, refundedAmount: 900 },
      { ...paid, refundedAmount: 900 },
    ],
    [
      'captured in part, and the rest released',
      { ...captured, capturedAmount: 9_000 },
      { ...held, capturedAmount: 9_000, ...gone },
    ],
    [
      'released here and there',
      { ...reserved, releasedAmount: all },
      { ...held, releasedAmount: all, ...gone },
    ],
    [
      'captured in part after the capture failed, and the rest released',
      { ...captured, capture: 'failed', capturedAmount: 9_000, releasedAmount: all - 9_000 },
      { ...held, capturedAmount: 9_000, releasedAmount: all - 9_000 },
    ],
    ['agreed to, with nothing to pay', free, { accepted: true }],
    ['agreed to, and ended by the customer since', free, gone],
    ['cancelled here and there', cancelled, gone],
    ['ran out, and nobody has cancelled it there', expired, {}],
    ['ran out after a declined card', expired, { scanned: true, declined: true }],
    ['failed, and Vipps never knew it', refused, null],
    ['cancelled, and Vipps does not know it any more', cancelled, null],
    ['its reservation turned up late and was released', { ...cancelled, ...held }, { ...held, ...gone }],
    [
      'its money turned up late and was refunded',
      { ...cancelled, ...paid, refundedAmount: all },
      { ...paid, refundedAmount: all },
    ],
  ];
  test.each(cases)('%s', (_, ours, vipps) => {
    expect(codesOf(ours, vipps)).toEqual([]);
  });
});

describe('[P3] money on a payment that ended without any', () => {
  const cases: Case[] = [
    ['reserved after staff cancelled', cancelled, held],
    ['captured after time ran out', expired, paid],
    ['reserved on one whose start was lost', lost, held],
    ['reserved after the customer said no', { state: 'cancelled', endedBy: 'customer' }, held],
    ['refunded there in part only', cancelled, { ...paid, refundedAmount: 900 }],
    ['found before, and not released yet', { ...cancelled, ...held, ...problem('late_money') }, held],
  ];
  test.each(cases)('comes back by itself: %s', (_, ours, vipps) => {
    expect(codesOf(ours, vipps)).toEqual(['late_money']);
  });

  const kept: Case[] = [
    ['its refund was refused', { ...cancelled, ...paid, ...problem('refund_failed') }, paid],
    ['Vipps had refused to start it', refused, held],
    [
      'part was captured and refunded, the rest is held',
      { ...cancelled, capturedAmount: 9_000, refundedAmount: 9_000 },
      { ...held, capturedAmount: 9_000, refundedAmount: 9_000 },
    ],
  ];
  test.each(kept)('has to be given back by hand: %s', (_, ours, vipps) => {
    expect(codesOf(ours, vipps)).toEqual(['late_money_kept']);
  });
});

describe('[P1] a payment that we call approved', () => {
  const cases: [string, Partial<Payment>, Partial<PolledOrder> | null, string[]][] = [
    ['Vipps does not know it', captured, null, ['unknown_at_vipps']],
    ['was cancelled there before it was captured', reserved, { ...held, ...gone }, ['voided']],
    [
      'was released there, and an agreement with a first payment',
      { ...free, ...held, amount: { value: all, currency: 'NOK' } },
      { ...held, ...gone, releasedAmount: all },
      ['voided'],
    ],
    [
      'the customer ended the agreement, and its first payment is still held',
      { ...free, ...held, amount: { value: all, currency: 'NOK' } },
      held,
      ['not_captured'],
    ],
    ['was cancelled there though captured here', captured, { ...held, ...gone }, ['voided']],
    ['nothing is reserved there', reserved, {}, ['not_reserved']],
    ['nothing is captured there', captured, held, ['captured_differs']],
    ['was captured there, in the portal', reserved, paid, ['captured_differs']],
    ['less is captured there', captured, { ...held, capturedAmount: 9_000 }, ['captured_differs']],
    ['was refunded there, in the portal', captured, { ...paid, refundedAmount: all }, ['refunded_differs']],
    ['a refund of ours is not there', { ...captured, refundedAmount: 900 }, paid, ['refunded_differs']],
    [
      'was captured and refunded there',
      reserved,
      { ...paid, refundedAmount: 1 },
      ['captured_differs', 'refunded_differs'],
    ],
    ['waits for somebody to capture it', reserved, held, ['not_captured']],
    [
      'its rest waits, after a part was captured on purpose',
      { ...captured, capturedAmount: 9_000 },
      { ...held, capturedAmount: 9_000 },
      ['not_captured'],
    ],
    [
      'a part of its rest was released, and the other waits',
      { ...captured, capturedAmount: 9_000, releasedAmount: 900 },
      { ...held, capturedAmount: 9_000, releasedAmount: 900 },
      ['not_captured'],
    ],
    ['its capture was refused', { ...reserved, capture: 'failed' }, held, ['not_captured']],
    [
      'the capture of its rest was refused',
      { ...captured, capturedAmount: 9_000, ...problem('capture_failed') },
      { ...held, capturedAmount: 9_000 },
      ['not_captured'],
    ],
  ];
  test.each(cases)('%s', (_, ours, vipps, codes) => {
    expect(codesOf(ours, vipps)).toEqual(codes);
  });

  test('every code of the contract has its place here', () => {
    const seenHere = new Set(cases.flatMap(([, , , codes]) => codes));
    expect([...seenHere, 'late_money', 'late_money_kept'].toSorted()).toEqual(
      [...differenceCodes].toSorted(),
    );
  });
});

test('[P9] a difference is a sentence with the amounts in minor units', () => {
  const [difference] = differencesOf(aPayment(captured), shownOf(seen({ ...paid, refundedAmount: 900 })));
  expect(difference?.message).toBe('Refunded here: 0. At Vipps MobilePay: 900 (minor units).');
  const [late] = differencesOf(aPayment(cancelled), shownOf(seen(held)));
  expect(late?.message).toMatch(/^It is cancelled, but .* 24900 .*\. The money is being given back\.$/);
});
