import { expect, test } from 'vitest';
import { samplePayment } from '../../testing/sample-payment.ts';
import { keyedFrom, type PadKey } from './keypad.ts';
import { emptySale, isMeant, nextSale, repeatedFrom, type Sale, type SaleEvent } from './sale.ts';

const after = (...events: SaleEvent[]): Sale => events.reduce(nextSale, emptySale);
const press = (key: PadKey, freshKey = 'other'): SaleEvent => ({ type: 'pressed', key, freshKey });
const typed = [press('2', 'first'), press('4'), press('9'), press('00')];
const sent: SaleEvent = { type: 'sent', before: null };
const failed = (failure: 'vipps_rejected' | 'unreachable'): SaleEvent => ({
  type: 'failed',
  key: 'first',
  failure,
  freshKey: 'fresh',
});
const lines = [{ name: 'Flat white', quantity: 2, amount: { value: 11_600, currency: 'NOK' as const } }];
const earlier = samplePayment({ text: 'Two flat whites', amount: { value: 11_600, currency: 'NOK' }, lines });
const repeated: SaleEvent = { type: 'repeated', ...repeatedFrom(earlier, 'Till 1'), freshKey: 'again' };

test('[P2] a repeated sale has the same amount, text and lines, and a key of its own', () => {
  const same = { keyed: keyedFrom(11_600), text: 'Two flat whites', lines, key: 'again', step: 'typing' };
  expect(after(repeated)).toMatchObject(same);
  expect(after(...typed, repeated)).toMatchObject(same);
  expect(repeatedFrom({ ...earlier, text: 'Till 1' }, 'Till 1').text).toBe('');
});

test('[P4] a repeat keeps the key of an attempt whose outcome is unknown, and changes nothing under way', () => {
  expect(after(...typed, sent, failed('unreachable'), repeated).key).toBe('first');
  const sending = after(...typed, sent);
  expect(nextSale(sending, repeated)).toBe(sending);
});

test('[P9] lines leave with the amount that they add up to', () => {
  expect(after(repeated, { type: 'texted', text: 'Latte' }).lines).toEqual(lines);
  expect(after(repeated, press('delete')).lines).toEqual([]);
  expect(after(repeated, { type: 'chosen', amountMinor: 4_900, freshKey: 'x' }).lines).toEqual([]);
});

test('an amount that was left by a failed start begins anew with the next digit', () => {
  const left = after(...typed, sent, failed('vipps_rejected'));
  expect(left).toMatchObject({ keyed: keyedFrom(24_900), isLeft: true });
  expect(nextSale(left, press('5'))).toMatchObject({ keyed: keyedFrom(5), isLeft: false, key: 'fresh' });
  expect(nextSale(nextSale(left, press('5')), press('5')).keyed).toEqual(keyedFrom(55));
  expect(nextSale(left, press('delete')).keyed).toEqual(keyedFrom(2_490));
  expect(nextSale(left, press('plus')).keyed.typed).toBe('24900+');
});

test('[P2] while the outcome is unknown a digit changes the amount, under the same key', () => {
  const unknown = after(...typed, sent, failed('unreachable'));
  expect(unknown.isLeft).toBe(false);
  expect(nextSale(unknown, press('5'))).toMatchObject({ keyed: keyedFrom(249_005), key: 'first' });
});

test('[P9] a calculation that waits for a number is not charged', () => {
  const waiting = after(...typed, press('plus'));
  expect(isMeant(waiting)).toBe(false);
  expect(isMeant(nextSale(waiting, press('5')))).toBe(true);
});
