// When the days of each shop begin and end: set for all of them, or for one. Pure; each thing that is wrong is a sentence.

import type { TillView } from '../contract/payments.ts';
import type { EnvReader } from './env-reader.ts';
import { checkShops, ofShop } from './merchant/of-shop.ts';
import type { TillRow } from './tills.ts';

export type ShopDay = Pick<TillView, 'timeZone' | 'dayEndsAt'>;

const zoneName = 'TIME_ZONE';
const endName = 'DAY_ENDS_AT';

/** Where a currency is paid with. */
const zones = {
  NOK: 'Europe/Oslo',
  DKK: 'Europe/Copenhagen',
  SEK: 'Europe/Stockholm',
  EUR: 'Europe/Helsinki',
} as const satisfies Record<TillView['currency'], string>;

/** Whether it is the IANA name of a time zone. */
export function isZone(name: string): boolean {
  try {
    return /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }) !== null;
  } catch {
    return false;
  }
}

function readZone(read: EnvReader, shop: string, otherwise: string): string {
  const [name, value = otherwise] = ofShop(read, zoneName, shop);
  if (isZone(value)) return value;
  read.wrong(name, value, 'the IANA name of a time zone, such as Europe/Oslo');
  return otherwise;
}

function readEnd(read: EnvReader, shop: string): number {
  const [name, value = '0'] = ofShop(read, endName, shop);
  const hour = Number(/^(\d{1,2})(?::00)?$/.exec(value)?.[1] ?? Number.NaN);
  if (hour <= 12) return hour;
  read.wrong(name, value, 'a full hour from 0 (midnight) to 12, such as 4');
  return 0;
}

/** @returns by shop. The zone is that of the country of its first till's currency, where none is set. */
export function readShopDays(read: EnvReader, rows: readonly TillRow[]): Map<string, ShopDay> {
  const days = new Map<string, ShopDay>();
  for (const { shop, currency } of rows) {
    if (days.has(shop)) continue;
    days.set(shop, { timeZone: readZone(read, shop, zones[currency]), dayEndsAt: readEnd(read, shop) });
  }
  checkShops(read, [zoneName, endName], [...days.keys()]);
  return days;
}
