// Whether the tests that have to turn red are green before anything is broken.
import { summaryLine } from '../run/counts.ts';
import type { Break, Red, RedTests } from './break.ts';
import { build, type PlayOptions, play, type Selection } from './selection.ts';
import { needsBuild } from './verdict.ts';

/** All selections in as few runs as there can be: those with a title, and those without. */
export function groupsOf(reds: readonly Red[]): Selection[] {
  const checks = (['biome', 'types', 'imports'] as const)
    .filter((check) => reds.some((red) => red.suite === 'lint' && red.check === check))
    .map((check) => ({ suite: 'lint', check, says: '' }) as const);
  const tests = [...Map.groupBy(reds.filter(isOfTests), groupName).values()].map(together);
  const whole = (['chaos', 'siege'] as const)
    .filter((suite) => reds.some((red) => red.suite === suite))
    .map((suite) => ({ suite }) satisfies Selection);
  return [...checks, ...tests, ...whole];
}

const isOfTests = (red: Red): red is RedTests => red.suite === 'unit' || red.suite === 'browser';
const groupName = ({ suite, title }: RedTests) => `${suite} ${title === undefined ? 'files' : 'titles'}`;

function together(reds: readonly RedTests[]): Selection {
  const files = new Set(reds.flatMap((red) => red.files));
  const titles = new Set(reds.flatMap(({ title }) => title ?? []));
  return { suite: reds[0]?.suite ?? 'unit', files: [...files], titles: [...titles] };
}

/** Says of each group what came of it. @returns whether all of them passed. */
export async function isSound(breaks: readonly Break[], root: string, signal: AbortSignal): Promise<boolean> {
  const options: PlayOptions = { root, signal };
  const groups = groupsOf(breaks.map(({ red }) => red));
  if (groups.some(needsBuild)) await build(options);
  let sound = true;
  for (const group of groups) {
    const beganMs = performance.now();
    const { counts, problem, output } = await play(group, options);
    const seconds = ((performance.now() - beganMs) / 1000).toFixed(1);
    const name = group.suite === 'lint' ? group.check : group.suite;
    console.log(`unbroken, ${name}: ${summaryLine(counts)} (${seconds} s)${problem ? `: ${problem}` : ''}`);
    if (counts.failed === 0) continue;
    sound = false;
    console.log(output.trim());
  }
  return sound;
}
