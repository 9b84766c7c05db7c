// What the Recurring API says when the state of an agreement or of its charge stands in the way.
import type { Refusal } from '../gateway/errors.ts';
import { agreementStatus, chargeStatus } from '../orders/agreement.ts';
import { NotPossible, type Obstacle } from '../orders/order.ts';
import type { Order } from '../orders/types.ts';
import { type ProblemType, problem } from './problems.ts';

export type Action = 'accept' | 'update' | 'capture' | 'cancel' | 'refund';

const problemTypes: Record<Action, ProblemType> = {
  accept: 'operation-failed',
  update: 'illegal-agreement-update',
  capture: 'charge-capture-failed',
  cancel: 'cancel-charge-failed',
  refund: 'operation-failed',
};

const reasons: Partial<Record<Obstacle, string>> = {
  above_reserved: 'The amount is higher than what is left to capture',
  capture_too_late: 'Charges can only be captured up to 180 days after the reservation',
  above_captured: 'The amount is higher than what is left to refund',
  refund_too_late: 'Charges can only be refunded up to 365 days after the capture',
};

/** Runs one change of an order; throws the API's refusal, which tells the status, when that does not allow it. */
export function attempt<T>(action: Action, order: Order, nowMs: number, change: () => T): T {
  try {
    return change();
  } catch (error) {
    if (!(error instanceof NotPossible)) throw error;
    throw problem(400, problemTypes[action], detailOf(action, order, nowMs, error.obstacle));
  }
}

function detailOf(action: Action, order: Order, nowMs: number, obstacle: Obstacle): string {
  const agreement = agreementStatus(order, nowMs);
  if (action === 'accept') return `The agreement cannot be accepted: it is ${agreement}`;
  if (action === 'update') return `The agreement is not active: it is ${agreement}`;
  const reason = reasons[obstacle] ?? `The state does not allow to ${action} the charge`;
  return `${reason}. The charge is ${chargeStatus(order, nowMs)}`;
}

export const unknownAgreement = (agreementId: string): Refusal =>
  problem(404, 'resource-not-found', `Agreement ${agreementId} was not found`);
export const unknownCharge = (chargeId: string): Refusal =>
  problem(404, 'resource-not-found', `Charge ${chargeId} was not found`);
export const chargeIdTaken = (chargeId: string): Refusal =>
  problem(409, 'conflict', `The orderId ${chargeId} is taken`);
export const keyTaken = (key: string): Refusal =>
  problem(409, 'idempotency-conflict', `The Idempotency-Key ${key} was used for another request`);
export const pushNotAllowed = (): Refusal =>
  problem(403, 'unsupported-feature', 'The sales unit may not skip the landing page');
export const tooManyCalls = (retryAfterS: number): Refusal =>
  problem(429, null, `Try again in ${retryAfterS} seconds`, [], retryAfterS);
