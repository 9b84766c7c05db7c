// HTTP <-> Vipps' eCom callbacks: a nudge to look now. What they say is not believed; only a poll is (P1).
import { timingSafeEqual } from 'node:crypto';
import { Router } from 'express';
import { Refusal } from '../../core/refusal.ts';
import type { Store } from '../../store/store.ts';
import type { Payment } from '../payment/types.ts';
import type { Watch } from '../watch/watch.ts';

export type CallbackRoutesDeps = {
  store: Pick<Store, 'findNamed'>;
  watch: Pick<Watch, 'nudge'>;
  /** What Vipps was told to send along with callbacks about a payment; null when there is no telling. */
  callbackToken: (payment: Payment) => string | null;
};

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Mounted under what `CALLBACK_URL` names; Vipps adds the rest of the path. */
export function createCallbackRoutes({ store, watch, callbackToken }: CallbackRoutesDeps): Router {
  const router = Router();

  router.post('/callbacks/ecom/v2/payments/:reference', async (request, response) => {
    const given = request.get('Authorization') ?? '';
    const named = await store.findNamed(request.params.reference);
    const payment = named.find((one) => isSame(given, callbackToken(one) ?? ''));
    if (payment === undefined || given === '') {
      throw new Refusal('not_signed_in', 'This callback does not come from Vipps MobilePay.');
    }
    watch.nudge(payment.reference);
    response.status(204).end();
  });

  return router;
}
