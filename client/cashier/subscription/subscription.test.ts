// As of a sale (sale.test.ts), whose machinery this is; here is what only an agreement has.
import { expect, test } from 'vitest';
import type { AgreementView, PaymentView } from '../../../server/contract/payments.ts';
import { samplePayment, sampleSignUp } from '../../testing/sample-payment.ts';
import type { Failure } from '../../ui/api/api.ts';
import type { Draft } from './form.ts';
import {
  emptySubscription,
  nextSubscription,
  type Subscription,
  type SubscriptionEvent,
} from './subscription.ts';

const next = nextSubscription('NOK');
const after = (...events: SubscriptionEvent[]): Subscription => events.reduce(next, emptySubscription);
const write = (change: Partial<Draft>, freshKey = 'other'): SubscriptionEvent => ({
  type: 'written',
  change,
  freshKey,
});
const typed = [write({ name: 'Coffee club' }), write({ price: '9' }, 'first'), write({ price: '99' })];
const sent: SubscriptionEvent = { type: 'sent', before: 'older' };
const failed = (failure: Failure): SubscriptionEvent => ({
  type: 'failed',
  key: 'first',
  failure,
  freshKey: 'fresh',
});
const seen = (payment: PaymentView): SubscriptionEvent => ({
  type: 'seen',
  payment: { ...payment, reference: 'ours' },
  freshKey: 'fresh',
  tillName: 'Till 1',
});
const shown = (given: Partial<PaymentView>, agreement: Partial<AgreementView> = {}) =>
  seen(sampleSignUp(given, agreement));

test('[P2] a subscription has one key from the first digit of its price on', () => {
  expect(after(...typed)).toMatchObject({ key: 'first', draft: { name: 'Coffee club', price: '99' } });
  const anew = after(...typed, write({ price: '' }), write({ price: '5' }, 'second'));
  expect(anew).toMatchObject({ key: 'second', draft: { name: 'Coffee club', price: '5' } });
});

test('[P2] after a lost answer a retry has the same key, also when the form was changed', () => {
  const unknown = after(...typed, sent, failed('unreachable'), write({ first: '49' }));
  expect(unknown).toMatchObject({ step: 'unknown', key: 'first', problem: 'unreachable' });
});

test('after a refusal the form stays and the next attempt has a fresh key', () => {
  const refused = after(...typed, sent, failed('vipps_rejected'));
  expect(refused).toMatchObject({ step: 'typing', key: 'fresh', draft: { price: '99' } });
});

test('the form cannot be changed while the request is under way, and is empty after the answer', () => {
  const sending = after(...typed, sent);
  expect(next(sending, write({ price: '1' }))).toBe(sending);
  expect(next(sending, { type: 'answered', key: 'first' })).toEqual(emptySubscription);
});

test('[P4] the agreement on the till answers an attempt whose own answer was lost', () => {
  const unknown = after(...typed, sent, failed('unreachable'));
  expect(next(unknown, shown({ state: 'presented' }))).toEqual(emptySubscription);
  expect(next(unknown, shown({ state: 'failed' }))).toMatchObject({ step: 'typing', key: 'fresh' });
});

test('[P4] an agreement with a first payment is known by its amount', () => {
  const unknown = after(...typed, write({ first: '49' }), sent, failed('unreachable'));
  expect(next(unknown, shown({}))).toBe(unknown);
  const amount = { value: 4_900, currency: 'NOK' } as const;
  expect(next(unknown, shown({ amount }))).toEqual(emptySubscription);
});

test('[P4] a sale, or an agreement on other terms, tells no outcome of ours', () => {
  const unknown = after(...typed, sent, failed('unreachable'));
  const amount = { value: 0, currency: 'NOK' } as const;
  expect(next(unknown, seen(samplePayment({ text: 'Coffee club', amount })))).toBe(unknown);
  expect(next(unknown, shown({}, { interval: { unit: 'WEEK', count: 1 } }))).toBe(unknown);
  expect(next(unknown, shown({}, { interval: { unit: 'MONTH', count: 2 } }))).toBe(unknown);
  const pricing = { amount: { value: 100, currency: 'NOK' } } as const;
  expect(next(unknown, shown({}, { pricing }))).toBe(unknown);
  expect(next(unknown, shown({ text: 'Tea club' }))).toBe(unknown);
});

test('a pasted text becomes one line that the server accepts', () => {
  const { draft } = after(write({ name: 'Tea\tand\ncake', description: 'a\r\nb' }));
  expect(draft).toMatchObject({ name: 'Tea and cake', description: 'a b' });
});

test('a fault is forgotten when a field is changed', () => {
  const refused = after(...typed, { type: 'refused', problem: 'no_name' });
  expect(refused.problem).toBe('no_name');
  expect(next(refused, write({ name: 'Tea' })).problem).toBeNull();
});
