import { expect, test } from 'vitest';
import { historyEntrySchema } from '../contract/payments.ts';
import { toHistoryEntry } from './history.ts';
import { triggers } from './payment/trigger.ts';

const step = { version: 4, atMs: 1_000, state: 'cancelled', by: null, detail: { amount: 7 } } as const;

test('a step is told with its time, and all that is stored of it', () => {
  expect(historyEntrySchema.strict().parse(toHistoryEntry({ ...step, event: 'cancel' }))).toEqual({
    at: '1970-01-01T00:00:01.000Z',
    name: 'cancel',
    event: 'cancel',
    version: 4,
    state: 'cancelled',
    by: null,
    approvedBy: null,
    detail: { amount: 7 },
  });
});

test('a program that reads the names of before reads them still, each in its old meaning', () => {
  expect(toHistoryEntry({ ...step, event: 'voided' })).toMatchObject({ name: 'voided', event: 'released' });
  expect(toHistoryEntry({ ...step, event: 'released' })).toMatchObject({
    name: 'released',
    event: 'given_back',
  });
});

test('nothing else has two names, and no two steps share one', () => {
  const told = triggers.map((event) => toHistoryEntry({ ...step, event }));
  const twice = told.filter(({ name, event }) => name !== event).map(({ name }) => name);
  expect(twice).toEqual(['voided', 'released']);
  expect(new Set(told.map(({ event }) => event)).size).toBe(triggers.length);
});
