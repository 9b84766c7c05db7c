// The customer's screen in every state: on small and large screens, in both schemes, for everybody.
import type { Browser } from 'playwright/test';
import { layoutFaultsOn, violationsOn } from './contact-sheet/faults.ts';
import { Screen } from './contact-sheet/screen.ts';
import { codeText, languages, looks, schemes, sizes, states, statesOf } from './contact-sheet/states.ts';
import { expect, test } from './shop/fixtures.ts';
import { findQr } from './shop/qr.ts';

// Every state, many times over; `npm run contact-sheet` does it in every language.
test.describe.configure({ timeout: 90_000 });

const [english] = languages;

async function open(browser: Browser, url: string): Promise<Screen> {
  return Screen.open(browser, url, { state: { name: 'idle', payment: null }, language: english });
}

for (const look of looks.filter(({ scheme }) => scheme === 'light')) {
  // Larger text is tight beside a code.
  const some = statesOf(look).filter(({ hasCode }) => hasCode || !look.isLarge);
  test(`nothing scrolls, is cut off or covers the code, ${look.name}`, async ({ browser, shop }) => {
    const screen = await open(browser, shop.url);
    for (const state of some) {
      await screen.show(state, english);
      await screen.enlarge(look.isLarge);
      for (const [width, height] of sizes) {
        await screen.page.setViewportSize({ width, height });
        expect.soft(await layoutFaultsOn(screen.page), `${state.name}, ${width}x${height}`).toEqual([]);
      }
    }
    await screen.close();
  });
}

test('the code is read off every screen, at least half as wide as its short edge', async ({
  browser,
  shop,
}) => {
  const screen = await open(browser, shop.url);
  for (const state of states.filter(({ name }) => name === 'QR with lines' || name === 'QR, agreement')) {
    await screen.show(state, english);
    // A plain code is read in both schemes in qr.spec.ts.
    await screen.page.emulateMedia({ colorScheme: 'dark' });
    for (const [width, height] of sizes) {
      await screen.page.setViewportSize({ width, height });
      const found = findQr(await screen.page.screenshot());
      const what = `${state.name}, ${width}x${height}`;
      expect(found, what).toMatchObject({ text: codeText, quiet: true, black: true });
      expect(found?.sidePx, what).toBeGreaterThanOrEqual(Math.min(width, height) / 2);
    }
  }
  await screen.close();
});

test('[WCAG 2.2 AA] no state has a fault that can be found by a machine', async ({ browser, shop }) => {
  const screen = await open(browser, shop.url);
  for (const state of states) {
    await screen.show(state, english);
    for (const colorScheme of schemes) {
      await screen.page.emulateMedia({ colorScheme });
      expect.soft(await violationsOn(screen.page), `${state.name}, ${colorScheme}`).toEqual([]);
    }
  }
  await screen.close();
});

test('larger text is chosen with the keyboard, and gone for the next customer', async ({ browser, shop }) => {
  const screen = await open(browser, shop.url);
  const sale = states.find(({ name }) => name === 'QR') ?? { name: '', payment: null };
  await screen.show(sale, english);
  const button = screen.page.getByRole('button', { name: 'Larger text' });
  const fontPx = () =>
    screen.page.locator('.what').evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize));
  const usualPx = await fontPx();
  await screen.page.keyboard.press('Tab');
  await expect(button).toBeFocused();
  await screen.page.keyboard.press('Enter');
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  expect(await fontPx()).toBeGreaterThan(usualPx * 1.2);
  await screen.show({ name: 'idle', payment: null }, english);
  await expect(button).toHaveAttribute('aria-pressed', 'false');
  expect(await fontPx()).toBe(usualPx);
  await screen.close();
});
