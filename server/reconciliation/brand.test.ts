import { describe, expect, test } from 'vitest';
import { till } from '../testing/till.ts';
import { brandAt } from './brand.ts';

const danish = { ...till, brand: 'mobilepay', timeZone: 'Europe/Copenhagen', dayEndsAt: 0 } as const;
const finnish = { ...danish, timeZone: 'Europe/Helsinki' } as const;
const bar = { ...danish, dayEndsAt: 4 } as const;
const until = '2027-06-30';

describe('a till of MobilePay', () => {
  test.each([
    ['in Denmark', danish, '2027-01-11T22:59:59.999Z', 'mobilepay'],
    ['in Denmark', danish, '2027-01-11T23:00:00.000Z', 'vipps_mobilepay'],
    ['in Finland', finnish, '2027-01-11T21:59:59.999Z', 'mobilepay'],
    ['in Finland', finnish, '2027-01-11T22:00:00.000Z', 'vipps_mobilepay'],
    ['in a bar whose day ends at four', bar, '2027-01-12T02:59:59.999Z', 'mobilepay'],
    ['in a bar whose day ends at four', bar, '2027-01-12T03:00:00.000Z', 'vipps_mobilepay'],
    ['in Denmark, in summer', danish, '2027-06-30T21:59:59.999Z', 'vipps_mobilepay'],
    ['in Denmark, in summer', danish, '2027-06-30T22:00:00.000Z', 'vipps'],
    ['in Finland, in summer', finnish, '2027-06-30T20:59:59.999Z', 'vipps_mobilepay'],
    ['in Finland, in summer', finnish, '2027-06-30T21:00:00.000Z', 'vipps'],
  ] as const)('%s is called at %4$s %s', (_, one, at, brand) => {
    expect(brandAt(one, Date.parse(at), until).brand).toBe(brand);
  });

  test('says when it is called something else', () => {
    const changes = [Date.parse('2027-01-11T23:00:00Z'), Date.parse('2027-06-30T22:00:00Z')];
    const [first = 0, second = 0] = changes;
    const at = (ms: number) => brandAt(danish, ms, until).changesAtMs;
    expect([at(first - 1), at(first), at(second - 1), at(second)]).toEqual([first, second, second, null]);
  });

  test('says Vipps alone at once where a shop wants no second name', () => {
    const at = Date.parse('2027-01-11T23:00:00Z');
    expect(brandAt(danish, at - 1, '2027-01-11').brand).toBe('mobilepay');
    expect(brandAt(danish, at, '2027-01-11')).toEqual({ brand: 'vipps', changesAtMs: null });
  });
});

test('a till of Vipps stays what it is', () => {
  for (const at of ['2026-12-01', '2027-03-01', '2028-01-01']) {
    expect(brandAt(till, Date.parse(at), until)).toEqual({ brand: 'vipps', changesAtMs: null });
  }
});
