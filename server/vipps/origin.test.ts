// [P11] What Vipps shows under our reference is ours only where all that it tells of its making says so.
import { describe, expect, test } from 'vitest';
import { anOrder } from '../testing/vipps.ts';
import { createWhose, isAnother, type Origin, vippsTimeMs } from './origin.ts';
import { paymentLifeMs } from './qr.ts';

const minuteMs = 60_000;
const startedMs = 7 * paymentLifeMs;
const order = anOrder({
  createdAtMs: 1_772_442_000_000,
  expiresAtMs: startedMs + paymentLifeMs,
  qrExpiresAtMs: null,
});
/** A minute after the start; Vipps' clock has another time altogether. */
const vippsNowMs = Date.parse('2031-05-06T07:08:09Z');
const whoseBy = (secret = 'secret', sinceStartMs = minuteMs) =>
  createWhose({ secret, clock: { steadyMs: () => startedMs + sinceStartMs }, vippsNowMs: () => vippsNowMs });
const whose = whoseBy();

const made = (bent: Partial<Origin> = {}, earlierMs = 0): Origin => ({
  amount: order.amount.value,
  currency: 'NOK',
  madeAtMs: vippsNowMs - minuteMs - earlierMs,
  key: null,
  text: null,
  ...bent,
});
const isOurs = (origin: Origin | null) => whose.isOurs(order, origin, 'Socks');

describe('an order is ours', () => {
  test.each([
    ['that says no more than the amount, within five minutes', made({}, 4 * minuteMs)],
    ['by a clock of Vipps that is minutes ahead of itself', made({}, -4 * minuteMs)],
    ['with our key', made({ key: whose.keyOf(order) })],
    [
      'with our key, of a database that was lost within the hour',
      made({ key: whose.keyOf(order) }, 59 * minuteMs),
    ],
    [
      'with a key of another start of ours',
      made({ key: whose.keyOf({ ...order, createdAtMs: 5 }) }, 30 * minuteMs),
    ],
    ['with our text', made({ text: 'Socks' }, 59 * minuteMs)],
    ['with our text, tidied up', made({ text: ' Socks\u00a0' })],
  ])('%s', (_, origin) => {
    expect(isOurs(origin)).toBe(true);
  });
});

describe('an order is another system’s', () => {
  const key = whose.keyOf(order);
  test.each([
    ['of which nothing is told', null],
    ['of another amount', made({ amount: 500, key })],
    ['in another currency', made({ currency: 'DKK', key })],
    ['of the same amount in the same minute, with another key', made({ key: 'of-a-web-shop' })],
    ['whose key is the reference', made({ key: order.reference })],
    [
      'whose key is of another order of ours',
      made({ key: whose.keyOf({ ...order, reference: 'till-1-b' }) }),
    ],
    ['whose key is of another merchant’s Tillside', made({ key: whoseBy('another').keyOf(order) })],
    ['of the same amount in the same minute, with another text', made({ text: 'Web shop' })],
    ['that says no more than the amount, six minutes before', made({}, 6 * minuteMs)],
    ['that says no more than the amount, six minutes after', made({}, -6 * minuteMs)],
    ['with our text, and yesterday', made({ text: 'Socks' }, 24 * 60 * minuteMs)],
    ['with our key, and tomorrow', made({ key }, -24 * 60 * minuteMs)],
    ['that does not say when it was made', made({ madeAtMs: null, key })],
  ])('%s', (_, origin) => {
    expect(isOurs(origin)).toBe(false);
  });

  test('by its age, however long ago we began', () => {
    const later = whoseBy('secret', 30 * minuteMs);
    expect(later.isOurs(order, made({}, 29 * minuteMs), 'Socks')).toBe(true);
    expect(later.isOurs(order, made(), 'Socks')).toBe(false);
  });
});

describe('a key', () => {
  test('is of one start: asked for again it is another', () => {
    expect(whose.keyOf(order)).toBe(whoseBy().keyOf(order));
    expect(whose.keyOf({ ...order, createdAtMs: order.createdAtMs + 1 })).not.toBe(whose.keyOf(order));
  });

  test('is one that every API takes, and tells no secret', () => {
    expect(whose.keyOf(order)).toMatch(/^[\w-]{20,40}$/);
    expect(whose.keyOf(order)).not.toContain('secret');
  });
});

test('a time without a zone is UTC; what is no time is none', () => {
  const ms = Date.UTC(2026, 0, 2, 3, 4, 5);
  expect(vippsTimeMs('2026-01-02T03:04:05Z')).toBe(ms);
  expect(vippsTimeMs('2026-01-02T03:04:05')).toBe(ms);
  expect(vippsTimeMs('2026-01-02T04:04:05+01:00')).toBe(ms);
  expect([vippsTimeMs('soon'), vippsTimeMs(''), vippsTimeMs(null), vippsTimeMs(undefined)]).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

test('of one whose code was shown, another amount or currency still is another order', () => {
  expect(isAnother(order, { amount: order.amount.value, currency: 'NOK' })).toBe(false);
  expect(isAnother(order, { amount: 500, currency: 'NOK' })).toBe(true);
  expect(isAnother(order, { amount: order.amount.value, currency: 'SEK' })).toBe(true);
});
