// What the cashier's tab asks of the server. All throw ApiError or UnreachableError.
import type { Approval } from '../../../server/contract/access.ts';
import type {
  Amount,
  History,
  NewAgreement,
  NewPayment,
  PaymentList,
  PaymentView,
} from '../../../server/contract/payments.ts';
import type { Check, TillDay } from '../../../server/contract/reconciliation.ts';
import { call } from '../../ui/api/api.ts';

// Starting takes until the QR is ready; the server gives up long before this.
const startTimeoutMs = 45_000;
const actTimeoutMs = 30_000;
const maxPages = 50;

const pathOf = (reference: string) => `/api/payments/${encodeURIComponent(reference)}`;

async function act(
  path: string,
  body: unknown,
  key?: string,
  timeoutMs = actTimeoutMs,
): Promise<PaymentView> {
  const headers = key === undefined ? {} : { 'Idempotency-Key': key };
  return (await call(path, { method: 'POST', body, headers, timeoutMs })).body as PaymentView;
}

/** Answers when the QR is ready. A repeat with the same key starts nothing twice. */
export function startPayment(
  tillId: string,
  sale: Pick<NewPayment, 'amount' | 'text' | 'lines'>,
  key: string,
) {
  return act(`/api/tills/${encodeURIComponent(tillId)}/payments`, sale, key, startTimeoutMs);
}

/** As `startPayment`, for a subscriber. */
export function startAgreement(tillId: string, terms: NewAgreement, key: string) {
  return act(`/api/tills/${encodeURIComponent(tillId)}/agreements`, terms, key, startTimeoutMs);
}

export const cancelPayment = (reference: string) => act(`${pathOf(reference)}/cancel`, {});

/** The Idempotency-Key names the action and the version of the payment that the cashier sees: a repeat, from any tab, has the same (P2). */
const actOnce = (what: 'capture' | 'release' | 'stop', { reference, version }: PaymentView, body: unknown) =>
  act(`${pathOf(reference)}/${what}`, body, `${what}-${version}`);

/** Captures an amount; null is all that is left. */
export const capturePayment = (payment: PaymentView, amount: Amount | null) =>
  actOnce('capture', payment, amount === null ? {} : { amount });

/** Gives back what is reserved and not captured. */
export const releasePayment = (payment: PaymentView, approval: Approval | undefined) =>
  actOnce('release', payment, { approval });

export const stopAgreement = (payment: PaymentView, approval: Approval | undefined) =>
  actOnce('stop', payment, { approval });

type Refund = {
  readonly amount: Amount;
  /** For the history; empty is none. */
  readonly reason: string;
  readonly approval: Approval | undefined;
};

/** A repeat with the same key refunds nothing twice. */
export function refundPayment(reference: string, { reason, ...refund }: Refund, key: string) {
  return act(`${pathOf(reference)}/refund`, reason === '' ? refund : { ...refund, reason }, key);
}

/** Compares a payment with what Vipps shows now: at most once a second. */
export async function checkPayment(reference: string): Promise<Check> {
  const asked = { method: 'POST', body: {}, timeoutMs: actTimeoutMs } as const;
  return (await call(`${pathOf(reference)}/check`, asked)).body as Check;
}

export async function fetchPayment(reference: string): Promise<PaymentView> {
  return (await call(pathOf(reference))).body as PaymentView;
}

export async function fetchHistory(reference: string): Promise<History> {
  return (await call(`${pathOf(reference)}/events`)).body as History;
}

/** Today at a till. */
export async function fetchDay(tillId: string): Promise<TillDay> {
  return (await call(`/api/tills/${encodeURIComponent(tillId)}/day`)).body as TillDay;
}

/** What to find; times are epoch milliseconds, `toMs` exclusive. */
type Wanted = {
  readonly fromMs?: number;
  readonly toMs?: number;
  readonly needsAttention?: true;
  /** Reserved, and waiting for staff to capture or release it. */
  readonly isUncaptured?: true;
};

/** All payments of a till that match, newest first. */
export async function fetchPayments(tillId: string, wanted: Wanted): Promise<PaymentView[]> {
  const { fromMs, toMs, needsAttention, isUncaptured } = wanted;
  const payments: PaymentView[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < maxPages; page += 1) {
    const query = new URLSearchParams({ till: tillId });
    if (fromMs !== undefined) query.set('from', new Date(fromMs).toISOString());
    if (isUncaptured) query.set('uncaptured', 'true');
    if (toMs !== undefined) query.set('to', new Date(toMs).toISOString());
    if (needsAttention) query.set('attention', 'true');
    if (cursor !== null) query.set('cursor', cursor);
    const list = (await call(`/api/payments?${query}`)).body as PaymentList;
    payments.push(...list.payments);
    cursor = list.cursor;
    if (cursor === null) break;
  }
  return payments;
}
