import { expect, test } from 'vitest';
import type { PaymentView } from '../../../server/contract/payments.ts';
import { sampleAgreement, samplePayment } from '../../testing/sample-payment.ts';
import type { Failure } from '../../ui/api/api.ts';
import { isPayable } from '../start/attempt.ts';
import { keyedFrom, nothingKeyed, type PadKey } from './keypad.ts';
import { emptySale, isMeant, nextSale, refusalOf, type Sale, type SaleEvent } from './sale.ts';

const after = (...events: SaleEvent[]): Sale => events.reduce(nextSale, emptySale);
const press = (key: PadKey, freshKey: string): SaleEvent => ({
  type: 'pressed',
  key,
  freshKey,
});
const typed = [press('2', 'first'), press('4', 'other'), press('9', 'other'), press('00', 'other')];
const sent: SaleEvent = { type: 'sent', before: 'older' };
const failed = (failure: Failure): SaleEvent => ({
  type: 'failed',
  key: 'first',
  failure,
  freshKey: 'fresh',
});
const seen = (given: Partial<PaymentView>): SaleEvent => ({
  type: 'seen',
  payment: samplePayment({ reference: 'ours', ...given }),
  freshKey: 'fresh',
  tillName: 'Till 1',
});

test('[P2] a sale has one key from its first digit on', () => {
  expect(after(...typed)).toMatchObject({ keyed: keyedFrom(24_900), key: 'first' });
});

test.each(['unreachable', 'vipps_unavailable', 'storage_unavailable', 'internal'] as const)(
  '[P2] after "%s" the outcome is unknown and a retry has the same key',
  (failure) => {
    expect(after(...typed, sent, failed(failure))).toMatchObject({
      step: 'unknown',
      key: 'first',
      keyed: keyedFrom(24_900),
    });
  },
);

test.each(['till_busy', 'vipps_rejected', 'invalid_request', 'idempotency_mismatch'] as const)(
  'after "%s" the amount stays and the next attempt has a fresh key',
  (failure) => {
    expect(after(...typed, sent, failed(failure))).toMatchObject({
      step: 'typing',
      key: 'fresh',
      keyed: keyedFrom(24_900),
    });
  },
);

test('[P2] changing the amount of an attempt whose outcome is unknown keeps its key', () => {
  expect(after(...typed, sent, failed('unreachable'), press('9', 'other')).key).toBe('first');
});

test('an amount typed anew is a new sale with a new key', () => {
  const erased = Array.from({ length: 5 }, () => press('delete', 'other'));
  const sale = after(...typed, sent, failed('unreachable'), ...erased, press('2', 'second'));
  expect(sale).toMatchObject({ keyed: keyedFrom(2), key: 'second', step: 'typing', problem: null });
});

test('an answered sale makes way for the next', () => {
  expect(after(...typed, sent, { type: 'answered', key: 'first' })).toEqual(emptySale);
});

test('[P4] the payment on the till answers an attempt whose own answer was lost', () => {
  for (const state of ['presented', 'scanned', 'approved'] as const) {
    expect(after(...typed, sent, failed('unreachable'), seen({ state }))).toEqual(emptySale);
  }
});

test('[P4] the amount stays while the till still says that the sale is being started', () => {
  const waiting = after(...typed, sent, failed('vipps_unavailable'), seen({ state: 'started' }));
  expect(waiting).toMatchObject({ keyed: keyedFrom(24_900), key: 'first', step: 'unknown' });
  expect(nextSale(waiting, seen({ state: 'failed' }))).toMatchObject({
    keyed: keyedFrom(24_900),
    key: 'fresh',
  });
});

test('[P1] an attempt that the till shows as ended can be made again, with a fresh key', () => {
  for (const state of ['closing', 'failed', 'cancelled', 'expired'] as const) {
    const sale = after(...typed, sent, failed('vipps_unavailable'), seen({ state }));
    expect(sale).toMatchObject({ keyed: keyedFrom(24_900), key: 'fresh', step: 'typing', problem: null });
  }
});

test('[P4] a sale without a text is known by the name of the till', () => {
  const unknown = after(...typed, sent, failed('vipps_unavailable'));
  expect(nextSale(unknown, seen({ text: 'Till 1', state: 'presented' }))).toEqual(emptySale);
  expect(nextSale(unknown, seen({ text: 'Till 1', state: 'failed' }))).toMatchObject({
    step: 'typing',
    key: 'fresh',
  });
});

test('a pasted text becomes one line that the server accepts', () => {
  const textOf = (text: string) => after({ type: 'texted', text }).text;
  expect(textOf('Tea\tand\r\ncake')).toBe('Tea and cake');
  expect(textOf('Half a smile \ud83d')).toBe('Half a smile ');
  expect(textOf('Kaffe 😀 på øl')).toBe('Kaffe 😀 på øl');
});

