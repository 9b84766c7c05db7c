import { expect, test } from 'vitest';
import type { Red } from './break.ts';
import { groupsOf } from './sound.ts';

test('the tests that have to be green first take few runs: with titles, without, and each check once', () => {
  const reds: Red[] = [
    { suite: 'unit', files: ['a.test.ts'] },
    { suite: 'browser', files: ['a.spec.ts'], title: 'one' },
    { suite: 'unit', files: ['b.test.ts'], title: 'two' },
    { suite: 'unit', files: ['a.test.ts', 'c.test.ts'] },
    { suite: 'browser', files: ['a.spec.ts'], title: 'three' },
    { suite: 'lint', check: 'types', says: 'TS1' },
    { suite: 'lint', check: 'types', says: 'TS2' },
    { suite: 'chaos' },
    { suite: 'siege' },
    { suite: 'chaos' },
  ];
  expect(groupsOf(reds)).toEqual([
    { suite: 'lint', check: 'types', says: '' },
    { suite: 'unit', files: ['a.test.ts', 'c.test.ts'], titles: [] },
    { suite: 'browser', files: ['a.spec.ts'], titles: ['one', 'three'] },
    { suite: 'unit', files: ['b.test.ts'], titles: ['two'] },
    { suite: 'chaos' },
    { suite: 'siege' },
  ]);
  expect(groupsOf([])).toEqual([]);
});
