import { describe, expect, test } from 'vitest';
import { config, problems, shop } from '../testing/config.ts';

const daysOf = (env: Record<string, string> = {}, tills?: unknown) =>
  config({ ...shop, VIPPS_API: 'epayment', ...env }, tills).tills.map(({ timeZone, dayEndsAt }) => [
    timeZone,
    dayEndsAt,
  ]);
const till = (id: string, more: object = {}) => ({ id, name: id, ...more });
const wrong = (env: Record<string, string>, tills?: unknown) => problems({ ...shop, ...env }, tills);

describe('the days of a shop', () => {
  test.each([
    ['NOK', 'Europe/Oslo'],
    ['DKK', 'Europe/Copenhagen'],
    ['SEK', 'Europe/Stockholm'],
    ['EUR', 'Europe/Helsinki'],
  ])('are those of the country in which %s is paid with, from midnight', (currency, timeZone) => {
    expect(daysOf({}, [till('1', { currency })])).toEqual([[timeZone, 0]]);
  });

  test('are what is set for all shops, or for one', () => {
    const tills = [till('1', { shop: 'oslo-s' }), till('2', { shop: 'bar', currency: 'EUR' })];
    expect(daysOf({ TIME_ZONE: 'Atlantic/Reykjavik', DAY_ENDS_AT_BAR: '04:00' }, tills)).toEqual([
      ['Atlantic/Reykjavik', 0],
      ['Atlantic/Reykjavik', 4],
    ]);
    expect(daysOf({ TIME_ZONE_BAR: 'Europe/Mariehamn', DAY_ENDS_AT: '6' }, tills)).toEqual([
      ['Europe/Oslo', 6],
      ['Europe/Mariehamn', 6],
    ]);
  });

  test('are the same for every till of it, whatever the tills sell in', () => {
    expect(daysOf({}, [till('1'), till('2', { currency: 'SEK' })])).toEqual([
      ['Europe/Oslo', 0],
      ['Europe/Oslo', 0],
    ]);
  });

  test('are refused by the name of the variable', () => {
    expect(wrong({ TIME_ZONE: 'Oslo' })).toEqual([
      'TIME_ZONE is "Oslo"; it accepts the IANA name of a time zone, such as Europe/Oslo.',
    ]);
    expect(wrong({ TIME_ZONE: '+01:00' })).toHaveLength(1);
    for (const hour of ['13', '-1', '4:30', 'four']) {
      expect(wrong({ DAY_ENDS_AT: hour })).toEqual([
        `DAY_ENDS_AT is "${hour}"; it accepts a full hour from 0 (midnight) to 12, such as 4.`,
      ]);
    }
    expect(wrong({ DAY_ENDS_AT_BAR: '4' })).toEqual(['DAY_ENDS_AT_BAR is set, but no till is of that shop.']);
  });
});
