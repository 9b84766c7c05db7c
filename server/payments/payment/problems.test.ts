import { expect, test } from 'vitest';
import { linesRefused } from './problems.ts';

test('lines that Vipps refuses are told in its own words', () => {
  expect(linesRefused('no such tax')).toEqual({ code: 'lines_refused', message: 'no such tax' });
});
