// What the simulated phone says of an agreement. Everything that comes from a shop is escaped.
import { type AgreementStatus, agreementStatus } from '../orders/agreement.ts';
import { summarize } from '../orders/summary.ts';
import type { Agreement, Order } from '../orders/types.ts';
import { textOf } from '../recurring/answers.ts';
import { escapeHtml, formatAmount } from './text.ts';

/** As in "99,00 kr a month", "49,00 kr every 2 weeks". */
export function priceOf({ currency }: Order, { pricing, interval }: Agreement): string {
  const often = interval.count === 1 ? `a ${interval.unit.toLowerCase()}` : textOf(interval);
  return pricing.type === 'LEGACY'
    ? `${formatAmount(pricing.amount, currency)} ${often}`
    : `up to ${formatAmount(pricing.suggestedMaxAmount, currency)} ${often}`;
}

/** Product, price and first payment, for the page of an agreement. */
export function terms(order: Order, agreement: Agreement): string {
  const { productName, productDescription } = agreement;
  return `<p class="shop">${escapeHtml(productName)}</p>
    <h1 class="amount price">${priceOf(order, agreement)}</h1>
    ${productDescription ? `<p>${escapeHtml(productDescription)}</p>` : ''}
    <p>${firstPayment(order, agreement)}</p>`;
}

/** In HTML: what is paid at once. */
export function firstPayment({ amount, currency, text }: Order, { chargeId }: Agreement): string {
  return chargeId === null
    ? 'Nothing to pay now'
    : `First payment: ${formatAmount(amount, currency)} (${escapeHtml(text)})`;
}

const ended = { is: 'bad', words: 'Stopped. No more payments will be asked for.' } as const;
const outcomes: Record<AgreementStatus, { is: 'good' | 'bad'; words: string }> = {
  PENDING: { is: 'bad', words: 'Nothing is agreed yet.' },
  ACTIVE: { is: 'good', words: 'Agreed. Thank you!' },
  STOPPED: { is: 'bad', words: 'Cancelled. There is no agreement.' },
  EXPIRED: { is: 'bad', words: 'Time ran out. Nothing was agreed.' },
};

/** Of one that lasts, also the way to end it. */
export function agreementOutcome(order: Order, nowMs: number): string {
  const status = agreementStatus(order, nowMs);
  const { is, words } = status === 'STOPPED' && summarize(order).approved ? ended : outcomes[status];
  const said = `<p class="result ${is}" role="status">${words}</p>`;
  if (status !== 'ACTIVE') return said;
  return `${said}
    <form method="post" action="/phone/${escapeHtml(order.token)}/stop"><button>Stop the subscription</button></form>`;
}
