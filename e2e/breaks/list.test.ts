import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { apis, type Break, kinds, rules } from './break.ts';
import { countIn } from './find.ts';
import { breaks } from './list.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string) => (existsSync(`${root}${file}`) ? readFileSync(`${root}${file}`, 'utf8') : null);

/** After a move: the sources in which a text stands once. */
function placesOf(find: string): string {
  const sources = globSync('{server,client}/**/*.{ts,tsx,css,mjs}', { cwd: root }).sort();
  const places = sources.filter((file) => countIn(read(file) ?? '', find) === 1);
  return places.length > 0 ? places.join(', ') : 'no source';
}

/** Why a break cannot be made; empty when it can. */
function faultsOf({ file, find, replace, red }: Break): string[] {
  const faults: string[] = [];
  const times = countIn(read(file) ?? '', find);
  if (times !== 1) faults.push(`"${find}" stands ${times} times in ${file}, and once in ${placesOf(find)}`);
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

  test('each rule, each API and each kind of test has a break that it notices', () => {
    const guarded = new Set(breaks.flatMap(({ guards }) => guards));
    expect([...rules, ...apis, ...kinds].filter((one) => !guarded.has(one))).toEqual([]);
  });

  test('a break that cannot be made is reported, with the files to which its text may have moved', () => {
    const one: Break = {
      name: '',
      guards: [],
      file: 'server/gone.ts',
      find: 'enableCompileCache(codeCachePath',
      replace: '',
      red: { suite: 'unit', files: ['gone.test.ts'] },
    };
    const gone = `"${one.find}" stands 0 times in server/gone.ts, and once in`;
    expect(faultsOf(one)).toEqual([
      `${gone} server/launch/compile.mjs, server/launch/serve.mjs`,
      'there is no gone.test.ts',
    ]);
    const red = { suite: 'unit', files: ['server/core/clock.test.ts'], title: 'no such test' } as const;
    expect(faultsOf({ ...one, file: 'server/launch/serve.mjs', red })).toEqual([
      'no test is called "no such test"',
    ]);
  });
});
