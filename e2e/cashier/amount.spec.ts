// Keying in: no other amount than the intended one is charged, and the keys do not move.
import type { Locator, Page } from 'playwright/test';
import { expect, test } from '../shop/screens/fixtures.ts';

const amountOf = (page: Page) => page.getByRole('status', { name: 'Amount' });
const charge = (page: Page) => page.getByRole('button', { name: /^Charge/ });
const refusal = (page: Page) => page.getByRole('alert').filter({ hasText: 'Delete, and key it in again.' });

/** Where the keys and Charge are on the page, to the pixel. */
async function places(page: Page) {
  const keys = await page.getByRole('group', { name: 'Keypad' }).getByRole('button').all();
  const buttons: Locator[] = [...keys, page.locator('button.charge')];
  const placeOf = (button: Element) => {
    const { x, y, width, height } = button.getBoundingClientRect();
    return { x, y: y + scrollY, width, height };
  };
  return Promise.all(buttons.map((button) => button.evaluate(placeOf)));
}

test('[P9] after a key that was refused nothing is charged until the cashier has changed the amount', async ({
  shop,
  cashier,
}) => {
  const { keyboard } = cashier;
  await expect(cashier.getByText('Ready')).toBeVisible();
  await keyboard.type('999999999');
  await expect(amountOf(cashier)).toHaveText(/^99.999,99/);
  await expect(refusal(cashier)).toContainText(/^No more than 650.000,00.kr can be paid at once\./);
  await expect(charge(cashier)).toBeDisabled();
  await expect(charge(cashier)).toHaveText('Charge');
  await keyboard.press('Enter');
  await cashier.getByRole('textbox', { name: 'Text the customer sees' }).press('Enter');
  await amountOf(cashier).click();
  await keyboard.type('9');
  await expect(amountOf(cashier)).toHaveText(/^99.999,99/);

  await keyboard.press('Backspace');
  await expect(refusal(cashier)).toHaveCount(0);
  await expect(charge(cashier)).toHaveText(/^Charge 9.999,99/);
  await keyboard.type('9999');
  await expect(refusal(cashier)).toBeVisible();
  await keyboard.press('Escape');
  await expect(amountOf(cashier)).toHaveText(/^0,00/);
  await expect(refusal(cashier)).toHaveCount(0);
  await keyboard.type('4200');
  await keyboard.press('Enter');
  await expect(cashier.getByRole('region', { name: 'Now' })).toContainText('Waiting for the scan');
  expect((await shop.vipps.orders()).map(({ amount }) => amount)).toEqual([4_200]);
});

test('[P9] a comma or dot on the keyboard means what it says, and what fits no amount is refused in sight', async ({
  shop,
  cashier,
}) => {
  const { keyboard } = cashier;
  await expect(cashier.getByText('Ready')).toBeVisible();
  for (const [typed, shown] of [
    ['149,', '149,00'],
    ['149,5', '149,50'],
    ['149.50', '149,50'],
    [',5', '0,50'],
    ['149', '1,49'],
  ] as const) {
    await keyboard.type(typed);
    await expect(amountOf(cashier)).toHaveText(new RegExp(`^${shown}.kr$`));
    for (const _ of typed) await keyboard.press('Backspace');
    await expect(amountOf(cashier)).toHaveText(/^0,00/);
  }
  // A key that was refused is not left out: 12,,5 is not 12,50.
  for (const [typed, kept] of [
    ['1.249,50', '1,24'],
    ['12,,5', '12,00'],
  ] as const) {
    await keyboard.press('Escape');
    await keyboard.type(typed);
    await expect(amountOf(cashier)).toHaveText(new RegExp(`^${kept}.kr$`));
    await expect(refusal(cashier)).toContainText('One comma, and at most two decimals.');
    await expect(charge(cashier)).toBeDisabled();
  }
  await keyboard.press('Escape');
  await keyboard.type('149');
  await keyboard.press('Shift+NumpadDecimal');
  await expect(charge(cashier)).toHaveText(/^Charge 149,00/);
  await keyboard.type('5');
  await keyboard.press('Enter');
  await expect(cashier.getByRole('region', { name: 'Now' })).toContainText('Waiting for the scan');
  expect((await shop.vipps.orders()).map(({ amount }) => amount)).toEqual([14_950]);
});

