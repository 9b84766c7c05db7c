// HTTP <-> a till: starting a sale, and signing up a subscriber.
import type { Response } from 'express';
import { byOf } from '../../access/policy.ts';
import { type Route, route } from '../../access/route.ts';
import {
  newAgreementSchema,
  newPaymentSchema,
  type StartedPayment,
  startedPaymentSchema,
} from '../../contract/payments.ts';
import type { Clock } from '../../core/clock.ts';
import { Refusal } from '../../core/refusal.ts';
import { findTill, type Tills } from '../../core/tills.ts';
import { idempotencyKey } from '../../http/requests.ts';
import { warningsOf } from '../../http/warnings/warnings.ts';
import type { StartAnswer } from '../../store/store.ts';
import type { Payments } from '../use-cases/service.ts';
import { toView } from '../view.ts';

export type TillRoutesDeps = {
  tills: Tills;
  payments: Pick<Payments, 'start' | 'startAgreement'>;
  clock: Clock;
};

const headers = ['Idempotency-Key'];
const success = { status: 201, schema: startedPaymentSchema } as const;
/** A hundred lines with names of a hundred characters, each of them escaped, and what else stands in a line. */
const longestBody = '256kb';
const errors = [
  'amount_out_of_range',
  'not_found',
  'till_busy',
  'wrong_state',
  'idempotency_mismatch',
  'vipps_rejected',
  'vipps_unavailable',
] as const;

export function createTillRoutes({ tills, payments, clock }: TillRoutesDeps): Route[] {
  /** Where the payment is found stands in the answer also when it has not become a sale. */
  function answerStart(
    response: Response,
    { outcome, message, payment }: StartAnswer,
    told: Pick<StartedPayment, 'warnings'>,
  ): StartedPayment {
    response.location(`/api/payments/${payment.reference}`);
    if (outcome !== 'presented') throw new Refusal(outcome, message);
    return { ...toView(payment, clock), ...told };
  }

  return [
    route({
      method: 'post',
      path: '/api/tills/{till}/payments',
      operationId: 'startPayment',
      summary: 'Start a sale; answers when the QR is ready',
      access: 'charge',
      body: newPaymentSchema,
      longestBody,
      headers,
      success,
      errors,
      async handle({ request, response, principal, params, body }) {
        const till = findTill(params.till, tills);
        const key = idempotencyKey(request);
        const told = warningsOf(newPaymentSchema, request.body, body);
        return answerStart(response, await payments.start(till, body, key, byOf(principal)), told);
      },
    }),
    route({
      method: 'post',
      path: '/api/tills/{till}/agreements',
      operationId: 'startAgreement',
      summary: 'Sign up a subscriber; answers when the QR is ready',
      access: 'charge',
      body: newAgreementSchema,
      longestBody,
      headers,
      success,
      errors,
      async handle({ request, response, principal, params, body }) {
        const till = findTill(params.till, tills);
        const key = idempotencyKey(request);
        const told = warningsOf(newAgreementSchema, request.body, body);
        return answerStart(response, await payments.startAgreement(till, body, key, byOf(principal)), told);
      },
    }),
  ];
}
