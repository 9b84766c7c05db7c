// HTTP <-> what a shop has sold in a period.
import { checkShop, scopeOf } from '../access/policy.ts';
import { type Route, route } from '../access/route.ts';
import { reportQuerySchema, salesReportSchema } from '../contract/reports.ts';
import type { Clock } from '../core/clock.ts';
import { Refusal } from '../core/refusal.ts';
import { inShop, shopsOf, type Tills } from '../core/tills.ts';
import { dayOf, shiftDay } from '../reconciliation/calendar.ts';
import { shopDays } from '../reconciliation/shop-days.ts';
import type { Store } from '../store/store.ts';
import { salesReports, spanOf } from './sales-report.ts';

export type ReportRoutesDeps = { store: Pick<Store, 'sumMovements'>; tills: Tills; clock: Clock };

/** A year with a leap day. */
const mostDays = 366;

/** @throws Refusal `invalid_request` for a period that is none, or that is too long. */
function checkPeriod(from: string, to: string): void {
  if (from > to) throw new Refusal('invalid_request', 'to: a day not before from');
  if (shiftDay(from, mostDays) <= to) {
    throw new Refusal('invalid_request', `to: at most ${mostDays} days from the first to the last`);
  }
}

export function createReportRoutes({ store, tills, clock }: ReportRoutesDeps): Route[] {
  const days = shopDays(tills);
  return [
    route({
      method: 'get',
      path: '/api/reports',
      operationId: 'reportSales',
      summary: 'What a shop has sold in a period: by day, till, person, hour and weekday',
      access: 'reconcile',
      query: reportQuerySchema,
      success: { status: 200, schema: salesReportSchema },
      errors: ['not_found'],
      async handle({ principal, query }) {
        const { from, to } = query;
        checkPeriod(from, to);
        const { shop: only } = scopeOf(principal);
        const shop = query.shop ?? only ?? shopsOf(tills.list())[0] ?? '';
        checkShop(principal, shop);
        const ofShop = inShop(tills, shop);
        if (ofShop.length === 0) throw new Refusal('not_found', `There is no shop ${shop}.`);
        const day = days.of(shop);
        const sums = await store.sumMovements(shop, spanOf({ from, to }, day));
        const currencies = salesReports({ from, to }, sums, day, ofShop);
        const today = dayOf(clock.nowMs(), day);
        return { shop, from, to, today, ...day, currencies };
      },
    }),
  ];
}
