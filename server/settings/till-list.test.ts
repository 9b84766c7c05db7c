// Which tills there are when the configuration changes beside what managers have set.
import { expect, test } from 'vitest';
import type { StoredTill } from '../store/settings-store.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { settingsOf } from '../testing/settings/settings.ts';
import { till } from '../testing/till.ts';

const bar: StoredTill = {
  id: 'bar',
  shop: till.shop,
  name: 'Bar',
  currency: 'NOK',
  locale: 'nb-NO',
  brand: 'mobilepay',
  subscriptions: false,
  api: 'epayment',
  createdAtMs: 1,
  retiredAtMs: null,
};

type Options = Omit<Parameters<typeof settingsOf>[0], 'store' | 'clock'>;
async function tillsOf(tills: StoredTill[], values: Record<string, unknown>, options: Options = {}) {
  const stored = Object.entries(values).map(([name, value]) => {
    return { shop: till.shop, name, value: JSON.stringify(value) };
  });
  const store = { readAll: async () => ({ values: stored, pictures: [], tills }) };
  const settings = await settingsOf({ store: store as never, clock: manualClock(), ...options });
  return settings.tills;
}

test('one that TILLS_FILE names as well is as the file has it', async () => {
  const setBy = new Map([[till.shop, { tills: 'TILLS_FILE' }]]);
  const inFile = [till, { ...till, id: 'bar', name: 'Of the file' }];
  expect((await tillsOf([bar], {}, { tills: inFile, setBy })).find('bar')?.name).toBe('Of the file');
  expect((await tillsOf([bar], {}, { setBy })).find('bar')).toMatchObject({
    name: 'Bar',
    brand: 'mobilepay',
  });
});

test('[P8] one of a shop that is not configured any more does not sell', async () => {
  const tills = await tillsOf([{ ...bar, shop: 'gone' }], {});
  expect(tills.find('bar')).toBeUndefined();
});

test('the locale that TILLS_FILE states stays, and its language is offered first', async () => {
  const localesSet = new Set([till.id]);
  const tills = await tillsOf([bar], { languages: ['sv', 'nb'] }, { localesSet });
  expect(tills.find(till.id)).toMatchObject({ locale: 'en-NO', languages: ['en', 'sv', 'nb'] });
  expect(tills.find('bar')).toMatchObject({ locale: 'sv-NO', languages: ['sv', 'nb'] });
});

test('a value of another version that is not understood counts as none', async () => {
  const tills = await tillsOf([], { dayEndsAt: 'at four', capture: 'sometimes', printsSlip: true });
  expect(tills.find(till.id)).toMatchObject({ dayEndsAt: till.dayEndsAt, printsSlip: true });
});
