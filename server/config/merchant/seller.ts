// Who sells: what the slip of a payment says of the shop. Pure.

import type { Seller } from '../../contract/payments.ts';
import type { EnvReader } from '../env-reader.ts';
import { checkShops, ofShop } from './of-shop.ts';
import { countryOf, organisationNumber } from './organisation-number.ts';

const names = ['SHOP_NAME', 'ORG_NUMBER', 'SHOP_ADDRESS'] as const;
const longest = { SHOP_NAME: 60, SHOP_ADDRESS: 160 } as const;

function readLine(read: EnvReader, name: keyof typeof longest, shop: string): string | null {
  const [variable, value] = ofShop(read, name, shop);
  if (value === undefined) return null;
  const most = longest[name];
  if (value.length > most) read.wrong(variable, `${value.slice(0, 20)}…`, `at most ${most} characters`);
  return value;
}

function readNumber(read: EnvReader, shop: string): string | null {
  const [variable, value] = ofShop(read, 'ORG_NUMBER', shop);
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
  checkShops(read, names, shops);
  return sellers;
}
