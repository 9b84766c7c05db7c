import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { judged } from './judged.ts';
import { groups } from './scope.ts';
import { breaksOf } from './survivors.ts';

const all = Object.values(groups);

test('every file that is to be broken is there, once, and so are the tests that have to notice', () => {
  const files = all.flatMap(({ mutate, tests }) => [...mutate, ...tests]);
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
  expect(new Set(files).size).toBe(files.length);
});

test('only breaks of these files are judged, each once and with a reason', () => {
  const mutated = all.flatMap(({ mutate }) => mutate);
  expect(judged.filter(({ file }) => !mutated.includes(file))).toEqual([]);
  expect(judged.filter(({ why }) => why === '')).toEqual([]);
  const breaks = breaksOf(judged).map((one) => JSON.stringify(one));
  expect(new Set(breaks).size).toBe(breaks.length);
});
