import { describe, expect, test } from 'vitest';
import type { NewAgreement, NewPayment } from '../../contract/payments.ts';
import { aPayment } from '../../testing/payments.ts';
import { till } from '../../testing/till.ts';
import { anAgreement } from '../../testing/vipps.ts';
import { isSameSale, newPayment, timesOf, type Wanted, wantedAgreement, wantedSale } from './new-payment.ts';

const nok = (value: number) => ({ value, currency: 'NOK' as const });
const dkk = (value: number) => ({ value, currency: 'DKK' as const });
const coffee = { name: 'Coffee', quantity: 1, amount: nok(4_500) };
const sale: NewPayment = { amount: nok(4_500), text: 'Coffee', lines: [coffee] };

const refusal = (code: string, message: string) =>
  expect.objectContaining({ name: 'Refusal', code, message: expect.stringContaining(message) });

describe('a sale', () => {
  test('is what was asked for, under the caller’s own reference where there is one', () => {
    const expected = { ...sale, agreement: null, reference: null };
    expect(wantedSale(till, sale)).toEqual(expected);
    expect(wantedSale(till, { ...sale, reference: 'order-123' })).toEqual({
      ...expected,
      reference: 'order-123',
    });
  });

  test('without a text has the name of the till', () => {
    expect(wantedSale(till, { ...sale, text: '' }).text).toBe('Till 1');
  });

  test('[P9] is in the currency of the till, in every line, and says which is not', () => {
    expect(() => wantedSale(till, { ...sale, amount: dkk(4_500) })).toThrow(
      refusal('invalid_request', 'amount.currency: this till sells in NOK'),
    );
    const lines = [coffee, { ...coffee, amount: dkk(4_500) }];
    expect(() => wantedSale(till, { ...sale, lines })).toThrow(
      refusal('invalid_request', 'lines.1.amount.currency: this till sells in NOK'),
    );
    const discounted = [{ ...coffee, discount: dkk(500) }];
    expect(() => wantedSale(till, { ...sale, lines: discounted })).toThrow(
      refusal('invalid_request', 'lines.0.discount.currency: this till sells in NOK'),
    );
  });

  test.each<[string, readonly number[]]>([
    ['a return', [6_000, -1_500]],
    ['a rounding', [4_540, -40]],
    ['what is free', [4_500, 0]],
  ])('[P9] has lines that add up, with %s', (_, values) => {
    const lines = values.map((value) => ({ ...coffee, amount: nok(value) }));
    expect(wantedSale(till, { ...sale, lines }).lines).toEqual(lines);
  });

  test('[P9] whose lines do not add up is refused with the difference', () => {
    const ofSum = (value: number) => () =>
      wantedSale(till, { ...sale, lines: [{ ...coffee, amount: nok(value) }] });
    expect(ofSum(4_400)).toThrow(
      refusal('invalid_request', 'sum to 4400 (minor units), which is 100 less than amount.value, 4500'),
    );
    expect(ofSum(4_501)).toThrow(
      refusal('invalid_request', 'sum to 4501 (minor units), which is 1 more than amount.value, 4500'),
    );
  });
});

const { id: _, chargeId: __, ...club } = anAgreement();
const { id: ___, chargeId: ____, ...paidClub } = anAgreement(9_900);

describe('an agreement', () => {
  test('without a first payment asks for nothing at once', () => {
    expect(wantedAgreement(till, club)).toEqual({
      amount: nok(0),
      text: 'Coffee club',
      lines: [],
      agreement: club,
      reference: null,
    });
  });

  test('asks for its first payment as for a sale of one line', () => {
    const lines = [{ name: 'First month', quantity: 1, amount: nok(9_900) }];
    expect(wantedAgreement(till, paidClub)).toEqual({
      amount: nok(9_900),
      text: 'Coffee club',
      lines,
      agreement: paidClub,
      reference: null,
    });
  });

  test('is refused at a till without subscriptions', () => {
    expect(() => wantedAgreement({ ...till, subscriptions: false }, club)).toThrow(
      refusal('not_allowed', 'Nobody can subscribe at this till'),
    );
  });

  test('[P9] is in the currency of the till, its first payment too, and says which is not', () => {
    const pricing = { amount: dkk(9_900) };
    expect(() => wantedAgreement(till, { ...club, pricing })).toThrow(
      refusal('invalid_request', 'pricing.amount.currency: this till sells in NOK'),
    );
    const dearer: NewAgreement = { ...club, initialCharge: { amount: dkk(100), description: 'First' } };
    expect(() => wantedAgreement(till, dearer)).toThrow(
      refusal('invalid_request', 'initialCharge.amount.currency: this till sells in NOK'),
    );
  });
});

const times = { createdAtMs: 1, updatedAtMs: 2, expiresAtMs: 3 };
const soldBy = { shop: 'shop', msn: '654321', api: 'epayment' } as const;
const first = { reference: 'till-1-a', base: 'till-1-a', attempt: 1 };
const start = (wanted: Wanted) => newPayment(first, till, wanted, soldBy, times);

describe('[P2] a payment that is stored before Vipps hears of it', () => {
  test('begins with what is wanted, and with no money', () => {
    expect(start(wantedSale(till, sale))).toEqual({
      reference: 'till-1-a',
      base: 'till-1-a',
      attempt: 1,
      till: '1',
      shop: 'shop',
      msn: '654321',
      api: 'epayment',
      state: 'started',
      amount: nok(4_500),
      text: 'Coffee',
      lines: [coffee],
      agreement: null,
      qrExpiresAtMs: null,
      closingFor: null,
      endedBy: null,
      endedAtMs: null,
      problem: null,
      capture: 'none',
      captureUntilMs: null,
      reservedAmount: 0,
      capturedAmount: 0,
      refundedAmount: 0,
      refundingAmount: 0,
      releasedAmount: 0,
      releasingAmount: 0,
      version: 1,
      ...times,
    });
  });

  test('is one of Recurring when it is an agreement, whose names Vipps has not told', () => {
    const agreement = { ...club, id: null, chargeId: null, stop: 'none' };
    expect(start(wantedAgreement(till, club))).toMatchObject({ api: 'recurring', agreement });
  });
});

describe('[P4] a sale that is asked for anew', () => {
  const wanted: Wanted = { ...sale, agreement: null, reference: null };
  const payment = aPayment({ amount: nok(4_500), text: 'Coffee', lines: [coffee] });

  test('is the same when amount, text and lines are', () => {
    expect(isSameSale(payment, wanted)).toBe(true);
  });

  test.each<[string, Partial<Wanted>]>([
    ['amount', { amount: nok(4_501) }],
    ['currency', { amount: dkk(4_500) }],
    ['text', { text: 'Tea' }],
    ['line', { lines: [{ ...coffee, name: 'Tea' }] }],
  ])('is another one when its %s differs', (_, bent) => {
    expect(isSameSale(payment, { ...wanted, ...bent })).toBe(false);
  });

  test('is never an agreement that has been entered', () => {
    const agreement = { ...anAgreement(), stop: 'none' } as const;
    expect(isSameSale({ ...payment, agreement }, wanted)).toBe(false);
  });
});

test('a payment that begins now can be approved for ten minutes, by the steady clock', () => {
  expect(timesOf({ nowMs: () => 5_000, steadyMs: () => 70_000 })).toEqual({
    createdAtMs: 5_000,
    updatedAtMs: 5_000,
    expiresAtMs: 670_000,
  });
});
