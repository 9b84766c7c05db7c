import { expect, test } from 'vitest';
import { localDay, longDay, shiftDay } from '../ui/base/dates.ts';
import { dayIn, momentText, timeText } from './days.ts';

test('the day before and the day after cross months, years and changes of the clock', () => {
  expect(shiftDay('2026-03-01', -1)).toBe('2026-02-28');
  expect(shiftDay('2028-02-28', 1)).toBe('2028-02-29');
  expect(shiftDay('2026-12-31', 1)).toBe('2027-01-01');
  expect(shiftDay('2026-03-29', 1)).toBe('2026-03-30');
  expect(shiftDay('2026-10-25', -1)).toBe('2026-10-24');
});

test('the address names a day, or none that exists', () => {
  expect(dayIn('?date=2026-03-02')).toBe('2026-03-02');
  const none = ['', '?', '?date=', '?date=today', '?date=2026-02-30', '?date=2026-13-01', '?date=2026-3-2'];
  for (const search of none) expect(dayIn(search), search).toBeNull();
});

test('today is the day of the local calendar', () => {
  expect(localDay(new Date(2026, 0, 1, 0, 0, 1).getTime())).toBe('2026-01-01');
  expect(localDay(new Date(2026, 11, 31, 23, 59, 59).getTime())).toBe('2026-12-31');
});

test('a day is written out in the locale, whatever the time zone of the browser', () => {
  expect(longDay('2026-03-02', 'en-NO')).toBe('Monday, 2 March 2026');
});

test('times are those of the shop, not of the browser', () => {
  const at = '2026-06-30T22:05:00Z';
  expect(timeText(at, 'en-NO', 'Europe/Oslo')).toBe('00:05');
  expect(timeText(at, 'en-NO', 'Europe/London')).toBe('23:05');
  expect(momentText(at, 'en-NO', 'Europe/Oslo')).toMatch(/^1 Jul 2026.* 00:05$/);
});
