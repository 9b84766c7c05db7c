import { expect, test } from 'vitest';
import * as en from '../../ui/texts/en/cashier/all.ts';
import { detailOf, eventText } from './event-text.ts';

const { events } = en.history;

test('what happened is told in words', () => {
  expect(eventText({ name: 'created' }, events)).toBe('Sale entered');
  expect(eventText({ name: 'refund_refused' }, events)).toBe('Refund refused');
});

test('what nobody has words for keeps its name, also where the name means something to JavaScript', () => {
  expect(eventText({ name: 'reauthorised' }, events)).toBe('reauthorised');
  expect(eventText({ name: 'constructor' }, events)).toBe('constructor');
});

test.each([
  'accepted',
  'released',
  'release',
  'release_delayed',
  'release_refused',
  'stop',
  'stopped',
  'stop_delayed',
  'stop_refused',
  'voided',
])('"%s" has words', (name) => {
  expect(eventText({ name }, events)).toMatch(/^[A-Z][a-z ]+$/);
});

test('how much was asked for, and why', () => {
  const refund = { detail: { amount: 4_950, reason: 'Wrong amount' } };
  expect(detailOf(refund)).toEqual({ amountMinor: 4_950, reason: 'Wrong amount' });
});

test.each([{}, { amount: null }, { amount: { value: 100, currency: 'NOK' } }, { amount: 0.5, reason: 7 }])(
  'a step that tells neither: %j',
  (detail) => {
    expect(detailOf({ detail })).toEqual({ amountMinor: null, reason: null });
  },
);
