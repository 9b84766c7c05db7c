// MobilePay becomes Vipps on 12 January 2027: what a till is called on its screens, by the day of its shop.
import type { TillView } from '../contract/payments.ts';
import { boundsOf } from './calendar.ts';

/** The first day on which MobilePay is called Vipps, in Denmark and Finland alike. */
const firstDay = '2027-01-12';

/** The brand of a till at a moment, and when it is another (epoch milliseconds); null is never again. */
export type BrandNow = { readonly brand: TillView['brand']; readonly changesAtMs: number | null };

/**
 * @param bothNamesUntil the last day (`YYYY-MM-DD`) on which a till that was MobilePay's says both names; before
 * 12 January 2027 there is no such day.
 */
export function brandAt(till: TillView, nowMs: number, bothNamesUntil: string): BrandNow {
  if (till.brand !== 'mobilepay') return { brand: till.brand, changesAtMs: null };
  const { fromMs } = boundsOf(firstDay, till);
  if (nowMs < fromMs) return { brand: 'mobilepay', changesAtMs: fromMs };
  const { toMs } = boundsOf(bothNamesUntil, till);
  if (nowMs < toMs) return { brand: 'vipps_mobilepay', changesAtMs: toMs };
  return { brand: 'vipps', changesAtMs: null };
}
