// HTTP <-> the end-of-day report, and the check of a single payment.
import { Router } from 'express';
import { type Authorizer, principalOf } from '../access/authorize.ts';
import { findTill } from '../access/find-till.ts';
import { scopeOf } from '../access/policy.ts';
import { cancelSchema } from '../contract/payments.ts';
import { reconciliationQuerySchema } from '../contract/reconciliation.ts';
import { Refusal } from '../core/refusal.ts';
import { validate } from '../http/errors.ts';
import { findPayment } from '../payments/routes/find-payment.ts';
import type { CheckOne } from './check-one.ts';
import { type ReportDeps, reportOn } from './report.ts';
import { latestToday, shopDays } from './shop-days.ts';
import { todayAt } from './till-day.ts';

export type ReconciliationRoutesDeps = ReportDeps & { checkOne: CheckOne };

export function createReconciliationRoutes(
  deps: ReconciliationRoutesDeps & { authorizer: Authorizer },
): Router {
  const router = Router();
  const days = shopDays(deps.tills);

  router.get('/reconciliation', deps.authorizer.requires('reconcile'), async (request, response) => {
    const { shop } = scopeOf(principalOf(response));
    const shops = shop === null ? deps.tills.map((till) => till.shop) : [shop];
    const today = latestToday(deps.clock.nowMs(), shops.map(days.of));
    const { date = today } = validate(reconciliationQuerySchema, request.query);
    if (date > today) throw new Refusal('invalid_request', 'date: that day is yet to come.');
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const report = await reportOn(date, shop, deps, gone.signal);
    if (report !== null) response.json(report);
  });

  router.get('/tills/:till/day', deps.authorizer.requires('see_payments'), async (request, response) => {
    response.json(await todayAt(findTill(request, deps.tills), deps));
  });

  router.post('/payments/:reference/check', deps.authorizer.requires('check'), async (request, response) => {
    validate(cancelSchema, request.body ?? {});
    const payment = await findPayment(request, response, deps.store);
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    response.json(await deps.checkOne(payment, gone.signal));
  });

  return router;
}
