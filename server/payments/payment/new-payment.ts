// What is to be paid or agreed to, and the payment that it becomes when it is started.
import type { Amount, Line, NewAgreement, NewPayment, TillView } from '../../contract/payments.ts';
import type { Clock } from '../../core/clock.ts';
import { Refusal } from '../../core/refusal.ts';
import { paymentLifeMs } from './trigger.ts';
import type { Payment } from './types.ts';

/** What a customer is asked for: a sale, or to become a subscriber. */
export type Wanted = {
  amount: Amount;
  text: string;
  lines: readonly Line[];
  agreement: NewAgreement | null;
  /** The caller's own name for it. */
  reference: string | null;
};

/** How the sales of a till are made. */
export type SoldBy = { shop: string; msn: string; api: Payment['api'] };

function checkCurrency(till: TillView, where: string, { currency }: Amount): void {
  if (currency === till.currency) return;
  throw new Refusal('invalid_request', `${where}: this till sells in ${till.currency}.`);
}

function checkLines(till: TillView, lines: readonly Line[]): void {
  for (const [index, { amount, discount }] of lines.entries()) {
    checkCurrency(till, `lines.${index}.amount.currency`, amount);
    if (discount) checkCurrency(till, `lines.${index}.discount.currency`, discount);
  }
}

/** Lines that do not add up would tell the customer of another sale than the one that is paid. */
function checkSum(lines: readonly Line[], { value }: Amount): void {
  if (lines.length === 0) return;
  const sum = sumOf(lines);
  if (sum === value) return;
  const [difference, than] = sum > value ? [sum - value, 'more'] : [value - sum, 'less'];
  throw new Refusal(
    'invalid_request',
    `lines: they sum to ${sum} (minor units), which is ${difference} ${than} than amount.value, ${value}.`,
  );
}

/** @returns minor units; 0 without lines, and negative where more is given back than bought. */
export const sumOf = (lines: readonly Line[]): number =>
  lines.reduce((sum, { amount }) => sum + amount.value, 0);

/** @throws Refusal `invalid_request` for another currency than the till's, and for lines that do not sum to the amount. */
export function wantedSale(till: TillView, { amount, text, lines, reference }: NewPayment): Wanted {
  checkCurrency(till, 'amount.currency', amount);
  checkLines(till, lines);
  checkSum(lines, amount);
  return {
    amount,
    text: text === '' ? till.name : text,
    lines,
    agreement: null,
    reference: reference ?? null,
  };
}

/** @throws Refusal `invalid_request` for another currency than the till's, `not_allowed` for a till without subscriptions. */
export function wantedAgreement(till: TillView, agreement: NewAgreement): Wanted {
  if (!till.subscriptions) throw new Refusal('not_allowed', 'Nobody can subscribe at this till.');
  const { product, pricing, initialCharge } = agreement;
  checkCurrency(till, 'pricing.amount.currency', pricing.amount);
  if (initialCharge) checkCurrency(till, 'initialCharge.amount.currency', initialCharge.amount);
  const amount = initialCharge?.amount ?? { value: 0, currency: till.currency };
  const lines = initialCharge ? [{ name: initialCharge.description, quantity: 1, amount }] : [];
  return { amount, text: product.name, lines, agreement, reference: null };
}

type Times = Pick<Payment, 'createdAtMs' | 'updatedAtMs' | 'expiresAtMs'>;

/** The times of a payment that begins now. */
export function timesOf(clock: Pick<Clock, 'nowMs' | 'steadyMs'>): Times {
  const nowMs = clock.nowMs();
  return { createdAtMs: nowMs, updatedAtMs: nowMs, expiresAtMs: clock.steadyMs() + paymentLifeMs };
}

type Named = Pick<Payment, 'reference' | 'base' | 'attempt'>;

/** What a payment begins with. */
export function newPayment(
  { reference, base, attempt }: Named,
  till: TillView,
  { amount, text, lines, agreement }: Wanted,
  { shop, msn, api }: SoldBy,
  times: Times,
): Payment {
  return {
    reference,
    base,
    attempt,
    till: till.id,
    shop,
    msn,
    state: 'started',
    amount,
    text,
    lines,
    version: 1,
    ...times,
    api: agreement === null ? api : 'recurring',
    agreement: agreement && { ...agreement, id: null, chargeId: null, stop: 'none' },
    qrExpiresAtMs: null,
    closingFor: null,
    endedBy: null,
    endedAtMs: null,
    problem: null,
    capture: 'none',
    reservedAmount: 0,
    capturedAmount: 0,
    refundedAmount: 0,
    refundingAmount: 0,
    captureUntilMs: null,
    releasedAmount: 0,
    releasingAmount: 0,
  };
}

/** Whether a payment is of this very sale, asked for anew. */
export function isSameSale(payment: Payment, wanted: Wanted): boolean {
  const facts = ({ amount, text, lines }: Pick<Wanted, 'amount' | 'text' | 'lines'>) =>
    JSON.stringify([amount.value, amount.currency, text, lines]);
  return payment.agreement === null && facts(payment) === facts(wanted);
}
