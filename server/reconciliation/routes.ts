// HTTP <-> the end-of-day report, a till's day so far, and the check of a single payment.
import type { Response } from 'express';
import { scopeOf } from '../access/policy.ts';
import { type Route, route } from '../access/route.ts';
import { cancelSchema } from '../contract/payments.ts';
import {
  checkSchema,
  reconciliationQuerySchema,
  reconciliationSchema,
  tillDaySchema,
} from '../contract/reconciliation.ts';
import { Refusal } from '../core/refusal.ts';
import { findTill } from '../core/tills.ts';
import { findPayment } from '../payments/routes/find-payment.ts';
import type { CheckOne } from './check-one.ts';
import { type ReportDeps, reportOn } from './report.ts';
import { latestToday, shopDays } from './shop-days.ts';
import { todayAt } from './till-day.ts';

export type ReconciliationRoutesDeps = ReportDeps & { checkOne: CheckOne };

function whenGone(response: Response): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  return gone.signal;
}

export function createReconciliationRoutes(deps: ReconciliationRoutesDeps): Route[] {
  const days = shopDays(deps.tills);

  return [
    route({
      method: 'get',
      path: '/api/reconciliation',
      operationId: 'reconcileDay',
      summary: 'The books of a day, compared with what Vipps shows now',
      access: 'reconcile',
      query: reconciliationQuerySchema,
      success: { status: 200, schema: reconciliationSchema },
      async handle({ principal, query, response }) {
        const { shop } = scopeOf(principal);
        const shops = shop === null ? deps.tills.list().map((till) => till.shop) : [shop];
        const today = latestToday(deps.clock.nowMs(), shops.map(days.of));
        const { date = today } = query;
        if (date > today) throw new Refusal('invalid_request', 'date: that day is yet to come.');
        return (await reportOn(date, shop, deps, whenGone(response))) ?? undefined;
      },
    }),
    route({
      method: 'get',
      path: '/api/tills/{till}/day',
      operationId: 'readDay',
      summary: 'What today comes to at this till',
      access: 'see_payments',
      success: { status: 200, schema: tillDaySchema },
      errors: ['not_found'],
      handle: ({ params }) => todayAt(findTill(params.till, deps.tills), deps),
    }),
    route({
      method: 'post',
      path: '/api/payments/{reference}/check',
      operationId: 'checkPayment',
      summary: 'Compare it with what Vipps shows now',
      access: 'check',
      body: cancelSchema,
      success: { status: 200, schema: checkSchema },
      errors: ['not_found', 'rate_limited'],
      handle: async (call) => deps.checkOne(await findPayment(call, deps.store), whenGone(call.response)),
    }),
  ];
}