test('no key moves when a message comes, when there is something to offer, or when the server is away', async ({
  shop,
  cashier,
  counter,
}) => {
  const sizes = [
    { width: 1366, height: 650 },
    { width: 1024, height: 768 },
    { width: 1280, height: 800 },
  ];
  const seen = new Map<number, unknown>();
  const stay = async (when: string) => {
    for (const size of sizes) {
      await cashier.setViewportSize(size);
      const now = await places(cashier);
      expect(now.at(-1)?.y, when).toBeLessThan(size.height - 60);
      expect(Math.min(...now.map(({ height }) => height))).toBeGreaterThanOrEqual(44);
      if (seen.has(size.width)) expect(now, when).toEqual(seen.get(size.width));
      seen.set(size.width, now);
    }
  };
  await expect(cashier.getByText('Ready')).toBeVisible();
  await stay('at rest');
  await cashier.keyboard.type('999999999');
  await expect(refusal(cashier)).toBeVisible();
  await stay('an amount over the maximum');
  await cashier.keyboard.press('Escape');
  await counter.sell('4200', 'Tea');
  await stay('a payment is on the customer’s screen');
  await counter.cancel();
  await cashier.getByRole('button', { name: 'New sale' }).click();
  await expect(cashier.getByRole('group', { name: 'Last texts' })).toHaveCount(1);
  await stay('what was charged is offered');
  await shop.stopServer();
  await expect(cashier.getByText('Connection to the till server lost.')).toBeVisible();
  await stay('the server is away');
});

test('a second tab is told that the till is taken, with Charge where it was; on a phone, too', async ({
  shop,
  cashier,
}) => {
  await expect(cashier.getByText('Ready')).toBeVisible();
  await cashier.keyboard.type('9900');
  await cashier.setViewportSize({ width: 390, height: 844 });
  const before = await places(cashier);
  // This tab has not yet seen the payment that another tab has just started.
  await cashier.route('**/payments', (route) =>
    route.fulfill({ status: 409, json: { error: { code: 'till_busy', message: '' } } }),
  );
  await charge(cashier).click();
  const alert = cashier
    .getByRole('alert')
    .filter({ hasText: 'A payment is already on the customer’s screen' });
  await expect(alert).toBeInViewport({ ratio: 1 });
  expect(await places(cashier)).toEqual(before);
  expect(await shop.vipps.orders()).toEqual([]);
});

test('what was charged before is offered whole, on a phone a tap away from the keys', async ({
  shop,
  cashier,
}) => {
  const kept = { by: 'Mona', amounts: [14_950, 1_234_500, 2_500, 4_200, 9_900], texts: ['Tea'] };
  await cashier.evaluate(
    ([till, recents]) => localStorage.setItem(`tillside.recents.${till}`, JSON.stringify(recents)),
    [shop.till, kept] as const,
  );
  await cashier.reload();
  const chips = cashier.getByRole('group', { name: 'Quick amounts' }).getByRole('button');
  await expect(chips).toHaveCount(5);
  for (const chip of await chips.all()) await expect(chip).toBeInViewport({ ratio: 1 });
  await chips.last().press('Enter');
  await expect(amountOf(cashier)).toHaveText(/^99,00/);

  await cashier.setViewportSize({ width: 390, height: 664 });
  await expect(chips).toHaveCount(0);
  await cashier.getByRole('button', { name: 'Suggestions' }).click();
  for (const chip of await chips.all()) await expect(chip).toBeInViewport({ ratio: 1 });
  await cashier.getByRole('button', { name: /^42,00/ }).click();
  await expect(amountOf(cashier)).toHaveText(/^42,00/);
  await expect(charge(cashier)).toBeInViewport({ ratio: 1 });
});
