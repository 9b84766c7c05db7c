// The addresses for tablets that staff see, as a tablet's camera reads them, of a server on the network of this machine.
import { networkInterfaces } from 'node:os';
import type { Locator, Page } from 'playwright/test';
import { expect, test } from '../shop/screens/fixtures.ts';
import { readByEach } from '../shop/screens/readers.ts';
import { Shop } from '../shop/shop.ts';

const isInNetwork = Object.values(networkInterfaces())
  .flat()
  .some((one) => one && !one.internal && one.family === 'IPv4');

/** What each code says, and the text beside it. */
async function readAll(within: Page | Locator): Promise<{ read: object; written: string }[]> {
  const others = within.getByText(/^Other addresses, if the tablet/);
  const codes = within.getByRole('img', { name: /^QR code: / });
  await expect(codes.first()).toBeVisible();
  if ((await others.count()) > 0) await others.click();
  await expect
    .poll(() => codes.first().evaluate((one: HTMLImageElement) => one.naturalWidth))
    .toBeGreaterThan(0);
  const all = await codes.all();
  return Promise.all(
    all.map(async (code) => ({
      // With the white around it.
      read: await readByEach(await code.locator('..').screenshot()),
      written: (await code.getAttribute('alt'))?.replace('QR code: ', '') ?? '',
    })),
  );
}

test('[P8] staff see each address for tablets as a code, which leads to the page of the display, and nobody else does', async ({
  browser,
}) => {
  test.skip(!isInNetwork, 'this machine is in no network');
  const shop = await Shop.open({ HOST: '0.0.0.0' });
  const context = await browser.newContext({ locale: 'en-GB' });
  try {
    expect((await fetch(`${shop.url}/api/home`)).status).toBe(401);
    await context.addCookies([shop.session]);
    const page = await context.newPage();
    await page.goto(shop.url);
    const found = await readAll(page);
    expect(found.map(({ written }) => new URL(written).pathname)).toEqual(found.map(() => '/display'));
    for (const { read, written } of found) expect(read).toEqual({ jsqr: written, ZXing: written });
    expect(found[0]?.written).toBe(`${shop.url}/display`);
    const tablet = await context.newPage();
    await tablet.goto(found[0]?.written ?? '');
    await expect(tablet.locator('[data-pairing-code]')).toBeVisible();
    await page.goto(`${shop.url}/cashier/1`);
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('button', { name: 'Displays' }).click();
    expect(await readAll(page.getByRole('dialog', { name: 'Displays' }))).toEqual(found);
  } finally {
    await context.close();
    await shop.close();
  }
});
