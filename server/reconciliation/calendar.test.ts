import { afterEach, describe, expect, test } from 'vitest';
import { boundsOf, dayOf } from './calendar.ts';

const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

const hourMs = 3_600_000;
/** A day in a time zone: when it begins (UTC), and how many hours it has. */
function dayIn(timeZone: string, day: string): [string, number] {
  process.env['TZ'] = timeZone;
  const { fromMs, toMs } = boundsOf(day);
  return [new Date(fromMs).toISOString(), (toMs - fromMs) / hourMs];
}

describe('a day where the server stands', () => {
  test.each([
    ['an ordinary one in summer', 'Europe/Oslo', '2026-07-01', '2026-06-30T22:00:00.000Z', 24],
    ['the last of the year', 'Europe/Oslo', '2026-12-31', '2026-12-30T23:00:00.000Z', 24],
    ['the clocks are put forward', 'Europe/Oslo', '2026-03-29', '2026-03-28T23:00:00.000Z', 23],
    ['the clocks are put back', 'Europe/Oslo', '2026-10-25', '2026-10-24T22:00:00.000Z', 25],
    ['west of Greenwich', 'America/New_York', '2026-03-02', '2026-03-02T05:00:00.000Z', 24],
    ['there is no midnight', 'Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00.000Z', 23],
    ['after one without a midnight', 'Africa/Cairo', '2026-04-25', '2026-04-24T21:00:00.000Z', 24],
    ['midnight comes twice', 'America/Havana', '2026-11-01', '2026-11-01T04:00:00.000Z', 25],
    ['the 29th of February', 'UTC', '2028-02-29', '2028-02-29T00:00:00.000Z', 24],
  ])('begins and ends at local midnight: %s', (_, timeZone, day, begins, hours) => {
    expect(dayIn(timeZone, day)).toEqual([begins, hours]);
  });

  test('follows the one before without a gap or an overlap, the whole year', () => {
    for (const timeZone of ['Europe/Oslo', 'Africa/Cairo', 'America/Havana']) {
      process.env['TZ'] = timeZone;
      let { fromMs } = boundsOf('2026-01-01');
      while (dayOf(fromMs) < '2027-01-01') {
        const day = dayOf(fromMs);
        const bounds = boundsOf(day);
        expect(bounds.fromMs, day).toBe(fromMs);
        expect(dayOf(bounds.toMs - 1), day).toBe(day);
        fromMs = bounds.toMs;
      }
      expect(dayOf(fromMs)).toBe('2027-01-01');
    }
  });

  test('is named by the local calendar', () => {
    process.env['TZ'] = 'Europe/Oslo';
    expect(dayOf(Date.parse('2026-06-30T21:59:59.999Z'))).toBe('2026-06-30');
    expect(dayOf(Date.parse('2026-06-30T22:00:00.000Z'))).toBe('2026-07-01');
    expect(dayOf(Date.parse('0987-06-05T12:00:00.000Z'))).toBe('0987-06-05');
  });
});
