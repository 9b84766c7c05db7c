// Variables that are set for all shops, or for one with its name at the end. Pure.
import type { EnvReader } from '../env-reader.ts';

/** `SHOP_NAME_OSLO_S` is the name of the shop `oslo-s`. */
export const suffixOf = (shop: string) => `_${shop.toUpperCase().replaceAll('-', '_')}`;

/** The name and value of a shop's own variable, otherwise of that for all shops. */
export function ofShop(
  read: EnvReader,
  name: string,
  shop: string,
): readonly [variable: string, value: string | undefined] {
  const own = name + suffixOf(shop);
  const value = read.text(own);
  return value === undefined ? [name, read.text(name)] : [own, value];
}

/** Notes those of these variables that are set for a shop without tills: one that is misspelt would go unseen. */
export function checkShops(read: EnvReader, names: readonly string[], shops: readonly string[]): void {
  const known = new Set(['', ...shops.map(suffixOf)]);
  for (const { name, ending } of read.ofShops(names)) {
    if (!known.has(ending)) read.problems.push(`${name} is set, but no till is of that shop.`);
  }
}
