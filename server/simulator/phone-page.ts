// The pages of the simulated phone. Everything that comes from a shop is escaped.
import { type Currency, isPayable, type Order } from './order.ts';
import { summarize } from './order-summary.ts';

/** Shop texts and amounts in, HTML out; `<`, `>`, `&` and quotes lose their meaning. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Minor units as a Norwegian customer reads them: 49900 is "499,00 kr". */
export function formatAmount(amountMinor: number, currency: Currency): string {
  const format = new Intl.NumberFormat('nb-NO', { style: 'currency', currency });
  return format.format(amountMinor / 100);
}

/** The orders that wait for a customer; its script looks again every two seconds. */
export function listPage(orders: readonly Order[]): string {
  const items = orders.map(
    ({ token, text, amount, currency, orderId }) => `
      <li><a href="/phone/${escapeHtml(token)}">
        <strong>${formatAmount(amount, currency)}</strong>
        <span>${escapeHtml(text)}</span>
        <small>${escapeHtml(orderId)}</small>
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
    '<script type="module" src="/phone/phone-list.js"></script>',
  );
}

/** One order as the customer sees it: what to pay and the choices, or what became of it. */
export function orderPage(order: Order, nowMs: number): string {
  const body = isPayable(order, nowMs) ? choices(order) : outcome(order);
  const amount = formatAmount(order.amount, order.currency);
  return page(
    amount,
    `<p class="shop">${escapeHtml(order.text)}</p>
    <p class="amount">${amount}</p>
    ${body}
    <p class="quiet">${escapeHtml(order.orderId)}</p>
    <p><a href="/phone">Payments waiting</a></p>`,
  );
}

export function missingPage(): string {
  return page(
    'Not found',
    '<h1>Not found</h1><p>This link does not belong to a payment.</p><p><a href="/phone">Payments waiting</a></p>',
  );
}

function choices(order: Order): string {
  const isDeclined = order.history.some(({ success }) => !success);
  const action = (name: string) => `action="/phone/${escapeHtml(order.token)}/${name}"`;
  return `${isDeclined ? '<p class="result bad" role="status">The card was declined. Try another one.</p>' : ''}
    <form method="post" ${action('approve')}><button class="approve">Approve</button></form>
    <form method="post" ${action('decline')}><button>Card declined</button></form>
    <form method="post" ${action('cancel')}><button>Cancel</button></form>
    <p class="quiet">Doing nothing is also a choice: the payment runs out by itself.</p>`;
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
