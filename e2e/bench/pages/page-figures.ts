// The measurements of visits of a screen as figures with their goals.
import { median, sum, worst } from '../../run/statistics.ts';
import { type Figure, milliseconds } from '../figure.ts';
import type { Visit } from './visits.ts';
import { slowDown } from './watch-page.ts';

export type Visited = {
  /** As the figures name it. */
  screen: string;
  visits: readonly Visit[];
};
/** Must not be exceeded: by the median, or by any visit. */
type Goal = { most: number; by: 'median' | 'worst' };
type Wanted = {
  name: string;
  of: (visit: Visit) => readonly number[];
  print: (value: number) => string;
  goal: Goal | null;
};

const timed = (name: string, of: Wanted['of'], goal: Goal | null = null): Wanted => ({
  name,
  of,
  goal,
  print: milliseconds,
});
const afterwards: readonly Wanted[] = [
  timed('largest contentful paint', ({ largestPaintMs }) => [largestPaintMs]),
  {
    name: 'layout shift',
    // In three decimals, as Lighthouse tells it.
    of: ({ shifts }) => [Math.round(sum(shifts.map(({ value }) => value)) * 1_000) / 1_000],
    print: String,
    goal: { most: 0, by: 'worst' },
  },
  timed('longest task', ({ longTasksMs }) => [Math.max(0, ...longTasksMs)]),
  timed('total blocking time', ({ longTasksMs }) => [sum(longTasksMs.map((ms) => ms - 50))]),
];
const firstPaint = (goal: Goal | null) => timed('first paint', ({ firstPaintMs }) => [firstPaintMs], goal);

const soon: Goal = { most: 1_000, by: 'median' };

export const ofDisplay: readonly Wanted[] = [
  firstPaint(soon),
  ...afterwards,
  // Includes the time in which its texts are fetched.
  timed('tap to another language', ({ answersMs }) => answersMs),
];
export const ofCashier: readonly Wanted[] = [
  firstPaint(null),
  ...afterwards,
  timed('key to painted digit', ({ answersMs }) => answersMs, { most: 100, by: 'median' }),
];

/** A goal that could not be measured is missed. */
export function figureOf({ name, of, print, goal }: Wanted, { screen, visits }: Visited): Figure {
  const values = visits.flatMap(of);
  const seen = { median: median(values), worst: worst(values) };
  return {
    name: `${name} of ${screen}`,
    seen: `median ${print(seen.median)}, worst ${print(seen.worst)}`,
    goal: goal === null ? '' : `${goal.by} ≤ ${print(goal.most)}`,
    holds: goal === null || seen[goal.by] <= goal.most,
    floor: '',
    baseline: '',
    ratio: null,
  };
}

/** The first paint beside that of a page of one line, so that it can be compared between machines. */
export function besidePlain(visited: Visited, plainMs: readonly number[]): Figure {
  const floorMs = median(plainMs);
  const seenMs = median(visited.visits.map(({ firstPaintMs }) => firstPaintMs));
  const figure = figureOf(firstPaint(soon), visited);
  return {
    ...figure,
    name: `${figure.name}, cold, ${slowDown} times slowed down`,
    floor: `a page of one line ${milliseconds(floorMs)}`,
    ratio: { value: seenMs / floorMs, better: 'lower' },
  };
}
