// What was seen in the trials of a screen, against what is wanted of it.
import { median } from '../run/statistics.ts';
import type { Trial } from './screens.ts';

export type Figure = {
  readonly name: string;
  readonly unit: string;
  readonly of: (trial: Trial) => readonly number[];
  /** Must not be exceeded: the median, or by any trial. */
  readonly goal: { readonly most: number; readonly by: 'median' | 'worst' } | null;
};
export type Row = Omit<Figure, 'of'> & {
  readonly screen: string;
  readonly median: number;
  readonly worst: number;
  readonly isMissed: boolean;
};

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

const firstPaint = (goal: Figure['goal']): Figure => ({
  ...{ name: 'first contentful paint', unit: 'ms', goal },
  of: ({ firstPaintMs }) => [firstPaintMs],
});
const afterwards: readonly Figure[] = [
  {
    ...{ name: 'largest contentful paint', unit: 'ms', goal: null },
    of: ({ largestPaintMs }) => [largestPaintMs],
  },
  {
    ...{ name: 'layout shift', unit: '', goal: { most: 0, by: 'worst' } },
    // In three decimals, as Lighthouse tells it.
    of: ({ shifts }) => [Math.round(sum(shifts.map(({ value }) => value)) * 1_000) / 1_000],
  },
  {
    ...{ name: 'longest task', unit: 'ms', goal: null },
    of: ({ longTasksMs }) => [Math.max(0, ...longTasksMs)],
  },
  {
    ...{ name: 'total blocking time', unit: 'ms', goal: null },
    of: ({ longTasksMs }) => [sum(longTasksMs.map((ms) => ms - 50))],
  },
];
const answer = (name: string, goal: Figure['goal']): Figure => ({
  ...{ name, unit: 'ms', goal },
  of: ({ answersMs }) => answersMs,
});

export const ofDisplay = [
  firstPaint({ most: 1_000, by: 'median' }),
  ...afterwards,
  // With the time in which its words are fetched.
  answer('tap to another language', null),
];
export const ofCashier = [
  firstPaint(null),
  ...afterwards,
  answer('key to painted digit', { most: 100, by: 'median' }),
];

/** A goal that could not be measured is missed. */
export function toRow(screen: string, { of, ...figure }: Figure, trials: readonly Trial[]): Row {
  const values = trials.flatMap(of);
  const seen = { median: median(values), worst: Math.max(...values) };
  const { goal } = figure;
  return { ...figure, screen, ...seen, isMissed: goal !== null && !(seen[goal.by] <= goal.most) };
}

export function table(rows: readonly Row[]): string {
  const told = ({ unit }: Row, value: number) =>
    unit === '' ? String(value) : `${Math.round(value)} ${unit}`;
  const lines = rows.map((row) => {
    const goal = row.goal === null ? '' : `${row.goal.by} at most ${told(row, row.goal.most)}`;
    const cells = [row.screen, row.name, told(row, row.median), told(row, row.worst), goal];
    return `| ${[...cells, row.isMissed ? 'MISSED' : ''].join(' | ')} |`;
  });
  return ['| screen | figure | median | worst | goal | |', '|---|---|---|---|---|---|', ...lines].join('\n');
}
