// HTTP <-> the end-of-day report.
import { Router } from 'express';
import { reachOf } from '../access/caller.ts';
import { callerOf, type Door } from '../access/door.ts';
import { reconciliationQuerySchema } from '../contract-reconciliation.ts';
import { validate } from '../http/errors.ts';
import { Refusal } from '../refusal.ts';
import { dayOf } from './calendar.ts';
import { type ReportDeps, reportOn } from './report.ts';

export function createReconciliationRoutes(deps: ReportDeps & { door: Door }): Router {
  const router = Router();

  router.get('/reconciliation', deps.door.may('reconcile'), async (request, response) => {
    const today = dayOf(deps.clock.nowMs());
    const { date = today } = validate(reconciliationQuerySchema, request.query);
    if (date > today) throw new Refusal('invalid_request', 'date: that day is yet to come.');
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const { shop } = reachOf(callerOf(response));
    const report = await reportOn(date, shop, deps, gone.signal);
    if (report !== null) response.json(report);
  });

  return router;
}
