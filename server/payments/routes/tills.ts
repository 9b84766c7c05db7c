// HTTP <-> a till: starting a sale, and signing up a subscriber.
import { type Request, type Response, Router } from 'express';
import { type Authorizer, principalOf } from '../../access/authorize.ts';
import { findTill } from '../../access/find-till.ts';
import { byOf } from '../../access/policy.ts';
import { newAgreementSchema, newPaymentSchema, type TillView } from '../../contract/payments.ts';
import type { Clock } from '../../core/clock.ts';
import { toErrorAnswer, validate } from '../../http/errors.ts';
import { idempotencyKey } from '../../http/requests.ts';
import type { StartAnswer } from '../../store/store.ts';
import type { Payments } from '../use-cases/service.ts';
import { toView } from '../view.ts';

export type TillRoutesDeps = {
  tills: readonly TillView[];
  payments: Pick<Payments, 'start' | 'startAgreement'>;
  authorizer: Authorizer;
  clock: Clock;
};

export function createTillRoutes(deps: TillRoutesDeps): Router {
  const { payments, authorizer, clock } = deps;
  const router = Router();
  const tillOf = (request: Request) => findTill(request, deps.tills);

  function answerStart(response: Response, { outcome, message, payment }: StartAnswer): void {
    response.location(`/api/payments/${payment.reference}`);
    if (outcome === 'presented') {
      response.status(201).json(toView(payment, clock));
      return;
    }
    const { status, body } = toErrorAnswer(outcome, message);
    response.status(status).json(body);
  }

  router.post('/tills/:till/payments', authorizer.requires('charge'), async (request, response) => {
    const till = tillOf(request);
    const sale = validate(newPaymentSchema, request.body);
    const by = byOf(principalOf(response));
    answerStart(response, await payments.start(till, sale, idempotencyKey(request), by));
  });

  router.post('/tills/:till/agreements', authorizer.requires('charge'), async (request, response) => {
    const till = tillOf(request);
    const agreement = validate(newAgreementSchema, request.body);
    const by = byOf(principalOf(response));
    answerStart(response, await payments.startAgreement(till, agreement, idempotencyKey(request), by));
  });

  return router;
}
