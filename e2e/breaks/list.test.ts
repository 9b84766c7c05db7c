import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Break } from './break.ts';
import { countIn } from './find.ts';
import { breaks } from './list.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string) => (existsSync(`${root}${file}`) ? readFileSync(`${root}${file}`, 'utf8') : null);

/** Why the runner could not even begin; none when all is there. */
function faultsOf({ file, find, replace, red }: Break): string[] {
  const source = read(file);
  const faults: string[] = [];
  if (source === null) faults.push(`there is no ${file}`);
  else if (countIn(source, find) !== 1) faults.push(`${file} holds "${find}" ${countIn(source, find)} times`);
  if (find === replace) faults.push('nothing is broken');
  if (red.suite !== 'unit' && red.suite !== 'browser') return faults;
  const tests = red.files.map((one) => [one, read(one)] as const);
  faults.push(...tests.filter(([, text]) => text === null).map(([one]) => `there is no ${one}`));
  const isNamed = red.title === undefined || tests.some(([, text]) => text?.includes(red.title ?? ''));
  if (!isNamed) faults.push(`no test is called "${red.title}"`);
  return faults;
}

describe('every break can be made: `npm run breaks` shows that the tests notice it', () => {
  test.each(breaks.map((one) => [one.name, one] as const))('%s', (_, one) => {
    expect(faultsOf(one)).toEqual([]);
  });

  test('each has a name of its own, and a text to find that does not depend on how lines are broken', () => {
    expect(new Set(breaks.map(({ name }) => name)).size).toBe(breaks.length);
    expect(breaks.filter(({ find }) => find.includes('\n') || find.length > 80)).toEqual([]);
  });

  test('what cannot be made is seen', () => {
    const [first] = breaks;
    const gone = {
      ...first,
      file: 'server/gone.ts',
      red: { suite: 'unit', files: ['gone.test.ts'] },
    } as Break;
    expect(faultsOf(gone)).toEqual(['there is no server/gone.ts', 'there is no gone.test.ts']);
    const lost = { ...first, find: 'no such text' } as Break;
    expect(faultsOf(lost)).toEqual([expect.stringContaining('holds "no such text" 0 times')]);
  });
});
