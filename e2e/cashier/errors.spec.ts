// What a cashier reads when something goes wrong: what happened, whether money moved, what to do, and what to read out to support.
import { expect, type Locator, type Page } from 'playwright/test';
import { test } from '../shop/screens/fixtures.ts';

/** Technical terms that no text for a cashier may have. */
const technical =
  /\b(HTTP|JSON|API|undefined|null|NaN|Error|Exception|ECONN\w+|fetch|timeout|status code|stack)\b|\b[45]\d\d\b(?!,)|\w+_\w+|\[object|\{"/;

async function expectPlain(page: Page): Promise<void> {
  const text = await page.locator('body').innerText();
  expect(text.match(technical)?.[0]).toBeUndefined();
}

const support = (reference: string) => `If you call support, read out: ${reference}`;

async function refundAll(details: Locator): Promise<void> {
  await details.getByRole('button', { name: 'Refund', exact: true }).click();
  await details.getByRole('button', { name: 'Continue' }).click();
  await details.getByRole('button', { name: 'Yes, refund' }).click();
}

test('[P1] a sale that could not start, and a server that is away, are told in plain words', async ({
  shop,
  cashier,
  counter,
}) => {
  const now = cashier.getByRole('region', { name: 'Now' });
  const alert = cashier.getByRole('alert').filter({ hasText: /./ });
  await shop.vipps.breakDown({ on: 'initiate', kind: 'status', status: 400 });
  await counter.charge('24900', 'Two coffees');
  await expect(now).toContainText('Could not start');
  await expect(now).toContainText(
    'Vipps refused the sale. Nothing was charged. Check the amount and the text.',
  );
  await expect(now).toContainText(support((await shop.payment())?.reference ?? '-'));
  await expectPlain(cashier);

  await shop.vippsDown();
  await cashier.getByRole('button', { name: /^Charge 249,00/ }).click();
  await expect(now).toContainText('Vipps could not be reached. Nothing was charged. Try again.');
  await expect(now).toContainText(support((await shop.payment())?.reference ?? '-'));
  await expectPlain(cashier);

  await shop.stopServer();
  await cashier.getByRole('button', { name: /^Charge 249,00/ }).click();
  await expect(alert).toHaveText(
    'The till server cannot be reached. Try again: nothing is done twice. Until it answers, we do not know whether money has moved.',
  );
  await expect(
    cashier.getByText('What you see may be old; no payment is lost.', { exact: false }),
  ).toBeVisible();
  await expectPlain(cashier);
});

test('[P1] a refund that was refused moved no money; one whose outcome is unknown is not to be repeated', async ({
  shop,
  cashier,
  counter,
}) => {
  const reference = await counter.soldBefore(24_900, 'Two coffees');
  const refunded = async () => (await shop.vipps.order(reference)).state.refunded;
  await cashier
    .getByRole('region', { name: 'Today' })
    .getByRole('button', { name: /Two coffees/ })
    .click();
  const details = cashier.getByRole('dialog', { name: 'Payment' });
  await shop.vipps.breakDown({ on: 'refund', kind: 'status', status: 400 });
  await refundAll(details);
  await expect(details.getByRole('alert').filter({ hasText: /./ })).toHaveText(
    'Vipps refused this, so no money has moved. Try again. If it is refused again, ask a manager.',
  );
  await expect(details.getByText(support(reference))).toBeVisible();
  expect(await refunded()).toBe(0);
  await expectPlain(cashier);

  await shop.vipps.breakDown({ on: 'refund', kind: 'drop_after' });
  await refundAll(details);
  await expect(details.getByText(/Do not repeat it\./).first()).toBeVisible();
  await expect(details).toContainText(reference);
  await expect(details.getByRole('button', { name: 'Yes, refund' })).toHaveCount(0);
  await expectPlain(cashier);
  await shop.vipps.breakDown();
  await expect(details.getByText(/Do not repeat it\./)).toHaveCount(0);
  expect(await refunded()).toBe(24_900);
  await expect(details.getByRole('button', { name: 'Refund', exact: true })).toHaveCount(0);
  await expectPlain(cashier);
});
