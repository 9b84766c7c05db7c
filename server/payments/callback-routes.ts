// HTTP <-> Vipps' eCom callbacks: a nudge to look now. What they say is not believed; only a look is (P1).
import { timingSafeEqual } from 'node:crypto';
import { Router } from 'express';
import { Refusal } from '../refusal.ts';
import type { Store } from '../store/store.ts';
import type { Payments } from './till.ts';
import type { Payment } from './types.ts';

export type CallbackRoutesDeps = {
  store: Store;
  payments: Pick<Payments, 'nudge'>;
  /** What Vipps was told to send along with callbacks about a payment; null when there is no telling. */
  callbackToken: (payment: Payment) => string | null;
};

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Mounted under what `CALLBACK_URL` names; Vipps adds the rest of the path. */
export function createCallbackRoutes({ store, payments, callbackToken }: CallbackRoutesDeps): Router {
  const router = Router();

  router.post('/callbacks/ecom/v2/payments/:reference', async (request, response) => {
    const payment = await store.find(request.params.reference);
    const expected = payment && callbackToken(payment);
    if (payment === null || !expected || !isSame(request.get('Authorization') ?? '', expected)) {
      throw new Refusal('not_signed_in', 'This callback does not come from Vipps MobilePay.');
    }
    payments.nudge(payment.reference);
    response.status(204).end();
  });

  return router;
}
