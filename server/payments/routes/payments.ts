// HTTP <-> payments: finding them, and reading one.

import { type Principal, scopeOf } from '../../access/policy.ts';
import { type Route, route } from '../../access/route.ts';
import { saidIn, tell } from '../../audit/act.ts';
import {
  historySchema,
  type ListQuery,
  listQuerySchema,
  paymentListSchema,
  paymentSchema,
} from '../../contract/payments.ts';
import type { Clock } from '../../core/clock.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Tills } from '../../core/tills.ts';
import { type Exports, exportRows, sendAsTaken } from '../../http/export.ts';
import { imageHeaders } from '../../http/headers.ts';
import { boundsOf, type ShopDay } from '../../reconciliation/calendar.ts';
import { shopDays } from '../../reconciliation/shop-days.ts';
import type { AuditStore } from '../../store/audit-store.ts';
import type { Store } from '../../store/store.ts';
import type { VippsIdStore } from '../../store/vipps-id-store.ts';
import { toHistoryEntry } from '../history.ts';
import { remindMs } from '../payment/capture-deadline.ts';
import { toView } from '../view.ts';
import { csvOf } from './csv.ts';
import { findPayment } from './find-payment.ts';

export type PaymentRoutesDeps = {
  store: Store & { audit: Pick<AuditStore, 'append'>; vippsIds: VippsIdStore };
  clock: Clock;
  tills: Tills;
  exports: Exports;
};

const withTime = <T extends { atMs: number }>({ atMs, ...rest }: T) => ({
  ...rest,
  at: new Date(atMs).toISOString(),
});

/** Where a day of a shop begins; an instant is one already. */
function instantOf(time: string | undefined, day: ShopDay): string | undefined {
  const isDay = time !== undefined && /^\d{4}-\d\d-\d\d$/.test(time);
  return isDay ? new Date(boundsOf(time, day).fromMs).toISOString() : time;
}

export function createPaymentRoutes({ store, clock, tills, exports }: PaymentRoutesDeps): Route[] {
  const days = shopDays(tills);

  /** What the caller asks for, as far as it may see. */
  function find(query: ListQuery, principal: Principal, cursor = query.cursor, limit?: number) {
    const { till, shop } = scopeOf(principal);
    if (till !== null && query.till !== undefined && query.till !== till) {
      throw new Refusal('not_allowed', 'You may not see the payments of this till.');
    }
    const of = tills.shopOf(query.till ?? till ?? '') ?? shop ?? '';
    const from = instantOf(query.from, days.of(of));
    const to = instantOf(query.to, days.of(of));
    const atTill = till === null ? {} : { till };
    return store.list({ ...query, ...atTill, cursor, from, to }, shop, clock.nowMs() + remindMs, limit);
  }

  return [
    route({
      method: 'get',
      path: '/api/payments',
      operationId: 'listPayments',
      summary: 'Find payments, newest first',
      access: 'see_payments',
      query: listQuerySchema,
      success: { status: 200, schema: paymentListSchema },
      async handle({ query, principal }) {
        const { payments, cursor } = await find(query, principal);
        return { payments: payments.map((payment) => toView(payment, clock)), cursor };
      },
    }),
    route({
      method: 'get',
      path: '/api/payments.csv',
      operationId: 'exportPayments',
      summary: 'The same, all of them, as a table',
      access: 'see_payments',
      audit: 'payments_exported',
      query: listQuerySchema,
      success: { status: 200, type: 'text/csv' },
      async handle({ query, principal, response, act }) {
        const { shop } = scopeOf(principal);
        await exports.during(shop, async () => {
          const read = (cursor?: string) => find(query, principal, cursor, exportRows);
          // What cannot be asked for is refused before the table begins.
          const first = await read();
          const told = tell(act, { shop, about: '', detail: saidIn(query) });
          // What cannot be put on record is not handed out.
          if (told) await store.audit.append(told);
          response.type('csv').attachment('payments.csv');
          await sendAsTaken(response, csvOf(first, read), clock);
        });
      },
    }),
    route({
      method: 'get',
      path: '/api/payments/{reference}',
      operationId: 'readPayment',
      summary: 'One payment',
      access: 'see_payments',
      success: { status: 200, schema: paymentSchema },
      errors: ['not_found'],
      handle: async (call) => toView(await findPayment(call, store), clock),
    }),
    route({
      method: 'get',
      path: '/api/payments/{reference}/events',
      operationId: 'readHistory',
      summary: 'Its history',
      access: 'see_payments',
      success: { status: 200, schema: historySchema },
      errors: ['not_found'],
      async handle(call) {
        const { reference } = await findPayment(call, store);
        const entries = await store.readHistory(reference);
        const ids = await store.vippsIds.readVippsIds(reference);
        return { events: entries.map(toHistoryEntry), vippsIds: ids.map(withTime) };
      },
    }),
    route({
      method: 'get',
      path: '/api/payments/{reference}/qr',
      operationId: 'readQr',
      summary: 'Its QR, while it can be paid',
      access: 'see_qr',
      success: { status: 200, type: 'image/*' },
      errors: ['not_found'],
      async handle(call) {
        const { reference } = await findPayment(call, store);
        const image = await store.findImage(reference);
        if (image === null) throw new Refusal('not_found', 'This payment has no QR that can be scanned.');
        call.response.set(imageHeaders('qr')).type(image.contentType).send(image.bytes);
      },
    }),
  ];
}
