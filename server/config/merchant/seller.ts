// Who sells: what the slip of a payment says of the shop. Pure.
import type { Seller } from '../../contract/payments.ts';
import { suffixOf } from '../credentials.ts';
import type { EnvReader } from '../env-reader.ts';
import { countryOf, organisationNumber } from './organisation-number.ts';

const names = ['SHOP_NAME', 'ORG_NUMBER', 'SHOP_ADDRESS'] as const;
const longest = { SHOP_NAME: 60, SHOP_ADDRESS: 160 } as const;

/** The name and value of a shop's own variable, otherwise of that for all shops. */
function chosen(read: EnvReader, name: string, shop: string): readonly [string, string | undefined] {
  const own = name + suffixOf(shop);
  const value = read.text(own);
  return value === undefined ? [name, read.text(name)] : [own, value];
}

function readLine(read: EnvReader, name: keyof typeof longest, shop: string): string | null {
  const [variable, value] = chosen(read, name, shop);
  if (value === undefined) return null;
  const most = longest[name];
  if (value.length > most) read.wrong(variable, `${value.slice(0, 20)}…`, `at most ${most} characters`);
  return value;
}

function readNumber(read: EnvReader, shop: string): string | null {
  const [variable, value] = chosen(read, 'ORG_NUMBER', shop);
  if (value === undefined) return null;
  const country = countryOf(value);
  const number =
    country === null
      ? { wrong: 'it accepts the number of a company in Norway, Denmark, Finland or Sweden' }
      : organisationNumber(value, country);
  if ('printed' in number) return number.printed;
  read.problems.push(`${variable} is "${value}"; ${number.wrong}.`);
  return null;
}

/** @returns by shop; null for one of which nothing is set. */
export function readSellers(read: EnvReader, shops: readonly string[]): Map<string, Seller | null> {
  const sellers = new Map<string, Seller | null>();
  for (const shop of shops) {
    const name = readLine(read, 'SHOP_NAME', shop);
    const registration = readNumber(read, shop);
    const address = readLine(read, 'SHOP_ADDRESS', shop);
    const isSet = name !== null || registration !== null || address !== null;
    sellers.set(shop, isSet ? { name, registration, address } : null);
  }
  const known = new Set(['', ...shops.map(suffixOf)]);
  for (const { name, ending } of read.ofShops(names)) {
    if (!known.has(ending)) read.problems.push(`${name} is set, but no till is of that shop.`);
  }
  return sellers;
}
