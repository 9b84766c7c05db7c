// The days of all shops.

import { perChange, type Tills } from '../core/tills.ts';
import type { Store } from '../store/store.ts';
import { boundsOf, dayOf, type ShopDay } from './calendar.ts';

export type ShopDays = {
  /** The shops of these tills, and those that are gone and still have payments. */
  shops(store: Pick<Store, 'listShops'>): Promise<string[]>;
  /** When its days begin and end; a shop that is gone has those of the first. */
  of(shop: string): ShopDay;
};

const everywhere: ShopDay = { timeZone: 'UTC', dayEndsAt: 0 };

export function shopDays(tills: Tills): ShopDays {
  const daysOf = perChange(tills, (sell) => {
    const days = new Map<string, ShopDay>();
    for (const { shop, timeZone, dayEndsAt } of sell) days.set(shop, { timeZone, dayEndsAt });
    return days;
  });
  return {
    shops: async (store) => [...new Set([...daysOf().keys(), ...(await store.listShops())])],
    of(shop) {
      const days = daysOf();
      const [first = everywhere] = days.values();
      return days.get(shop) ?? first;
    },
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
