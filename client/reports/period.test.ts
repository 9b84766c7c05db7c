import { describe, expect, test } from 'vitest';
import { addressOf, type Kind, lengthOf, neighbour, periodIn, periodText, periodWith } from './period.ts';

const span = (day: string, kind: Kind) => {
  const { from, to } = periodWith(day, kind);
  return [from, to];
};

describe('the period with a day in it', () => {
  test.each<[string, Kind, string, string]>([
    ['2026-11-25', 'day', '2026-11-25', '2026-11-25'],
    ['2026-11-25', 'week', '2026-11-23', '2026-11-29'],
    ['2026-11-29', 'week', '2026-11-23', '2026-11-29'],
    ['2027-01-01', 'week', '2026-12-28', '2027-01-03'],
    ['2028-02-10', 'month', '2028-02-01', '2028-02-29'],
    ['2026-12-31', 'month', '2026-12-01', '2026-12-31'],
  ])('%s, %s', (day, kind, from, to) => {
    expect(span(day, kind)).toEqual([from, to]);
  });
});

describe('the one after, and the one before', () => {
  test.each<[Kind, string, string]>([
    ['day', '2026-03-01', '2026-02-27'],
    ['week', '2026-03-02', '2026-02-16'],
    ['month', '2026-03-01', '2026-01-01'],
  ])('%s', (kind, next, last) => {
    const now = periodWith('2026-02-28', kind);
    expect([neighbour(now, 1).from, neighbour(now, -1).from]).toEqual([next, last]);
    expect(neighbour(neighbour(now, 1), -1)).toEqual(now);
  });

  test('of one’s own have as many days', () => {
    const own = { kind: 'own', from: '2026-01-30', to: '2026-02-03' } as const;
    expect(lengthOf(own)).toBe(5);
    expect(neighbour(own, 1)).toEqual({ kind: 'own', from: '2026-02-04', to: '2026-02-08' });
  });
});

test('the address keeps it, and says nothing that is no period', () => {
  const month = periodWith('2026-11-25', 'month');
  expect(periodIn(addressOf(month), '2026-12-01')).toEqual(month);
  const week = periodWith('2026-12-01', 'week');
  const odd = ['', '?kind=day', '?kind=year&from=2026-01-01&to=2026-01-02'];
  for (const search of [
    ...odd,
    '?kind=own&from=2026-02-30&to=2026-03-01',
    '?kind=own&from=2026-03-02&to=2026-03-01',
  ]) {
    expect(periodIn(search, '2026-12-01'), search).toEqual(week);
  }
});

test('a period is written as the locale does', () => {
  expect(periodText({ from: '2026-11-23', to: '2026-11-29' }, 'nb-NO')).toMatch(/^23\..29\. nov\. 2026$/);
  expect(periodText({ from: '2026-11-23', to: '2026-11-23' }, 'en-NO')).toBe('23 Nov 2026');
});
