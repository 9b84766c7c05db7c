// The end of a day: every payment beside what Vipps shows of it, and the sums.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Check, Reconciliation } from '../contract/reconciliation.ts';
import { shopsOf, type Tills } from '../core/tills.ts';
import { isFinal } from '../payments/payment/transitions.ts';
import type { Payment } from '../payments/payment/types.ts';
import { toView } from '../payments/view.ts';
import type { Watch } from '../payments/watch/watch.ts';
import type { Day } from '../store/books.ts';
import type { Store } from '../store/store.ts';
import { brandAt } from './brand.ts';
import { boundsOf } from './calendar.ts';
import { differencesOf, shownOf } from './compare.ts';
import { type EnterDeps, enterFound, isUnderWay } from './found.ts';
import { type LookedUp, type LookUpDeps, lookUpAll } from './look-up.ts';
import { toMovementView } from './movement-view.ts';
import { latestToday, type ShopDays, shopDays, toDayView } from './shop-days.ts';
import { grandTotals, totalsByTill } from './totals.ts';

export type ReportDeps = LookUpDeps &
  EnterDeps & { store: Store; watch: Pick<Watch, 'begin'>; tills: Tills; bothNamesUntil: string };

type Finding = Omit<Check, 'payment'>;

/** So many are compared in a few milliseconds; then others have their turn. */
const checkedAtOnce = 200;

/** What came of checking a payment as it is now, by a poll of it as it was. */
export function findingOf(payment: Payment, looked: LookedUp | undefined): Finding {
  const nothing = { vipps: null, differences: [], unchecked: null };
  if (!isFinal(payment.state)) return { ...nothing, outcome: 'open' };
  // It ended while the others were being looked at: the next report has it.
  if (looked === undefined) return { ...nothing, outcome: 'in_progress' };
  if ('unchecked' in looked) return { ...nothing, outcome: 'not_checked', unchecked: looked.unchecked };
  const vipps = shownOf(looked.polled);
  // What was shown of another version says nothing about this one.
  if (isUnderWay(payment) || payment.version !== looked.version) {
    return { ...nothing, outcome: 'in_progress', vipps };
  }
  const differences = differencesOf(payment, vipps);
  return { ...nothing, outcome: differences.length > 0 ? 'differs' : 'agrees', vipps, differences };
}

/** The books of all shops for a day, as one. */
async function readDays(
  date: string,
  shops: readonly string[],
  { of }: ShopDays,
  { store, clock }: ReportDeps,
): Promise<Day> {
  const days: Day[] = [];
  for (const shop of shops) days.push(await store.readDay(shop, boundsOf(date, of(shop)), clock.nowMs()));
  return {
    payments: days.flatMap(({ payments }) => payments).toSorted((a, b) => a.createdAtMs - b.createdAtMs),
    movements: days.flatMap(({ movements }) => movements).toSorted((a, b) => a.atMs - b.atMs),
    reserved: days.flatMap(({ reserved }) => reserved),
  };
}

/**
 * @param date `YYYY-MM-DD`. @param shop the only one that it is about; null is all of them. @param gone once it aborts, Vipps is not asked any more.
 * @returns null when nobody is there any more to read it.
 */
export async function reportOn(
  date: string,
  shop: string | null,
  deps: ReportDeps,
  gone: AbortSignal,
): Promise<Reconciliation | null> {
  const { store, clock, watch } = deps;
  const tills = deps.tills
    .list()
    .filter((till) => shop === null || till.shop === shop)
    .map((till) => ({ ...till, brand: brandAt(till, clock.nowMs(), deps.bothNamesUntil).brand }));
  const all = shopDays(deps.tills);
  const shops = shop === null ? await all.shops(store) : [shop];
  const before = await readDays(date, shops, all, deps);
  const final = before.payments.filter(({ state }) => isFinal(state));
  const looked = await lookUpAll(final, deps, gone);
  if (gone.aborted) return null;
  // Read anew: the polls took a while, and the till went on selling.
  let day = await readDays(date, shops, all, deps);
  const checks: Check[] = [];
  for (const [index, payment] of day.payments.entries()) {
    if (index % checkedAtOnce === 0) await nextTurn();
    const finding = findingOf(payment, looked.get(payment.reference));
    // [P3] The watch looks for itself, and gives back what it finds.
    if (finding.differences.some(({ code }) => code === 'late_money')) watch.begin(payment.reference);
    checks.push({ payment: toView(payment, clock), ...finding });
  }
  let isMore = false;
  for (const payment of day.payments) {
    if (await enterFound(payment, looked.get(payment.reference), deps)) isMore = true;
  }
  if (isMore) day = await readDays(date, shops, all, deps);
  const totals = totalsByTill(day, tills);
  const open = shopsOf(tills);
  return {
    date,
    today: latestToday(clock.nowMs(), shops.map(all.of)),
    checkedAt: new Date(clock.nowMs()).toISOString(),
    days: open.map((one) => ({ shop: one, ...toDayView(date, all.of(one)) })),
    tills,
    checks,
    movements: day.movements.flatMap(toMovementView),
    totals,
    grandTotals: grandTotals(totals),
  };
}
