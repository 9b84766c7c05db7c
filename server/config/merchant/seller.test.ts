import { describe, expect, test } from 'vitest';
import { config, problems, shop } from '../../testing/config.ts';

const sellersOf = (env: Record<string, string>, tills?: unknown) =>
  config({ ...shop, ...env }, tills).tills.map(({ seller }) => seller);

describe('who sells', () => {
  test('is nobody where nothing is set', () => {
    expect(sellersOf({})).toEqual([null]);
  });

  test('is what is set, with the number as its country prints it', () => {
    const env = { SHOP_NAME: 'Blåbær & co', ORG_NUMBER: '974760673', SHOP_ADDRESS: 'Storgata 1, 0155 Oslo' };
    expect(sellersOf(env)).toEqual([
      { name: 'Blåbær & co', registration: 'Org.nr. 974 760 673', address: 'Storgata 1, 0155 Oslo' },
    ]);
  });

  test('is set for all shops of a chain, or for one', () => {
    const tills = [
      { id: '1', name: 'One', shop: 'oslo-s' },
      { id: '2', name: 'Two', shop: 'bar' },
    ];
    const env = { ORG_NUMBER: '974760673', SHOP_NAME_BAR: 'The bar', SHOP_ADDRESS_BAR: 'Kaia 2' };
    expect(sellersOf(env, tills)).toEqual([
      { name: null, registration: 'Org.nr. 974 760 673', address: null },
      { name: 'The bar', registration: 'Org.nr. 974 760 673', address: 'Kaia 2' },
    ]);
  });

  test('is refused by the name of the variable', () => {
    const wrong = (env: Record<string, string>) => problems({ ...shop, ...env });
    expect(wrong({ ORG_NUMBER: '974760674' })).toEqual([
      expect.stringMatching(
        /^ORG_NUMBER is "974760674"; its digits do not go together, .* 9 digits, and MVA/,
      ),
    ]);
    expect(wrong({ ORG_NUMBER_SHOP: '12' })).toEqual([
      'ORG_NUMBER_SHOP is "12"; it accepts the number of a company in Norway, Denmark, Finland or Sweden.',
    ]);
    expect(wrong({ SHOP_NAME: 'x'.repeat(61) })).toEqual([
      `SHOP_NAME is "${'x'.repeat(20)}…"; it accepts at most 60 characters.`,
    ]);
    expect(wrong({ SHOP_ADDRESS: 'x'.repeat(161) })).toHaveLength(1);
    expect(wrong({ SHOP_NAME_BAR: 'The bar' })).toEqual([
      'SHOP_NAME_BAR is set, but no till is of that shop.',
    ]);
  });
});
