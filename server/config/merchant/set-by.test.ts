import { expect, test } from 'vitest';
import { config, shop } from '../../testing/config.ts';

test('says which variable decides on a setting, by shop', () => {
  const tills = [
    { id: '1', name: 'One', shop: 'oslo' },
    { id: '2', name: 'Two', shop: 'bar', locale: 'nb-NO' },
  ];
  const env = {
    ...shop,
    CAPTURE: 'manual',
    SHOP_NAME: 'The chain',
    SHOP_NAME_BAR: 'The bar',
    DAY_ENDS_AT_BAR: '4',
  };
  const { setBy, localesSet } = config(env, tills);
  const everywhere = { capture: 'CAPTURE', tills: 'TILLS_FILE' };
  expect(setBy.get('oslo')).toEqual({ ...everywhere, name: 'SHOP_NAME' });
  expect(setBy.get('bar')).toEqual({ ...everywhere, name: 'SHOP_NAME_BAR', dayEndsAt: 'DAY_ENDS_AT_BAR' });
  expect([...localesSet]).toEqual(['2']);
});

test('says nothing where nothing is set', () => {
  expect([...config(shop).setBy]).toEqual([['shop', {}]]);
});
