import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { judged } from './judged.ts';
import { groups } from './scope.ts';
import { breaksOf } from './survivors.ts';

const all = Object.values(groups);

test('every file that is to be broken is there, once, and so are tests that have to notice', () => {
  const files = all.flatMap(({ mutate }) => mutate);
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
  expect(new Set(files).size).toBe(files.length);
  const named = all.flatMap(({ tests }) => tests).filter((test) => !/[{*]/.test(test));
  expect(named.filter((file) => !existsSync(file))).toEqual([]);
  expect(globSync(groups['vipps']?.tests ?? [])).toContain(join('server', 'vipps', 'ecom', 'calls.test.ts'));
});

test('only breaks of these files are judged, each once and with a reason', () => {
  const mutated = all.flatMap(({ mutate }) => mutate);
  expect(judged.filter(({ file }) => !mutated.includes(file))).toEqual([]);
  expect(judged.filter(({ why }) => why === '')).toEqual([]);
  const breaks = breaksOf(judged).map((one) => JSON.stringify(one));
  expect(new Set(breaks).size).toBe(breaks.length);
});
