// The customer's screen in every state: on small and large screens, in both schemes, for everybody.
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright/test';
import { Screen } from './contact-sheet/screen.ts';
import { codeText, type Language, languages, schemes, sizes, states } from './contact-sheet/states.ts';
import { expect, test } from './shop/fixtures.ts';
import { findQr } from './shop/qr.ts';

// Every state, many times over.
test.describe.configure({ timeout: 90_000 });

const [english, , , , finnish] = languages;

async function open(browser: Browser, url: string, language: Language): Promise<Screen> {
  return Screen.open(browser, url, { state: { name: 'idle', payment: null }, language });
}

/** What is wrong with how the page is laid out now. */
function faults(): string[] {
  const { documentElement: root } = document;
  const found: string[] = [];
  if (root.scrollWidth > innerWidth || root.scrollHeight > innerHeight) found.push('scrolls');
  const code = document.querySelector('.qr')?.getBoundingClientRect();
  if (code) {
    for (let step = 0; step <= 400; step += 1) {
      const x = code.left + code.width * (0.03 + (0.94 * (step % 20)) / 19);
      const y = code.top + code.height * (0.03 + (0.94 * Math.floor(step / 20)) / 20);
      if (document.elementFromPoint(x, y)?.closest('.stage > *') !== document.querySelector('.qr')) {
        found.push(`covers the code: ${document.elementFromPoint(x, y)?.className}`);
      }
    }
  }
  const words = document.querySelectorAll('h1, p, b, li, .pill, button, .lines span');
  for (const one of words) {
    const { left, right, top, bottom, width } = one.getBoundingClientRect();
    const style = getComputedStyle(one);
    const isShown = width > 1 && style.visibility === 'visible' && one.textContent !== '';
    if (!isShown) continue;
    const what = `${one.tagName} "${one.textContent}"`;
    if (left < 0 || top < 0 || right > innerWidth + 1 || bottom > innerHeight + 1)
      found.push(`outside: ${what}`);
    const shortens = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
    if (!shortens && one.scrollWidth > one.clientWidth + 1 && style.display !== 'inline')
      found.push(`cut off: ${what}`);
    const inStage = one.closest('.said, .terms');
    if (
      inStage &&
      code &&
      left < code.right &&
      right > code.left &&
      top < code.bottom - 1 &&
      bottom > code.top + 1
    ) {
      found.push(`on the code: ${what}`);
    }
    const header = document.querySelector('.shop')?.getBoundingClientRect();
    if (inStage && header && top < header.bottom - 1) found.push(`under the header: ${what}`);
  }
  return [...new Set(found)];
}

for (const isLarge of [false, true]) {
  test(`nothing scrolls, is cut off or covers the code${isLarge ? ', with larger text' : ''}`, async ({
    browser,
    shop,
  }) => {
    const screen = await open(browser, shop.url, english);
    for (const state of states) {
      await screen.show(state, english);
      await screen.page.evaluate(
        (large) => document.documentElement.toggleAttribute('data-large', large),
        isLarge,
      );
      for (const [width, height] of sizes) {
        await screen.page.setViewportSize({ width, height });
        expect.soft(await screen.page.evaluate(faults), `${state.name}, ${width}x${height}`).toEqual([]);
      }
    }
    await screen.close();
  });
}

test('the code is read off every screen, at least half as wide as its short edge', async ({
  browser,
  shop,
}) => {
  const screen = await open(browser, shop.url, english);
  for (const state of states.filter(({ name }) => name === 'QR with lines' || name === 'QR, agreement')) {
    await screen.show(state, english);
    // A plain code is read in both schemes in qr.spec.ts.
    await screen.page.emulateMedia({ colorScheme: 'dark' });
    for (const [width, height] of sizes) {
      await screen.page.setViewportSize({ width, height });
      const found = findQr(await screen.page.screenshot());
      const what = `${state.name}, ${width}x${height}`;
      expect(found, what).toMatchObject({ text: codeText, quiet: true });
      expect(found?.sidePx, what).toBeGreaterThanOrEqual(Math.min(width, height) / 2);
    }
  }
  await screen.close();
});

for (const language of [english, finnish]) {
  test(`[WCAG 2.2 AA] no state in ${language.lang} has a fault that can be found by a machine`, async ({
    browser,
    shop,
  }) => {
    const screen = await open(browser, shop.url, language);
    for (const state of states) {
      await screen.show(state, language);
      // The colours are the same in every language.
      for (const colorScheme of language === english ? schemes : (['light'] as const)) {
        await screen.page.emulateMedia({ colorScheme });
        const { violations } = await new AxeBuilder({ page: screen.page }).analyze();
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
        expect.soft(found, `${state.name}, ${colorScheme}`).toEqual([]);
      }
    }
    await screen.close();
  });
}

test('larger text is chosen with the keyboard, and gone for the next customer', async ({ browser, shop }) => {
  const screen = await open(browser, shop.url, english);
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
