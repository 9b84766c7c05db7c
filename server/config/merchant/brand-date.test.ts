import { expect, test } from 'vitest';
import { brandAt } from '../../reconciliation/brand.ts';
import { config, problems, shop } from '../../testing/config.ts';
import { till } from '../../testing/till.ts';

test.each(['2027-01-11', '2027-12-31', '2000-01-01', '2099-12-31'])(
  'is taken, and is a day that screens can go by: %s',
  (day) => {
    const { bothNamesUntil } = config({ ...shop, MOBILEPAY_NAME_UNTIL: day });
    expect(bothNamesUntil).toBe(day);
    const at = Date.parse('2027-02-01T12:00:00Z');
    expect(brandAt({ ...till, brand: 'mobilepay' }, at, bothNamesUntil).brand).toMatch(/^vipps/);
  },
);

test.each(['2027-02-29', '2027-6-1', '1.6.2027', '9999-12-31', 'never'])(
  'is refused in a sentence: %s',
  (day) => {
    expect(problems({ ...shop, MOBILEPAY_NAME_UNTIL: day })).toEqual([
      `MOBILEPAY_NAME_UNTIL is "${day}"; it accepts a day such as 2027-06-30.`,
    ]);
  },
);
