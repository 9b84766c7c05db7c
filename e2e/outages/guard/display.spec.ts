// A display is never blank either, though nobody touches it, and customers can read what it says.
import { type Browser, expect, type Page, test } from 'playwright/test';
import { displaySeat, Screen } from '../../contact-sheet/screen.ts';
import { languages, type State, sizes, states } from '../../contact-sheet/states.ts';
import { Site } from '../../pages/site.ts';
import { breakTill, stopped } from './broken-page.ts';

const idle: State = { name: 'idle', payment: null };

const open = (browser: Browser, state = idle) =>
  Screen.open(browser, { state, language: languages[0] }, displaySeat);

test('a display that throws loads itself anew, in growing pauses, and only while the server answers', async ({
  browser,
}) => {
  const screen = await open(browser);
  const { page, api } = screen;
  api.answer('POST', /^\/api\/client-errors$/, () => ({ status: 204 }));
  await expect(page.locator(displaySeat.ready).first()).toBeVisible();
  await page.clock.install();
  await breakTill(screen);
  /** After how many steps of half a second of the page's own time it was loaded. */
  const loads: number[] = [];
  let steps = 0;
  page.on('framenavigated', () => loads.push(steps));
  await page.reload();
  await page.clock.pauseAt(new Date(Date.now() + 3_600_000));
  const passUntil = (isThere: () => boolean) =>
    expect
      .poll(
        async () => {
          steps += 1;
          await page.clock.runFor(500).catch(() => {});
          return isThere();
        },
        { intervals: [20] },
      )
      .toBe(true);
  await passUntil(() => loads.length === 4);
  const pauses = loads.slice(1).map((at, index) => at - (loads[index] ?? 0));
  expect(pauses[0]).toBeGreaterThanOrEqual(9);
  expect(pauses[1]).toBeGreaterThanOrEqual(19);
  expect(pauses[2]).toBeGreaterThanOrEqual(39);
  const heading = stopped(page).getByRole('heading');
  await expect
    .poll(async () => {
      await page.clock.runFor(500);
      return heading.count();
    })
    .toBe(1);
  await expect(heading).toHaveText('One moment, please');

  await page.route('**/display/1', (route) => route.abort());
  await page.clock.runFor(400_000);
  expect(loads).toHaveLength(4);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await passUntil(() => loads.length === 5);
  await page.clock.resume();
  await expect(page.locator('[data-state="idle"]')).toBeVisible();
  await screen.close();
});

/** The size of each text on the page, in CSS pixels. */
const sizesOn = (page: Page) =>
  page
    .locator('.notice-page :is(h1, p)')
    .evaluateAll((texts) => texts.map((text) => Number.parseFloat(getComputedStyle(text).fontSize)));

for (const [what, missing] of [
  ['its script', /assets\/(?!guard)[\w-]+\.js$/],
  ['its script and its styles', /assets\/(?!guard)[\w-]+\.(js|css)$/],
] as const) {
  test(`what a display without ${what} says can be read from 1.5 m, on every screen`, async ({ page }) => {
    const site = await Site.open(() => ({ status: 404 }));
    await page.route(missing, (route) => route.abort());
    await page.goto(`${site.url}/display`);
    await expect(stopped(page).getByRole('heading')).toBeVisible();
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height });
      const read = await sizesOn(page);
      expect(read).toHaveLength(2);
      expect(Math.min(...read), `${width}x${height}`).toBeGreaterThanOrEqual(32);
      const text = await stopped(page).locator('p').boundingBox();
      expect((text?.y ?? height) + (text?.height ?? 0), `${width}x${height}`).toBeLessThanOrEqual(height);
    }
    site.close();
  });
}

test('[P6] a display that broke during a payment shows its code again once it has loaded', async ({
  browser,
}) => {
  const [state] = states.filter(({ name }) => name === 'QR');
  if (state === undefined) throw new Error('there is no such state');
  const screen = await open(browser, state);
  const { page, api } = screen;
  api.answer('POST', /^\/api\/client-errors$/, () => ({ status: 204 }));
  const code = page.locator('[data-state="presented"]').getByRole('img', { name: /^QR code: scan to pay/ });
  await expect(code).toBeVisible();
  await page.clock.install();
  await breakTill(screen);
  await page.reload();
  await expect(stopped(page)).toBeVisible();
  await expect(code).toHaveCount(0);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.clock.runFor(6_000);
  await expect(code).toBeVisible();
  await expect(stopped(page)).toHaveCount(0);
  await screen.close();
});
