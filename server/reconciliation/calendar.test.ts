import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs, seed } from '../testing/model/runs.ts';
import { boundsOf, dayOf, shiftDay } from './calendar.ts';

const hourMs = 3_600_000;
/** A day in a time zone: when it begins (UTC), and how many hours it has. */
function dayIn(timeZone: string, day: string, dayEndsAt = 0): [string, number] {
  const { fromMs, toMs } = boundsOf(day, { timeZone, dayEndsAt });
  return [new Date(fromMs).toISOString(), (toMs - fromMs) / hourMs];
}

describe('a day of a shop', () => {
  test.each([
    ['an ordinary one in summer', 'Europe/Oslo', '2026-07-01', '2026-06-30T22:00:00.000Z', 24],
    ['the last of the year', 'Europe/Oslo', '2026-12-31', '2026-12-30T23:00:00.000Z', 24],
    ['the clocks are put forward', 'Europe/Oslo', '2026-03-29', '2026-03-28T23:00:00.000Z', 23],
    ['the clocks are put back', 'Europe/Oslo', '2026-10-25', '2026-10-24T22:00:00.000Z', 25],
    ['an hour earlier in Finland', 'Europe/Helsinki', '2026-07-01', '2026-06-30T21:00:00.000Z', 24],
    ['west of Greenwich', 'America/New_York', '2026-03-02', '2026-03-02T05:00:00.000Z', 24],
    ['there is no midnight', 'Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00.000Z', 23],
    ['after one without a midnight', 'Africa/Cairo', '2026-04-25', '2026-04-24T21:00:00.000Z', 24],
    ['midnight comes twice', 'America/Havana', '2026-11-01', '2026-11-01T04:00:00.000Z', 25],
    ['the 29th of February', 'UTC', '2028-02-29', '2028-02-29T00:00:00.000Z', 24],
  ])('begins and ends at midnight: %s', (_, timeZone, day, begins, hours) => {
    expect(dayIn(timeZone, day)).toEqual([begins, hours]);
  });

  test.each([
    ['a bar’s', '2026-07-01', 4, '2026-07-01T02:00:00.000Z', 24],
    [
      'the night before the clocks are put forward belongs to it',
      '2026-03-28',
      4,
      '2026-03-28T03:00:00.000Z',
      23,
    ],
    ['the hour of its end is left out', '2026-03-28', 2, '2026-03-28T01:00:00.000Z', 24],
    ['it begins where the clocks are put forward', '2026-03-29', 2, '2026-03-29T01:00:00.000Z', 23],
    [
      'the night before the clocks are put back belongs to it',
      '2026-10-24',
      4,
      '2026-10-24T02:00:00.000Z',
      25,
    ],
    ['the hour of its end comes twice: the first counts', '2026-10-24', 2, '2026-10-24T00:00:00.000Z', 24],
  ])('begins and ends at another hour in Oslo: %s', (_, day, dayEndsAt, begins, hours) => {
    expect(dayIn('Europe/Oslo', day, dayEndsAt)).toEqual([begins, hours]);
  });

  test('counts what is sold in the night to the evening on which it began', () => {
    const bar = { timeZone: 'Europe/Oslo', dayEndsAt: 4 };
    expect(dayOf(Date.parse('2026-07-02T01:59:59.999Z'), bar)).toBe('2026-07-01');
    expect(dayOf(Date.parse('2026-07-02T02:00:00.000Z'), bar)).toBe('2026-07-02');
  });
});

/** What the clock on the wall shows, as Swedes write it, which can be compared as text. */
const wallOf = (ms: number, timeZone: string) =>
  new Date(ms).toLocaleString('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });

const zones = Intl.supportedValuesOf('timeZone');
/** Those of our currencies, in which most shops are, come as often as all others. */
const ours = ['Europe/Oslo', 'Europe/Copenhagen', 'Europe/Stockholm', 'Europe/Helsinki'];
const zone = fc.oneof(fc.constantFrom(...ours), fc.constantFrom(...zones));
const anyDay = fc.integer({ min: 0, max: 365 * 60 }).map((days) => shiftDay('1990-01-01', days));

/** Each day with those around it on which the clocks of a zone are changed. */
function changesOf(timeZone: string, year: number): string[] {
  const hours = (day: string) => dayIn(timeZone, day)[1];
  const days = Array.from({ length: 366 }, (_, index) => shiftDay(`${year}-01-01`, index));
  return days.filter((day) => hours(day) !== 24).flatMap((day) => [shiftDay(day, -1), day, shiftDay(day, 1)]);
}
const changed = ours.flatMap((timeZone) =>
  [2026, 2027].flatMap((year) => changesOf(timeZone, year).map((day) => ({ timeZone, day }))),
);

const subject = fc.tuple(
  fc.oneof(fc.record({ timeZone: zone, day: anyDay }), fc.constantFrom(...changed)),
  fc.integer({ min: 0, max: 12 }),
);

describe(`in any zone, at any hour, on any day (seed ${seed})`, () => {
  test('a day begins when the clock on the wall first shows the hour, or has passed it', () => {
    const property = fc.property(subject, ([{ timeZone, day }, dayEndsAt]) => {
      const { fromMs } = boundsOf(day, { timeZone, dayEndsAt });
      const hour = `${day} ${String(dayEndsAt).padStart(2, '0')}:00:00`;
      expect(wallOf(fromMs, timeZone) >= hour).toBe(true);
      for (const minutes of [0, 29, 59, 89, 119, 179]) {
        expect(wallOf(fromMs - minutes * 60_000 - 1, timeZone) < hour, `${minutes} minutes before`).toBe(
          true,
        );
      }
    });
    fc.assert(property, runs(1_500));
  });

  test('days follow each other without a gap or an overlap, and each moment is in the day that is named after it', () => {
    const property = fc.property(
      subject,
      fc.double({ min: 0, max: 1, noNaN: true }),
      ([where, dayEndsAt], part) => {
        const shop = { timeZone: where.timeZone, dayEndsAt };
        const { fromMs, toMs } = boundsOf(where.day, shop);
        expect(boundsOf(shiftDay(where.day, 1), shop).fromMs).toBe(toMs);
        expect(toMs).toBeGreaterThanOrEqual(fromMs);
        // A whole day was left out where a zone changed the side of the date line.
        if (toMs === fromMs) return;
        for (const ms of [fromMs, fromMs + Math.floor((toMs - fromMs - 1) * part), toMs - 1]) {
          expect(dayOf(ms, shop)).toBe(where.day);
        }
      },
    );
    fc.assert(property, runs(1_500));
  });

  test('only the nights in which the clocks are changed have more or fewer than 24 hours', () => {
    expect(changed.length).toBe(ours.length * 2 * 2 * 3);
    for (const timeZone of ours) {
      for (const [day, hours] of [
        ['2026-03-28', 23],
        ['2026-10-24', 25],
        ['2026-11-30', 24],
      ] as const) {
        expect(dayIn(timeZone, day, 5)[1]).toBe(hours);
      }
    }
  });
});
