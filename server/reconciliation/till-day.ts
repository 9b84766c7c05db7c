// Today at one till: when it began, what it comes to, and which earlier payments moved money in it.
import type { TillView } from '../contract/payments.ts';
import type { TillDay } from '../contract/reconciliation.ts';
import type { Clock } from '../core/clock.ts';
import { toView } from '../payments/view.ts';
import type { Store } from '../store/store.ts';
import { boundsOf, dayOf } from './calendar.ts';
import { toDayView } from './shop-days.ts';
import { totalsByTill } from './totals.ts';

export type TillDayDeps = { store: Pick<Store, 'readDay'>; clock: Clock };

export async function todayAt(till: TillView, { store, clock }: TillDayDeps): Promise<TillDay> {
  const { shop, timeZone, dayEndsAt } = till;
  const day = { timeZone, dayEndsAt };
  const nowMs = clock.nowMs();
  const date = dayOf(nowMs, day);
  const span = boundsOf(date, day);
  const { payments, movements, reserved } = await store.readDay(shop, span, nowMs, till.id);
  const [totals] = totalsByTill({ movements, reserved }, [till]);
  if (totals === undefined) throw new Error('a till has totals');
  const approved = new Set(
    movements.filter(({ kind }) => kind === 'approved').map(({ reference }) => reference),
  );
  const agreements = payments.filter(({ agreement }) => agreement !== null);
  const subscribers = agreements.filter(({ reference }) => approved.has(reference)).length;
  const touched = new Set(movements.map(({ reference }) => reference));
  const earlier = payments.filter(
    ({ createdAtMs, reference }) => createdAtMs < span.fromMs && touched.has(reference),
  );
  return {
    ...toDayView(date, day),
    sales: approved.size - subscribers,
    subscribers,
    totals,
    earlier: earlier.map((payment) => toView(payment, clock)),
  };
}
