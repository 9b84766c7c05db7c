// The accessibility of the cashier's tab in every main state, at a counter and on a phone.
import type { Page } from 'playwright/test';
import type { Screen } from '../contact-sheet/screen.ts';
import { sale } from '../contact-sheet/states.ts';
import { expectFine } from '../pages/expect-fine.ts';
import { english, expect, test } from '../pages/fixtures.ts';
import { agreeing, paid, paymentOf, rejected, tellDay } from '../pages/sales.ts';

const nowOf = (page: Page) => page.getByRole('region', { name: 'Now' });
const bun = paymentOf(paid({ text: 'Two coffees and a cinnamon bun, to take away' }), english, 1);

type Cell = {
  name: string;
  payment: object | null;
  /** What the middle of the tab says then. */
  says: string;
  /** What the cashier does in that state, and the expected result. */
  does?: (page: Page) => Promise<void>;
};
const final = { qr: null };
const presented = sale('presented', { text: 'Two coffees' });
const refused = { code: 'capture_failed', message: 'HTTP 400' };

const cells: readonly Cell[] = [
  { name: 'QR', payment: presented, says: 'Waiting for the scan' },
  {
    name: 'asked whether to cancel',
    payment: presented,
    says: 'Waiting for the scan',
    does: async (page) => {
      await page.keyboard.press('Escape');
      await expect(page.getByRole('group', { name: 'Cancel this payment?' })).toBeVisible();
    },
  },
  {
    name: 'scanned',
    payment: sale('scanned', { ...final, text: 'Two coffees' }),
    says: 'Scanned, waiting for approval',
  },
  { name: 'approved', payment: paid({ text: 'Two coffees' }), says: 'The money is captured.' },
  { name: 'closing', payment: sale('closing', { ...final, endedBy: 'staff' }), says: 'One moment' },
  { name: 'cancelled', payment: sale('cancelled', { ...final, endedBy: 'staff' }), says: 'Cancelled' },
  {
    name: 'needs attention',
    payment: paid({ text: 'Lunch', capturedAmount: 0, capture: 'failed', problem: refused }),
    says: 'Vipps refused the capture.',
  },
];

const title = '[WCAG 2.2 AA] the tab has no fault that can be found by a machine';

test(`${title}: idle, an empty day`, async ({ freshCashier: cashier }) => {
  tellDay(cashier, () => []);
  await cashier.show({ name: 'idle', payment: null }, english);
  await expect(cashier.page.getByText('No payments yet today.')).toBeVisible();
  await expectFine(cashier.page, 'idle, an empty day');
});

for (const [at, { name, payment, says, does }] of cells.entries()) {
  test(`${title}: ${name}`, async ({ cashier }) => {
    const current = paymentOf(payment, english, 10 + at);
    tellDay(cashier, () => [current, bun]);
    await cashier.show({ name, payment: current }, english);
    await expect(nowOf(cashier.page)).toContainText(says);
    await does?.(cashier.page);
    await expectFine(cashier.page, name);
  });
}

test(`${title}: could not start, amount keyed in`, async ({ freshCashier: cashier }) => {
  const { page, api } = cashier;
  tellDay(cashier, () => [bun]);
  await cashier.show({ name: 'idle', payment: null }, english);
  const amount = { value: 4_200 };
  const problem = { code: 'vipps_rejected', message: 'HTTP 400' };
  api.answer('POST', /^\/api\/tills\/1\/payments$/, () => {
    api.tell({
      state: { name: 'failed', payment: sale('failed', { ...final, amount, problem }) },
      language: english,
    });
    return rejected;
  });
  await page.keyboard.type('4200');
  await page.getByRole('button', { name: /^Charge/ }).click();
  await expect(nowOf(page)).toContainText('Could not start');
  await expectFine(page, 'could not start, amount keyed in');
});

const coffees = paymentOf(paid({ text: 'Two coffees' }), english, 1);

/** A tab at which two coffees were sold, whose refund Vipps refuses. */
async function openAfterSale(cashier: Screen): Promise<void> {
  const { api } = cashier;
  let sold = coffees;
  tellDay(cashier, () => [sold]);
  api.answer('POST', /\/check$/, () => ({ json: agreeing(sold) }));
  api.answer('POST', /\/refund$/, () => {
    sold = { ...sold, version: sold.version + 1, problem: { code: 'refund_failed', message: 'HTTP 400' } };
    return rejected;
  });
  await cashier.show({ name: 'idle', payment: null }, english);
}

test('[WCAG 2.2 AA] nor have its dialogs', async ({ freshCashier: cashier }) => {
  const { page } = cashier;
  await openAfterSale(cashier);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: 'Displays' }).click();
  await expect(page.getByText('Last seen: now')).toBeVisible();
  await expectFine(page, 'displays');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Subscription' }).click();
  await expect(page.getByLabel('Product name')).toBeVisible();
  await expectFine(page, 'subscription');
  await page.getByRole('button', { name: 'Find a sale' }).click();
  await expect(page.getByRole('dialog', { name: 'Sales' }).getByText('Two coffees')).toBeVisible();
  await expectFine(page, 'search');
});

test('[WCAG 2.2 AA] nor has a sale, from its details to a refund that is refused', async ({
  freshCashier: cashier,
}) => {
  const { page } = cashier;
  await openAfterSale(cashier);
  await page.getByRole('button', { name: 'Find a sale' }).click();
  await page
    .getByRole('dialog', { name: 'Sales' })
    .getByRole('button', { name: /Two coffees/ })
    .click();
  const details = page.getByRole('dialog', { name: 'Payment' });
  await expect(details.getByText('Sale entered')).toBeVisible();
  await details.getByRole('button', { name: 'Check with Vipps' }).click();
  await expect(details.getByText('Vipps shows the same as this till.')).toBeVisible();
  await expectFine(page, 'details, compared with Vipps');
  await details.getByRole('button', { name: 'Refund', exact: true }).click();
  await expect(details.getByLabel('Amount to refund')).toBeVisible();
  await expectFine(page, 'refund');
  await details.getByRole('button', { name: 'Continue' }).click();
  const yes = details.getByRole('button', { name: 'Yes, refund' });
  await expect(yes).toBeVisible();
  await expectFine(page, 'asked whether to refund');
  await yes.click();
  await expect(details.getByText('If you call support')).toBeVisible();
  await expectFine(page, 'refund refused');
});
