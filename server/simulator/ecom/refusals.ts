// Which of Vipps' error codes says what stands in the way (eCom API guide, "Error codes").
import { type ErrorGroup, ecomError, type Refusal } from '../gateway/errors.ts';
import { NotPossible, type Obstacle } from '../orders/order.ts';

type Code = readonly [group: ErrorGroup, code: string, message: string];
type Action = 'approve' | 'capture' | 'refund' | 'cancel';

const notAllowed: Code = ['VippsError', '91', 'Transaction is not allowed'];
const processed: Code = ['VippsError', '92', 'Transaction already processed'];

// The guide has no code for a second cancel, nor for one that comes too late: 52 is the cancel family's own "did not happen".
// No key makes cancel repeatable, so a caller that repeats it has to read the details anyway.
const cancelFailed: Code = ['Payment', '52', 'Cancellation failed'];

const codes: Record<Action, Partial<Record<Obstacle, Code>>> = {
  approve: { expired: notAllowed, already_paid: processed, cancelled: processed },
  capture: {
    above_reserved: ['Payment', '61', 'Captured amount exceeds the reserved amount ordered'],
    not_reserved: ['Payment', '62', 'The amount you tried to capture is not reserved'],
    capture_too_late: [
      'Payment',
      '63',
      'Capture failed, please use Get Payment Details API to know the exact status',
    ],
  },
  refund: {
    above_captured: ['Payment', '71', 'Cannot refund more than captured amount'],
    not_captured: ['Payment', '72', 'Cannot refund for reserved order, please use Cancel API'],
    cancelled: ['Payment', '73', 'Cannot refund on cancelled order'],
    refund_too_late: notAllowed,
  },
  cancel: {
    captured: ['Payment', '51', 'Cannot cancel already captured order'],
    cancelled: cancelFailed,
    three_d_secure: cancelFailed,
  },
};

/** Runs one change of an order; throws the API's refusal when the order's state stands in the way. */
export function attempt<T>(action: Action, change: () => T): T {
  try {
    return change();
  } catch (error) {
    if (!(error instanceof NotPossible)) throw error;
    throw ecomError(400, ...(codes[action][error.obstacle] ?? notAllowed));
  }
}

export const cancelTooLate = (): Refusal => ecomError(400, ...cancelFailed);
export const duplicateOrder = (): Refusal =>
  ecomError(400, 'Merchant', '34', 'Unique constraint violation of the order id');
export const unknownOrder = (): Refusal => ecomError(404, 'Merchant', '35', 'Requested Order not found');
export const unknownUser = (): Refusal => ecomError(400, 'User', '81', 'User not registered with Vipps');
export const landingPageRequired = (): Refusal =>
  ecomError(400, 'Merchant', '38', 'Sale unit is not allowed to skip the landing page');
export const differentRetry = (): Refusal =>
  ecomError(400, 'Payment', '93', 'Captured amount should be same in Idempotent retry');
export const tooManyCalls = (retryAfterS: number): Refusal =>
  ecomError(429, 'VippsError', '98', 'Too many concurrent requests', retryAfterS);
