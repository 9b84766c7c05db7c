// HTTP <-> Vipps' eCom callbacks: a nudge to look now. What they say is not believed; only a poll is (P1).
import { timingSafeEqual } from 'node:crypto';
import { type Route, route } from '../../access/route.ts';
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

/** Under what `CALLBACK_URL` names; Vipps adds the rest of the path. */
export function createCallbackRoutes({ store, watch, callbackToken }: CallbackRoutesDeps): Route[] {
  return [
    route({
      method: 'post',
      path: '/api/callbacks/ecom/v2/payments/{reference}',
      operationId: 'receiveEcomCallback',
      summary: 'For Vipps: something has happened to a payment',
      access: 'anybody',
      headers: ['Authorization'],
      success: { status: 204 },
      errors: ['not_signed_in'],
      async handle({ request, params }) {
        const given = request.get('Authorization') ?? '';
        const named = await store.findNamed(params.reference);
        const payment = named.find((one) => isSame(given, callbackToken(one) ?? ''));
        if (payment === undefined || given === '') {
          throw new Refusal('not_signed_in', 'This callback does not come from Vipps MobilePay.');
        }
        watch.nudge(payment.reference);
        return undefined;
      },
    }),
  ];
}
