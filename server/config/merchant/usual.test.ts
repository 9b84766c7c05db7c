// What tills speak and sell in that do not say so themselves.
import { expect, test } from 'vitest';
import { config, problems, shop } from '../../testing/config.ts';

const usualOf = (env: Record<string, string>, tills?: unknown) =>
  config({ ...shop, VIPPS_API: 'epayment', ...env }, tills).tills.map(
    ({ name, locale, currency, brand, timeZone }) => [name, locale, currency, brand, timeZone],
  );

test('is Norway’s in English where nothing is set', () => {
  expect(usualOf({})).toEqual([['Till 1', 'en-NO', 'NOK', 'vipps', 'Europe/Oslo']]);
});

test('is what is set, and the only till and the day follow it', () => {
  const danish = { SHOP_LOCALE: 'da-DK', SHOP_CURRENCY: 'DKK', SHOP_BRAND: 'mobilepay' };
  expect(usualOf(danish)).toEqual([['Kasse 1', 'da-DK', 'DKK', 'mobilepay', 'Europe/Copenhagen']]);
  expect(config({ ...shop, VIPPS_API: 'epayment', ...danish }).localesSet).toEqual(new Set());
});

test('is set for one shop of a chain, and a till’s own word goes before it', () => {
  const tills = [
    { id: '1', name: 'One', shop: 'oslo' },
    { id: '2', name: 'Two', shop: 'bar', currency: 'EUR' },
  ];
  const env = { SHOP_LOCALE: 'nb-NO', SHOP_LOCALE_BAR: 'fi-FI', SHOP_CURRENCY_BAR: 'SEK' };
  expect(usualOf(env, tills)).toEqual([
    ['One', 'nb-NO', 'NOK', 'vipps', 'Europe/Oslo'],
    ['Two', 'fi-FI', 'EUR', 'vipps', 'Europe/Helsinki'],
  ]);
});

test.each([
  [{ SHOP_LOCALE: 'norsk!' }, 'SHOP_LOCALE is "norsk!"; it accepts a locale such as nb-NO.'],
  [{ SHOP_CURRENCY: 'GBP' }, 'SHOP_CURRENCY is "GBP"; it accepts NOK or DKK or EUR or SEK.'],
  [{ SHOP_BRAND_SHOP: 'swish' }, 'SHOP_BRAND_SHOP is "swish"; it accepts vipps or mobilepay.'],
  [{ SHOP_LOCALE_BAR: 'nb-NO' }, 'SHOP_LOCALE_BAR is set, but no till is of that shop.'],
])('is refused by the name of the variable: %o', (env: Record<string, string>, sentence) => {
  expect(problems({ ...shop, VIPPS_API: 'epayment', ...env })).toEqual([sentence]);
});
