// What is printed of a siege.
import type { Tally } from './besiege.ts';
import type { Check, Round } from './verdict.ts';

const counts = (of: Readonly<Record<string, number>>) =>
  Object.entries(of)
    .toSorted(([, one], [, other]) => other - one)
    .map(([what, count]) => `${what} ${count}`)
    .join(', ');

function describeTally({ name, sent, refused, how }: Tally): string {
  return `| ${name} | ${sent} | ${refused} | ${counts(how)} |`;
}

export function describeRound({ tallies, sales, failedPolls, before, highest, back }: Round): string {
  const held = (what: 'megabytes' | 'descriptors') =>
    [before, highest, back.held].map((one) => Math.round(one[what])).join(' / ');
  const tries = sales.flatMap(({ failures }) => Object.entries(failures));
  const failed: Record<string, number> = {};
  for (const [how, times] of [...tries, ...failedPolls.flatMap((polls) => Object.entries(polls))]) {
    failed[how] = (failed[how] ?? 0) + times;
  }
  return [
    '| attack | sent | held off | how it ended |',
    '|---|---|---|---|',
    ...tallies.map(describeTally),
    '',
    `the server, before / highest / after: ${held('megabytes')} MB of the machine; ${held('descriptors')} descriptors`,
    `the shop's own requests that failed: ${counts(failed) || 'none'}`,
  ].join('\n');
}

export const describeCheck = ({ what, seen, holds }: Check) => `${holds ? '✓' : '✗'} ${what}: ${seen}`;
