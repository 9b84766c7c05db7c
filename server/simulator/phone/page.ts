// The pages of the simulated phone. Everything that comes from a shop is escaped.
import { referenceOf } from '../orders/agreement.ts';
import { isPayable } from '../orders/order.ts';
import { summarize } from '../orders/summary.ts';
import type { Order } from '../orders/types.ts';
import { agreementOutcome, firstPayment, priceOf, terms } from './agreement.ts';
import { escapeHtml, formatAmount } from './text.ts';

/** The orders that wait for a customer; its script looks again every two seconds. */
export function listPage(orders: readonly Order[]): string {
  const items = orders.map(
    (order) => `
      <li><a href="/phone/${escapeHtml(order.token)}">
        <strong>${titleOf(order)}</strong>
        ${lines(order)}
        <small>${escapeHtml(referenceOf(order))}</small>
      </a></li>`,
  );
  const list =
    items.length === 0
      ? '<p class="quiet">Nothing to pay right now. New payments show up here by themselves.</p>'
      : `<ul class="orders">${items.join('')}</ul>`;
  return page(
    'Payments',
    `<h1>Payments waiting</h1>
    <p>Open this on your phone, or click a payment: that counts as scanning its QR.</p>
    ${list}`,
    '<script type="module" src="/phone/list.js"></script>',
  );
}

/** One order as the customer sees it: what to pay and the choices, or what became of it. */
export function orderPage(order: Order, nowMs: number): string {
  const { agreement } = order;
  const ended = agreement === undefined ? outcome(order) : agreementOutcome(order, nowMs);
  const asked = agreement === undefined ? payment(order) : terms(order, agreement);
  return page(
    titleOf(order),
    `${asked}
    ${isPayable(order, nowMs) ? choices(order) : ended}
    <p class="quiet">${escapeHtml(referenceOf(order))}</p>
    <p><a href="/phone">Payments waiting</a></p>`,
  );
}

export function missingPage(): string {
  return page(
    'Not found',
    '<h1>Not found</h1><p>This link does not belong to a payment.</p><p><a href="/phone">Payments waiting</a></p>',
  );
}

/** What there is to pay, or to agree to. */
function titleOf(order: Order): string {
  return order.agreement ? priceOf(order, order.agreement) : formatAmount(order.amount, order.currency);
}

function lines(order: Order): string {
  const { agreement, text } = order;
  if (agreement === undefined) return `<span>${escapeHtml(text)}</span>`;
  return `<span>${escapeHtml(agreement.productName)}</span>
        <span>${firstPayment(order, agreement)}</span>`;
}

function payment(order: Order): string {
  return `<p class="shop">${escapeHtml(order.text)}</p>
    <h1 class="amount">${titleOf(order)}</h1>`;
}

function choices(order: Order): string {
  const isDeclined = order.history.some(({ success }) => !success);
  const action = (name: string) => `action="/phone/${escapeHtml(order.token)}/${name}"`;
  return `${isDeclined ? '<p class="result bad" role="status">The card was declined. Try another one.</p>' : ''}
    <form method="post" ${action('approve')}><button class="approve">Approve</button></form>
    <form method="post" ${action('decline')}><button>Card declined</button></form>
    <form method="post" ${action('cancel')}><button>Cancel</button></form>
    <p class="quiet">Doing nothing is also a choice: the ${order.agreement ? 'agreement' : 'payment'} runs out by itself.</p>`;
}

function outcome(order: Order): string {
  const { reserved, cancelled } = summarize(order);
  if (cancelled) return '<p class="result bad" role="status">Cancelled. Nothing was paid.</p>';
  if (reserved > 0) return '<p class="result good" role="status">Paid. Thank you!</p>';
  return '<p class="result bad" role="status">Time ran out. Nothing was paid.</p>';
}

function page(title: string, body: string, head = ''): string {
  return `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  ${head}
  <title>${title} – simulated phone</title>
  <link rel="stylesheet" href="/phone/phone.css">
</head>
<body>
  <header>Simulated phone – no real money</header>
  <main>
    ${body}
  </main>
</body>
</html>
`;
}
