// The verdict on a break: whether the tests that guard against it have failed.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Break, Red } from './break.ts';
import { replaceOnce } from './find.ts';
import { build, type Played, type PlayOptions, play, type Selection } from './selection.ts';

/** `crashed` and `ran no test` say nothing: no test has noticed anything. */
export type Verdict = {
  readonly is: 'red' | 'STILL GREEN' | 'find text missing' | 'does not build' | 'ran no test' | 'crashed';
  /** The first failure, or what is known instead. */
  readonly why: string;
  /** What the run printed, where that helps to find out why it is not red. */
  readonly output?: string;
};

export const needsBuild = ({ suite }: Pick<Red, 'suite'>) => suite !== 'unit' && suite !== 'lint';

/** Breaks the copy, plays what has to fail, and mends the copy again. */
export async function tryBreak(one: Break, root: string, signal: AbortSignal): Promise<Verdict> {
  const path = join(root, one.file);
  const source = readFileSync(path, 'utf8');
  const broken = replaceOnce(source, one.find, one.replace);
  if (broken === null) return { is: 'find text missing', why: `${one.file} does not hold it once` };
  const options: PlayOptions = { root, signal };
  writeFileSync(path, broken);
  try {
    if (needsBuild(one.red)) {
      const { exitCode, output } = await build(options);
      if (exitCode !== 0) return { is: 'does not build', why: `exit code ${exitCode}`, output };
    }
    return judge(await play(selectionOf(one.red), options));
  } finally {
    writeFileSync(path, source);
  }
}

export function selectionOf(red: Red): Selection {
  if (red.suite === 'lint' || red.suite === 'chaos' || red.suite === 'siege') return red;
  const { suite, files, title } = red;
  return { suite, files, titles: title === undefined ? [] : [title] };
}

/** Red is a test that failed, and nothing that failed but is no test. */
export function judge({ counts, problem, failures, output }: Played): Verdict {
  const [first, ...others] = failures.tests;
  const [crash] = failures.others;
  if (crash !== undefined) return { is: 'crashed', why: crash, output };
  if (first !== undefined) {
    const more = others.length > 0 ? ` (and ${others.length} more)` : '';
    return { is: 'red', why: `${first}${more}` };
  }
  if (counts.failed === 0) return { is: 'STILL GREEN', why: `${counts.passed} passed`, output };
  const isEmpty = counts.passed === 0 && problem === 'ran no test at all';
  return { is: isEmpty ? 'ran no test' : 'crashed', why: problem ?? 'no single test failed', output };
}
