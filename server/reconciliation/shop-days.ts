// The days of all shops.
import type { TillView } from '../contract/payments.ts';
import type { Store } from '../store/store.ts';
import { boundsOf, dayOf, type ShopDay } from './calendar.ts';

export type ShopDays = {
  /** The shops of these tills, and those that are gone and still have payments. */
  shops(store: Pick<Store, 'listShops'>): Promise<string[]>;
  /** When its days begin and end; a shop that is gone has those of the first. */
  of(shop: string): ShopDay;
};

const everywhere: ShopDay = { timeZone: 'UTC', dayEndsAt: 0 };

export function shopDays(tills: readonly TillView[]): ShopDays {
  const days = new Map<string, ShopDay>();
  for (const { shop, timeZone, dayEndsAt } of tills) days.set(shop, { timeZone, dayEndsAt });
  const [first = everywhere] = days.values();
  return {
    shops: async (store) => [...new Set([...days.keys(), ...(await store.listShops())])],
    of: (shop) => days.get(shop) ?? first,
  };
}

const iso = (ms: number) => new Date(ms).toISOString();

/** A day of a shop as screens are told of it. */
export function toDayView(date: string, day: ShopDay) {
  const { fromMs, toMs } = boundsOf(date, day);
  return { ...day, date, from: iso(fromMs), to: iso(toMs) };
}

/** Today, where it is that latest: each shop has its own. */
export const latestToday = (nowMs: number, days: readonly ShopDay[]) =>
  days.map((day) => dayOf(nowMs, day)).reduce((latest, day) => (day > latest ? day : latest), '');
