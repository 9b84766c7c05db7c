import { expect, test } from 'vitest';
import { exactTimeText, whenText } from './time-text.ts';

const iso = (day: number) => new Date(2026, 10, day, 14, 5, 9).toISOString();
const nowMs = new Date(2026, 10, 23, 0, 0, 1).getTime();

test('what was today is told by its time', () => {
  expect(whenText(iso(23), 'en-NO', nowMs)).toBe('14:05');
  expect(exactTimeText(iso(23), 'en-NO', nowMs)).toBe('14:05:09');
});

test('what was on another day is told by its day, too', () => {
  expect(whenText(iso(22), 'en-NO', nowMs)).toBe('22 Nov 2026, 14:05');
  expect(exactTimeText(iso(22), 'en-NO', nowMs)).toBe('22 Nov 2026, 14:05:09');
});
