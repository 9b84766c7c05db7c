// What a run prints at its end.
import { finalStates } from './compare/ledgers.ts';
import type { RoundResult } from './round.ts';

type Row = [what: string, counts: Record<string, number>];

/** @param failed rounds that did not come to a comparison. */
export function table(seed: number, results: readonly RoundResult[], failed: number, tookMs: number): string {
  const rows: Row[] = [
    ['kills', tally(results.flatMap(({ kills }) => Object.entries(kills)))],
    ['faults', tally(results.flatMap(({ plan }) => plan.faults.map(({ kind }) => [kind, 1])))],
    ['world', tally(results.flatMap(({ world }) => world.map((what) => [what, 1])))],
    ['apis', tally(results.flatMap(({ evidence }) => evidence.theirs.map(({ api }) => [api, 1])))],
    ['payments', tally(results.flatMap(endsOf))],
    ['money', tally(results.flatMap(movesOf))],
  ];
  const disagreements = results.reduce((sum, result) => sum + result.disagreements.length, failed);
  const seconds = Math.round(tookMs / 1000);
  return [
    `seed ${seed}: ${results.length + failed} rounds in ${seconds} s`,
    ...rows.map(([what, counts]) => `${what.padEnd(10)}${describe(counts)}`),
    `disagreements: ${disagreements}`,
  ].join('\n');
}

function tally(entries: (readonly [string, number])[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [name, count] of entries) counts[name] = (counts[name] ?? 0) + count;
  return counts;
}

function describe(counts: Record<string, number>): string {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const each = Object.entries(counts)
    .toSorted(([, one], [, other]) => other - one)
    .map(([name, count]) => `${name} ${count}`);
  return `${String(all).padStart(5)}  ${each.join(', ')}`;
}

function endsOf({ evidence }: RoundResult): [string, number][] {
  return evidence.ours.map(({ state }) => [finalStates.includes(state) ? state : 'open', 1]);
}

function movesOf({ evidence }: RoundResult): [string, number][] {
  return evidence.theirs.flatMap(({ history }) =>
    history
      .filter(({ operation, success }) => success && operation !== 'INITIATE')
      .map(({ operation }): [string, number] => [operation, 1]),
  );
}
