// Who asks to give money back, what that one may by themselves, and how a manager's approval of more is proved.

import type { Request } from 'express';
import { byOf, type Principal, refundLimitsOf } from '../../access/policy.ts';
import type { Approve } from '../../access/staff/approvals.ts';
import type { Act } from '../../audit/act.ts';
import type { Approval } from '../../contract/access.ts';
import type { Clock } from '../../core/clock.ts';
import type { Tills } from '../../core/tills.ts';
import { boundsOf, dayOf } from '../../reconciliation/calendar.ts';
import { shopDays } from '../../reconciliation/shop-days.ts';
import type { Payment } from '../payment/types.ts';
import type { May } from '../use-cases/service.ts';

export type GivingBackDeps = {
  approve: Approve;
  clock: Pick<Clock, 'nowMs'>;
  /** Which say when the day of a shop begins. */
  tills: Tills;
};

type Asked = {
  readonly request: Request;
  readonly principal: Principal;
  readonly act: Act | undefined;
  readonly body: { readonly approval?: Approval | undefined };
};

export function createGivingBack({ approve, clock, tills }: GivingBackDeps) {
  const days = shopDays(tills);

  function limitsOf(principal: Principal, shop: string) {
    const { upTo, aDay: most } = refundLimitsOf(principal);
    const ofPayment = upTo === null ? {} : { upTo };
    if (principal.kind !== 'staff' || most === null) return ofPayment;
    const day = days.of(shop);
    const { fromMs: sinceMs } = boundsOf(dayOf(clock.nowMs(), day), day);
    return { ...ofPayment, day: { who: principal.id, sinceMs, most } };
  }

  return ({ request, principal, act, body: { approval } }: Asked, payment: Payment): May => ({
    by: byOf(principal),
    act,
    limits: limitsOf(principal, payment.shop),
    approve: approval && (() => approve(approval, request, payment)),
  });
}
