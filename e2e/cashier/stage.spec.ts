// What counts now and what was: paid, declined, ended, and the same sale once more.
import type { Page } from 'playwright/test';
import { english, expect, test } from '../pages/fixtures.ts';
import { paid, paymentOf, saleOf, tellDay } from '../pages/sales.ts';

const lines = [{ name: 'Coffee', quantity: 2, amount: { value: 24_900, currency: 'NOK' } }];
const coffees = saleOf('till-1-coffees', { text: 'Two coffees', lines });
const idle = { name: 'idle', payment: null };
const nowOf = (page: Page) => page.getByRole('region', { name: 'Now' });
const amountOf = (page: Page) => page.getByRole('status', { name: 'Amount' });

/** The bodies of all sales that this tab starts, as they come. */
function startedOn(page: Page): unknown[] {
  const started: unknown[] = [];
  page.on('request', (request) => {
    const isStart = request.method() === 'POST' && request.url().endsWith('/tills/1/payments');
    if (isStart) started.push(request.postDataJSON());
  });
  return started;
}

const same = { amount: { value: 24_900, currency: 'NOK' }, text: 'Two coffees', lines };

test('[P1] Paid is the largest there is while it counts, and a line that says when with the first key of the next sale', async ({
  freshCashier: tab,
}) => {
  const { page } = tab;
  await tab.show(coffees('approved'), english);
  const heading = page.getByRole('heading', { name: 'Paid', exact: true });
  await expect(heading).toBeVisible();
  for (const [width, height] of [
    [390, 664],
    [844, 390],
    [1280, 800],
  ] as const) {
    await page.setViewportSize({ width, height });
    const fontPx = (one: Element) => Number.parseFloat(getComputedStyle(one).fontSize);
    expect(await heading.evaluate(fontPx), `${width}`).toBeGreaterThanOrEqual(40);
  }
  await page.keyboard.type('4500');
  await expect(heading).toHaveCount(0);
  await expect(page.getByText(/^Last sale: kr.249\.00 paid \d\d:\d\d$/)).toBeVisible();
  await expect(page).not.toHaveTitle(/Paid/);
  await expect(page.getByRole('button', { name: /^Charge kr.45\.00/ })).toBeEnabled();
});

test('[P1] when the customer’s screen is idle again, what was is a line; Repeat keys it in, and charges nothing by itself', async ({
  freshCashier: tab,
}) => {
  const { page } = tab;
  const started = startedOn(page);
  await tab.show(coffees('approved'), english);
  await expect(page.getByRole('heading', { name: 'Paid', exact: true })).toBeVisible();
  await tab.show(idle, english);
  await expect(page.getByText(/^Last sale: kr.249\.00 paid/)).toBeVisible();
  await page.getByRole('button', { name: 'Repeat', exact: true }).click();
  await expect(amountOf(page)).toHaveText(/249\.00/);
  await expect(page.getByRole('textbox', { name: 'Text the customer sees' })).toHaveValue('Two coffees');
  expect(started).toEqual([]);
  await page.keyboard.press('Enter');
  await expect.poll(() => started).toEqual([same]);
});

test('any earlier sale is repeated from its details', async ({ freshCashier: tab }) => {
  const { page } = tab;
  tellDay(tab, () => [paymentOf(paid({ text: 'Lunch', amount: { value: 50_000 } }), english, 1)]);
  await tab.show(idle, english);
  await page.getByRole('button', { name: /Lunch/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Repeat', exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Charge kr.500\.00/ })).toBeEnabled();
});

for (const [state, then] of [
  ['cancelled', { endedBy: 'customer' }],
  ['expired', { endedBy: 'timeout' }],
  ['failed', { problem: { code: 'vipps_unavailable', message: '' } }],
] as const) {
  test(`after a sale that is ${state}, one tap or Enter charges the same once more`, async ({
    freshCashier: tab,
  }) => {
    const { page } = tab;
    const started = startedOn(page);
    await tab.show(coffees(state, then), english);
    const again = page.getByRole('button', { name: 'Charge again' });
    await expect(again).toContainText('Enter');
    await page.keyboard.press('Enter');
    await expect.poll(() => started).toEqual([same]);
  });
}

test('[P4] Enter does what the button with its hint says: the next sale, once an amount is keyed in', async ({
  freshCashier: tab,
}) => {
  const { page } = tab;
  const started = startedOn(page);
  await tab.show(coffees('cancelled'), english);
  await page.keyboard.type('4500');
  await expect(page.getByRole('button', { name: 'Charge again' })).toHaveCount(0);
  await expect(page.getByText(/^Last sale: kr.249\.00 cancelled/)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect
    .poll(() => started)
    .toEqual([{ amount: { value: 4_500, currency: 'NOK' }, text: '', lines: [] }]);
});

test('[P4] [P3] after a declined card, charging again closes the first payment before it starts another', async ({
  freshCashier: tab,
}) => {
  const { page, api } = tab;
  const started = startedOn(page);
  const declined = coffees('scanned', { problem: { code: 'declined', message: '' } });
  await tab.show(declined, english);
  await expect(page.getByRole('heading', { name: 'Card declined' })).toBeVisible();
  api.answer('POST', /^\/api\/payments\/till-1-coffees\/cancel$/, () => {
    const closing = coffees('closing');
    api.tell({ state: closing, language: english });
    return { json: paymentOf(closing.payment, english, 2) };
  });
  await page.getByRole('button', { name: 'Charge again' }).click();
  await expect(page.getByText('It is charged again as soon as this payment is closed.')).toBeVisible();
  expect(started).toEqual([]);
  api.tell({ state: coffees('cancelled', { endedBy: 'staff' }), language: english });
  await expect.poll(() => started).toEqual([same]);
});

test('[P1] if the customer has paid meanwhile, nothing is charged again', async ({ freshCashier: tab }) => {
  const { page, api } = tab;
  const started = startedOn(page);
  await tab.show(coffees('scanned', { problem: { code: 'declined', message: '' } }), english);
  api.answer('POST', /^\/api\/payments\/till-1-coffees\/cancel$/, () => ({
    json: paymentOf(coffees('closing').payment, english, 2),
  }));
  await page.getByRole('button', { name: 'Charge again' }).click();
  api.tell({ state: coffees('approved'), language: english });
  await expect(page.getByRole('heading', { name: 'Paid', exact: true })).toBeVisible();
  await page.waitForTimeout(1_500);
  expect(started).toEqual([]);
});

test('a payment that waits for its capture is captured where Paid is shown', async ({
  freshCashier: tab,
}) => {
  const { page, api } = tab;
  await tab.show(coffees('approved', { capture: 'none', capturedAmount: 0 }), english);
  const now = nowOf(page);
  await now.getByRole('button', { name: /^Capture kr.249\.00$/ }).click();
  const captured = coffees('approved');
  api.answer('POST', /^\/api\/payments\/till-1-coffees\/capture$/, () => {
    api.tell({ state: captured, language: english });
    return { json: paymentOf(captured.payment, english, 3) };
  });
  await now.getByRole('button', { name: 'Yes, capture' }).click();
  await expect(now).toContainText('The money is captured.');
  await expect(now.getByRole('button', { name: /^Capture/ })).toHaveCount(0);
});
