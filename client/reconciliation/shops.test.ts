import { expect, test } from 'vitest';
import { shopsOf } from './shops.ts';

const seller = { name: 'Kaffebaren', registration: 'Org.nr. 974 760 673', address: 'Storgata 1' };

test('a shop is named once, however many tills it has', () => {
  const tills = [
    { shop: 'oslo', seller },
    { shop: 'oslo', seller },
  ];
  expect(shopsOf(tills)).toEqual([
    { shop: 'oslo', name: 'Kaffebaren', about: 'Org.nr. 974 760 673 · Storgata 1' },
  ]);
});

test('a shop without a name goes by its id beside others, and by none alone', () => {
  const bergen = { shop: 'bergen', seller: null };
  expect(shopsOf([bergen])).toEqual([]);
  expect(shopsOf([{ shop: 'oslo', seller: { ...seller, address: null } }, bergen])).toEqual([
    { shop: 'oslo', name: 'Kaffebaren', about: 'Org.nr. 974 760 673' },
    { shop: 'bergen', name: 'bergen', about: '' },
  ]);
});

test('a number without a name is told all the same', () => {
  expect(shopsOf([{ shop: 'oslo', seller: { ...seller, name: null } }])).toEqual([
    { shop: 'oslo', name: '', about: 'Org.nr. 974 760 673 · Storgata 1' },
  ]);
});
