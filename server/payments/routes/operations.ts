// HTTP <-> what can be done with a payment: cancel, capture, refund, release, stop.
import { byOf } from '../../access/policy.ts';
import { type Route, route } from '../../access/route.ts';
import {
  cancelSchema,
  captureSchema,
  paymentSchema,
  refundSchema,
  releaseSchema,
} from '../../contract/payments.ts';
import type { Clock } from '../../core/clock.ts';
import { idempotencyKey } from '../../http/requests.ts';
import type { Store } from '../../store/store.ts';
import type { Payments } from '../use-cases/service.ts';
import { toView } from '../view.ts';
import { findPayment } from './find-payment.ts';
import { createGivingBack, type GivingBackDeps } from './giving-back.ts';

export type OperationRoutesDeps = GivingBackDeps & {
  payments: Payments;
  store: Pick<Store, 'find' | 'findNamed'>;
  clock: Clock;
};

const success = { status: 200, schema: paymentSchema } as const;
const headers = ['Idempotency-Key'];
const errors = [
  'not_found',
  'wrong_state',
  'idempotency_mismatch',
  'vipps_rejected',
  'vipps_unavailable',
] as const;

export function createOperationRoutes(deps: OperationRoutesDeps): Route[] {
  const { payments, store, clock } = deps;
  const mayOf = createGivingBack(deps);

  return [
    route({
      method: 'post',
      path: '/api/payments/{reference}/cancel',
      operationId: 'cancelPayment',
      summary: 'Cancel it; a paid one is refused',
      access: 'cancel',
      body: cancelSchema,
      success,
      errors: ['not_found', 'wrong_state'],
      async handle(call) {
        const { reference } = await findPayment(call, store);
        return toView(await payments.cancel(reference, byOf(call.principal)), clock);
      },
    }),
    route({
      method: 'post',
      path: '/api/payments/{reference}/capture',
      operationId: 'capturePayment',
      summary: 'Capture all or a part',
      access: 'capture',
      audit: 'capture',
      body: captureSchema,
      headers,
      success,
      errors: [...errors, 'amount_out_of_range'],
      async handle(call) {
        const { request, principal, body, act } = call;
        const { reference } = await findPayment(call, store);
        const [key, by] = [idempotencyKey(request), byOf(principal)];
        return toView(await payments.capture(reference, body.amount ?? null, key, by, act), clock);
      },
    }),
    route({
      method: 'post',
      path: '/api/payments/{reference}/refund',
      operationId: 'refundPayment',
      summary: 'Refund all or a part',
      access: 'refund',
      audit: 'refund',
      body: refundSchema,
      headers,
      success,
      errors: [...errors, 'approval_required', 'amount_out_of_range', 'refund_exceeds_captured'],
      async handle(call) {
        const { amount, reason } = call.body;
        const payment = await findPayment(call, store);
        const may = { ...mayOf(call, payment), reason };
        const key = idempotencyKey(call.request);
        return toView(await payments.refund(payment.reference, amount, key, may), clock);
      },
    }),
    route({
      method: 'post',
      path: '/api/payments/{reference}/release',
      operationId: 'releasePayment',
      summary: 'Release what is reserved and not captured',
      access: 'release',
      audit: 'release',
      body: releaseSchema,
      headers,
      success,
      errors: [...errors, 'approval_required'],
      async handle(call) {
        const payment = await findPayment(call, store);
        const key = idempotencyKey(call.request);
        return toView(await payments.release(payment.reference, key, mayOf(call, payment)), clock);
      },
    }),
    route({
      method: 'post',
      path: '/api/payments/{reference}/stop',
      operationId: 'stopAgreement',
      summary: 'End an agreement',
      access: 'stop',
      audit: 'stop',
      body: releaseSchema,
      headers,
      success,
      errors: [...errors, 'approval_required'],
      async handle(call) {
        const payment = await findPayment(call, store);
        const key = idempotencyKey(call.request);
        return toView(await payments.stopAgreement(payment.reference, key, mayOf(call, payment)), clock);
      },
    }),
  ];
}
