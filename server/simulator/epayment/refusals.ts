// Which of Vipps' error codes says what stands in the way (ePayment API guide, "Errors").
import type { Refusal } from '../gateway/errors.ts';
import { NotPossible, type Obstacle } from '../orders/order.ts';
import { summarize } from '../orders/summary.ts';
import type { Order } from '../orders/types.ts';
import { codedProblem, invalidFields, problem } from './problems.ts';

type Code = readonly [code: string, title: string, detail: string];
export type Action = 'approve' | 'capture' | 'refund' | 'cancel';

const approveFailed: Code = ['10010', 'Approve failed', 'The payment cannot be approved'];
const captureOfCancelled: Code = [
  '6070',
  'Cannot capture a cancelled payment',
  'Cannot capture a payment that has been cancelled. Check the payment event log.',
];
const refundOfUnreserved: Code = [
  '6020',
  'Attempted refund before reservation',
  'Cannot refund a payment that is not reserved. Check the payment event log.',
];

/** For obstacles that have no code of their own: the state of the payment does not allow it. */
const wrongState: Record<Action, Code> = {
  approve: approveFailed,
  capture: ['6200', 'Payment cannot be captured', 'Invalid state'],
  refund: ['6210', 'Payment cannot be refunded', 'Invalid state'],
  cancel: ['6190', 'Payment cannot be cancelled', 'Invalid state'],
};

const codes: Record<Action, Partial<Record<Obstacle, Code>>> = {
  approve: { already_paid: ['6230', 'Payment is already reserved', 'The payment has already been reserved'] },
  capture: {
    not_reserved: [
      '6080',
      'Cannot capture before reservation',
      'The amount you tried to capture is not reserved. The user must accept the payment before capture.',
    ],
    above_reserved: [
      '6090',
      'Capture amount too high',
      'The total capture amount exceeds the reserved amount. Check the payment details.',
    ],
    capture_too_late: [
      '6100',
      'Capture period expired',
      'Payments can only be captured up to 180 days after reservation.',
    ],
  },
  refund: {
    above_captured: [
      '6150',
      'Not enough refundable',
      'Cannot refund more than the available amount. Check the payment event log.',
    ],
    refund_too_late: ['6220', 'Refund period expired', 'Payments can only be refunded within 365 days.'],
  },
  cancel: {
    captured: [
      '6040',
      'Cannot cancel a captured payment',
      'Cannot cancel a payment that has been captured. Check the payment event log.',
    ],
    already_paid: [
      '6060',
      'Cannot cancel authorized payment',
      'The payment has been authorized, and only the transaction was to be cancelled.',
    ],
  },
};

/** Runs one change of an order; throws the API's refusal when the order's state stands in the way. */
export function attempt<T>(action: Action, order: Order, change: () => T): T {
  try {
    return change();
  } catch (error) {
    if (!(error instanceof NotPossible)) throw error;
    throw codedProblem(400, ...codeOf(action, order, error.obstacle));
  }
}

function codeOf(action: Action, order: Order, obstacle: Obstacle): Code {
  const { reserved, cancelled } = summarize(order);
  if (action === 'capture' && obstacle === 'not_reserved' && cancelled) return captureOfCancelled;
  if (action === 'refund' && reserved === 0) return refundOfUnreserved;
  return codes[action][obstacle] ?? wrongState[action];
}

export const referenceTaken = (reference: string): Refusal =>
  codedProblem(409, '4150', 'Idempotency error', `Reference ${reference} already exists`);
export const keyTaken = (key: string): Refusal =>
  codedProblem(409, '4020', 'Idempotency error', `Idempotency-Key ${key} already exists`);
export const unknownReference = (reference: string, msn: string): Refusal =>
  codedProblem(
    404,
    '5090',
    'Reference not found',
    `The reference ${reference} does not exist for MSN ${msn}`,
  );
export const amountTooSmall = (): Refusal =>
  codedProblem(400, '6010', 'Amount too small', 'The amount is too small. Amounts are in minor units.');
export const differentRetry = (action: Action, key: string): Refusal => {
  const identical = 'The request in an idempotent retry must be identical to the previous request(s).';
  if (action === 'capture') return codedProblem(409, '4010', 'Capture idempotency conflict', identical);
  if (action === 'refund') return codedProblem(409, '4150', 'Refund idempotency conflict', identical);
  return keyTaken(key);
};
export const longLivingNotAllowed = (msn: string): Refusal =>
  codedProblem(400, '5050', 'Long-living payment not allowed', `MSN ${msn} may not set expiresAt`);
export const pushNotAllowed = (msn: string): Refusal =>
  codedProblem(400, '5080', 'PUSH_MESSAGE not allowed', `MSN ${msn} may not skip the landing page`);
export const tooManyCalls = (retryAfterS: number): Refusal =>
  problem(
    429,
    { title: 'Too Many Requests', detail: `Try again in ${retryAfterS} seconds` },
    [],
    retryAfterS,
  );
/** Fields are named as the API's own code calls them. */
export const receiptRefused = (): Refusal =>
  invalidFields([
    { name: 'Receipt.OrderLines[0].TaxRate', reason: 'The tax rate is not one of those of the market.' },
  ]);
