// [P8] https with an authority of the shop's own: what a device sees that does not trust it yet, and what one can do that does.
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test as base, expect, type Page } from 'playwright/test';
import { expectFine, standard } from '../pages/expect-fine.ts';
import { policyViolations } from '../pages/policy-violations.ts';
import { manager } from '../shop/accounts.ts';
import { OwnAuthority } from '../shop/own-authority.ts';
import { signIn } from '../shop/screens/sign-in.ts';

const test = base.extend<{ own: OwnAuthority }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern.
  own: async ({}, use) => {
    const own = await OwnAuthority.open();
    await use(own);
    await own.close();
  },
});

const permissions = ['screen-wake-lock'];

/** The certificate that the page offers, as a device keeps it. */
async function downloaded(page: Page): Promise<X509Certificate> {
  await page.getByText('Android', { exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('#android').getByRole('link', { name: 'Download the certificate' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('tillside.crt');
  return new X509Certificate(readFileSync(await download.path()));
}

test('[P8] a device that does not trust the server is shown how, and leaves for https by itself once it does', async ({
  own,
}) => {
  const browser = await own.browser(false);
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const said = policyViolations(page);
  const failed: string[] = [];
  page.on('requestfailed', (request) => failed.push(new URL(request.url()).protocol));
  await page.goto(`${own.plain}/display?a=b`);
  await expect(page.getByRole('heading', { name: 'Let this device trust the till' })).toBeVisible();
  await expect(page.getByRole('status')).toHaveText(/goes on by itself/);
  const shown = (await page.locator('code').textContent()) ?? '';
  expect(own.shop.log).toContain(`fingerprint there is ${shown} (SHA-256)`);
  expect(own.shop.log).toContain(`Tablets: ${own.plain}/trust first`);
  await expect.poll(() => failed.length).toBeGreaterThan(1);
  expect(failed).not.toContain('http:');
  await expectFine(page, 'trust', standard);
  expect(new URL(page.url()).pathname).toBe('/trust');
  expect(said).toEqual([]);

  // As if it had just been told to trust it.
  await page.route(`${own.secure}/**`, (route) => route.fulfill({ contentType: 'text/html', body: 'here' }));
  await expect(page).toHaveURL(`${own.secure}/display?a=b`);
});

test('[P8] a device that trusts it goes on to https at once: staff sign in, and a display is kept and stays awake', async ({
  own,
}) => {
  const stranger = await own.browser(false);
  const first = await stranger.newPage();
  await first.goto(`${own.plain}/trust`);
  expect(await own.setUp(await downloaded(first))).toBe(201);

  const browser = await own.browser(true);
  const tablet = await (await browser.newContext({ permissions })).newPage();
  const said = policyViolations(tablet);
  await tablet.goto(`${own.plain}/display`);
  await expect(tablet).toHaveURL(`${own.secure}/display`);
  expect(await tablet.evaluate(() => isSecureContext)).toBe(true);
  const shown = tablet.locator('[data-pairing-code]');
  await expect(shown).toBeVisible();
  const code = await shown.getAttribute('data-pairing-code');

  const staff = await (await browser.newContext()).newPage();
  await staff.goto(`${own.plain}/cashier/1`);
  await expect(staff).toHaveURL(`${own.secure}/sign-in?to=%2Fcashier%2F1`);
  await signIn(staff, manager);
  await expect(staff).toHaveURL(`${own.secure}/cashier/1`);
  expect(await staff.context().cookies()).toContainEqual(
    expect.objectContaining({ name: '__Host-tillside_session', secure: true, httpOnly: true }),
  );
  const ask = (method: string, path: string, body?: unknown) =>
    staff.evaluate(
      async ({ method, path, text }) => {
        const headers = { 'content-type': 'application/json' };
        const answer = await fetch(path, { method, headers, ...(text && { body: text }) });
        return { status: answer.status, body: await answer.json() };
      },
      { method, path, text: body === undefined ? null : JSON.stringify(body) },
    );
  expect((await ask('POST', '/api/tills/1/displays', { code })).status).toBe(201);
  await expect(tablet.locator('[data-state=idle]')).toBeVisible();
  await expect
    .poll(async () => (await ask('GET', '/api/displays')).body.displays)
    .toMatchObject([{ isSecure: true, keepsPage: true, awake: 'wake_lock' }]);

  const metrics = await staff.evaluate(async () => (await fetch('/metrics')).text());
  const left = Number(/^tillside_certificate_seconds (\S+)$/m.exec(metrics)?.[1]);
  expect(left).toBeGreaterThan(89 * 86_400);
  expect(left).toBeLessThanOrEqual(90 * 86_400);

  await own.shop.stopServer();
  await tablet.reload();
  await expect(tablet.getByText('Connecting')).toBeVisible();
  await own.shop.startServer();
  await expect(tablet.locator('[data-state=idle]')).toBeVisible();
  expect(said).toEqual([]);
});
