import { expect, test } from 'vitest';
import { msToLastMinute } from './last-minute.tsx';

test('the last minute is told once, when it begins', () => {
  expect(msToLastMinute(600_000, 0)).toBe(540_000);
  expect(msToLastMinute(600_000, 539_999)).toBe(1);
  expect(msToLastMinute(600_000, 540_000)).toBeNull();
  expect(msToLastMinute(600_000, 700_000)).toBeNull();
});
