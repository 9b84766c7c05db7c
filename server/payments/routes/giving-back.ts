// Who asks to give money back, what that one may by themselves, and how a manager's approval of more is proved.

import type { Request } from 'express';
import { byOf, type Principal } from '../../access/policy.ts';
import type { Approve } from '../../access/staff/approvals.ts';
import { type LimitsOf, refundLimitsFor } from '../../access/staff/refund-limits.ts';
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
  refundLimits: LimitsOf;
};

type Asked = {
  readonly request: Request;
  readonly principal: Principal;
  readonly act: Act | undefined;
  readonly body: { readonly approval?: Approval | undefined };
};

export function createGivingBack({ approve, clock, tills, refundLimits }: GivingBackDeps) {
  const days = shopDays(tills);

  function limitsOf(principal: Principal, shop: string) {
    // A program has none: who wrote it answers for it.
    if (principal.kind !== 'staff') return {};
    const limits = refundLimitsFor(principal.session.role, refundLimits(shop));
    const { refundUpTo: upTo, refundUpToADay: most } = limits;
    const ofPayment = upTo === null ? {} : { upTo };
    if (most === null) return ofPayment;
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
