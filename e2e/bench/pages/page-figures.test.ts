import { expect, test } from 'vitest';
import { besidePlain, figureOf, ofCashier, ofDisplay } from './page-figures.ts';
import type { Visit } from './visits.ts';

const visit = (more: Partial<Visit> = {}): Visit => ({
  firstPaintMs: 800,
  largestPaintMs: 900,
  shifts: [],
  longTasksMs: [],
  answersMs: [40],
  ...more,
});
const figures = (wanted: typeof ofDisplay, ...visits: Visit[]) =>
  wanted.map((one) => figureOf(one, { screen: 'it', visits }));
const missed = (wanted: typeof ofDisplay, ...visits: Visit[]) =>
  figures(wanted, ...visits)
    .filter(({ holds }) => !holds)
    .map(({ name }) => name);

test('a screen that is painted soon, stands still and reacts in time meets all goals', () => {
  expect(missed(ofDisplay, visit())).toEqual([]);
  expect(missed(ofCashier, visit())).toEqual([]);
});

test('one visit in which something moved misses the goal, one slow visit does not', () => {
  const [moved, slow] = [
    visit({ shifts: [{ value: 0.01, atMs: 5, moved: [] }] }),
    visit({ firstPaintMs: 5_000 }),
  ];
  expect(missed(ofDisplay, visit(), visit(), moved)).toEqual(['layout shift of it']);
  expect(missed(ofDisplay, visit(), visit(), slow)).toEqual([]);
  expect(missed(ofDisplay, slow)).toEqual(['first paint of it']);
});

test('a goal that could not be measured is missed', () => {
  expect(missed(ofDisplay, visit({ firstPaintMs: Number.NaN }))).toEqual(['first paint of it']);
  expect(missed(ofCashier, visit({ answersMs: [] }))).toEqual(['key to painted digit of it']);
});

test('the first paint is compared with that of a page of one line', () => {
  const { name, ratio } = besidePlain({ screen: 'it', visits: [visit()] }, [400, 400, 500]);
  expect(name).toBe('first paint of it, cold, 4 times slowed down');
  expect(ratio).toEqual({ value: 2, better: 'lower' });
});
