import { expect, test } from 'vitest';
import { dayOf, exactTimeText, momentText, timeText, whenText } from './time-text.ts';

const till = { locale: 'en-NO', timeZone: 'Europe/Oslo', dayEndsAt: 0 };
const bar = { ...till, dayEndsAt: 4 };
const iso = (day: number) => `2026-11-${day}T13:05:09.000Z`;
const nowMs = Date.parse('2026-11-22T23:00:01.000Z');

test('a moment of today is written as the time of day, by the clock of the shop', () => {
  expect(whenText(iso(23), till, nowMs)).toBe('14:05');
  expect(exactTimeText(iso(23), till, nowMs)).toBe('14:05:09');
  expect(timeText(iso(23), { ...till, timeZone: 'Europe/Helsinki' })).toBe('15:05');
  expect(momentText(iso(23), { ...till, timeZone: 'Europe/Helsinki' })).toBe('23 Nov 2026, 15:05');
});

test('a moment of another day is written with its day', () => {
  expect(whenText(iso(22), till, nowMs)).toBe('22 Nov 2026, 14:05');
  expect(exactTimeText(iso(22), till, nowMs)).toBe('22 Nov 2026, 14:05:09');
  expect(whenText(iso(22), bar, nowMs)).toBe('14:05');
});

test('a night in which the clocks are changed belongs to the day before, up to the hour at which that ends', () => {
  const day = (at: string) => dayOf(Date.parse(at), bar);
  expect(day('2026-10-25T00:30:00Z')).toBe('2026-10-24');
  expect(day('2026-10-25T02:59:59Z')).toBe('2026-10-24');
  expect(day('2026-10-25T03:00:00Z')).toBe('2026-10-25');
  expect(day('2026-03-29T01:59:59Z')).toBe('2026-03-28');
  expect(day('2026-03-29T02:00:00Z')).toBe('2026-03-29');
});
