// Our pages under their Content-Security-Policy: they need nothing that it forbids, and what gets into one can run nothing.
import { policyViolations } from '../pages/policy-violations.ts';
import { expect, test } from '../shop/screens/fixtures.ts';

test('[P8] a day at the counter, on every page, asks for nothing that the policy forbids', async ({
  shop,
  cashier,
  display,
  page,
  counter,
}) => {
  const said = [cashier, display, page].map(policyViolations);
  await Promise.all([cashier.reload(), display.reload()]);
  await counter.pay();
  await cashier.getByRole('button', { name: 'More' }).click();
  await cashier.getByRole('button', { name: 'Displays' }).click();
  await expect(cashier.getByRole('dialog')).toBeVisible();
  await expect.poll(() => display.evaluate(() => navigator.serviceWorker.getRegistrations())).toHaveLength(1);
  const show = async (path: string) => {
    await page.goto(shop.url + path);
    await expect(page.locator('#root > *').first()).toBeVisible();
  };
  for (const path of ['/', '/staff', '/reconciliation', '/nowhere', '/display']) await show(path);
  await page.context().clearCookies();
  for (const path of ['/sign-in', '/set-up']) await show(path);
  expect(said).toEqual([[], [], []]);
});

test('[P8] what gets into a page can turn no text into markup, nor allow itself to', async ({
  shop,
  page,
}) => {
  await page.goto(`${shop.url}/staff`);
  const said = policyViolations(page);
  const outcome = await page.evaluate(() => {
    const tried = (attempt: () => unknown) => {
      try {
        attempt();
        return 'done';
      } catch (error) {
        return (error as Error).name;
      }
    };
    const { trustedTypes } = globalThis as unknown as {
      trustedTypes: { createPolicy(name: string, rules: object): unknown };
    };
    return {
      markup: tried(() => {
        document.body.innerHTML = '<img src=x onerror=alert(1)>';
      }),
      script: tried(() => {
        document.createElement('script').text = 'alert(1)';
      }),
      policy: tried(() => trustedTypes.createPolicy('mine', { createHTML: (text: string) => text })),
      default: tried(() => trustedTypes.createPolicy('default', { createHTML: (text: string) => text })),
    };
  });
  expect(outcome).toEqual({
    markup: 'TypeError',
    script: 'TypeError',
    policy: 'TypeError',
    default: 'TypeError',
  });
  // So the test above would have heard of it.
  expect(said.length).toBeGreaterThan(0);
});