test('another sale on the till tells no outcome of ours, and neither does the one that was shown before', () => {
  const unknown = after(...typed, sent, failed('unreachable'));
  expect(nextSale(unknown, seen({ reference: 'older' }))).toBe(unknown);
  expect(nextSale(unknown, seen({ amount: { value: 100, currency: 'NOK' } }))).toBe(unknown);
  expect(nextSale(unknown, seen({ text: 'Something else' }))).toBe(unknown);
  expect(nextSale(unknown, seen({ agreement: sampleAgreement() }))).toBe(unknown);
});

test('[P4] the payment that kept the till busy is not taken for our own sale', () => {
  const busy = after(...typed, sent, failed('till_busy'));
  expect(nextSale(busy, seen({ state: 'presented' }))).toBe(busy);
});

test('[P2] a payment that is started over leaves the attempt as it is: its successor tells the outcome', () => {
  const unknown = after(...typed, sent, failed('unreachable'));
  const problem = { code: 'started_over', message: '' } as const;
  for (const state of ['closing', 'failed'] as const) {
    expect(nextSale(unknown, seen({ state, problem }))).toBe(unknown);
  }
  expect(nextSale(unknown, seen({ reference: 'ours-2', state: 'presented' }))).toEqual(emptySale);
});

test('keys change nothing while the request is under way', () => {
  const sending = after(...typed, sent);
  expect(nextSale(sending, press('9', 'other'))).toBe(sending);
  expect(nextSale(sending, { type: 'texted', text: 'Latte' })).toBe(sending);
});

test('a QR on the till answers the attempt before the response arrives', () => {
  const sending = after(...typed, sent);
  expect(nextSale(sending, seen({ state: 'started' }))).toBe(sending);
  expect(nextSale(sending, seen({ state: 'presented' }))).toEqual(emptySale);
});

test('a late response is not taken for that of the next sale', () => {
  const next = after(...typed, sent, seen({ state: 'presented' }), press('2', 'second'));
  expect(nextSale(next, failed('unreachable'))).toBe(next);
  expect(nextSale(next, { type: 'answered', key: 'first' })).toBe(next);
});

test('[P9] an amount below the minimum is refused before the server is asked', () => {
  expect(refusalOf(after(press('9', 'a'), press('9', 'a')))).toBe('too_little');
  expect(refusalOf(after(press('2', 'a'), press('00', 'a')))).toBeNull();
});

test('[P4] a closing payment does not keep the till busy', () => {
  expect(isPayable(samplePayment({ state: 'presented' }))).toBe(true);
  expect(isPayable(samplePayment({ state: 'closing' }))).toBe(false);
  expect(isPayable(null)).toBe(false);
});

test('[P2] an amount that was charged before takes the place of what was typed, under the same key', () => {
  const chosen = (freshKey: string): SaleEvent => ({ type: 'chosen', amountMinor: 4_900, freshKey });
  expect(after(chosen('first'))).toMatchObject({ keyed: keyedFrom(4_900), key: 'first' });
  expect(after(...typed, chosen('other'))).toMatchObject({ keyed: keyedFrom(4_900), key: 'first' });
  expect(after(...typed, sent, chosen('other'))).toMatchObject({ keyed: keyedFrom(24_900), step: 'sending' });
});

test.each([
  ['too_much', ['9', '9', '9', '9', '9', '9', '9', '9', '9']],
  ['too_precise', ['1', '4', '9', 'comma', '5', '0', '5']],
  ['too_precise', ['1', 'comma', '2', '4', '9', 'comma', '5', '0']],
] as const)('[P9] what is "%s" is not charged until the cashier has changed it', (refused, keys) => {
  const sale = after(...keys.map((key) => press(key, 'first')));
  expect(sale.keyed.refused).toBe(refused);
  expect(isMeant(sale)).toBe(false);
  expect(isMeant(nextSale(sale, press('1', 'other')))).toBe(false);
  expect(isMeant(nextSale(sale, { type: 'texted', text: 'Latte' }))).toBe(false);
  expect(isMeant(nextSale(sale, press('delete', 'other')))).toBe(true);
  expect(isMeant(nextSale(sale, { type: 'chosen', amountMinor: 4_900, freshKey: 'other' }))).toBe(true);
  expect(nextSale(sale, { type: 'cleared' }).keyed).toEqual(nothingKeyed);
});

test('clearing changes nothing unless the last key was refused', () => {
  const sale = after(...typed);
  expect(nextSale(sale, { type: 'cleared' })).toBe(sale);
});

test('[P2] a refused key hides that the outcome of an attempt is unknown, until a key is deleted', () => {
  const unknown = after(...typed, sent, failed('unreachable'));
  const refused = nextSale(unknown, press('00', 'other'));
  const tooMuch = ['00', '00', '00'].reduce((sale) => nextSale(sale, press('00', 'other')), refused);
  expect(tooMuch.keyed.refused).toBe('too_much');
  expect(nextSale(tooMuch, press('delete', 'other'))).toMatchObject({
    problem: 'unreachable',
    key: 'first',
    keyed: { refused: null },
  });
});
