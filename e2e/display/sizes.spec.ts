// The customer's screen in every state: on small and large screens, in both schemes, for everybody. `npm run contact-sheet` does the
// same in every language.
import { layoutFaultsOn, violationsOn } from '../contact-sheet/faults.ts';
import { codeText, schemes, sizes, states } from '../contact-sheet/states.ts';
import { english, expect, test } from '../pages/fixtures.ts';
import { readQr } from '../shop/screens/qr.ts';

for (const state of states) {
  test(`nothing scrolls, is cut off or covers the code: ${state.name}`, async ({ display }) => {
    await display.show(state, english);
    for (const size of sizes) {
      await display.resize(size);
      // Larger text is tight beside a code.
      for (const isLarge of state.hasCode ? [false, true] : [false]) {
        await display.enlarge(isLarge);
        const where = isLarge ? `${size.join('x')}, larger` : size.join('x');
        expect.soft(await layoutFaultsOn(display.page), where).toEqual([]);
      }
    }
  });
}

for (const state of states.filter(({ name }) => name === 'QR with lines' || name === 'QR, agreement')) {
  test(`the code is read off every screen, at least half as wide as its short edge: ${state.name}`, async ({
    display,
  }) => {
    await display.show(state, english);
    // A plain code is read in both schemes in qr.spec.ts.
    await display.page.emulateMedia({ colorScheme: 'dark' });
    for (const [width, height] of sizes) {
      await display.resize([width, height]);
      const found = await readQr(display.page);
      const where = `${width}x${height}`;
      expect.soft(found, where).toMatchObject({ text: codeText, quiet: true, black: true });
      expect.soft(found?.sidePx, where).toBeGreaterThanOrEqual(Math.min(width, height) / 2);
    }
  });
}

for (const state of states) {
  test(`[WCAG 2.2 AA] no fault that can be found by a machine: ${state.name}`, async ({ display }) => {
    await display.show(state, english);
    await display.resize([1280, 720]);
    for (const colorScheme of schemes) {
      await display.page.emulateMedia({ colorScheme });
      expect.soft(await violationsOn(display.page), colorScheme).toEqual([]);
    }
  });
}

test('larger text is chosen with the keyboard, and gone for the next customer', async ({ freshDisplay }) => {
  const { page } = freshDisplay;
  const sale = states.find(({ name }) => name === 'QR') ?? { name: '', payment: null };
  await freshDisplay.show(sale, english);
  const button = page.getByRole('button', { name: 'Larger text' });
  const fontPx = () =>
    page.locator('.what').evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize));
  const usualPx = await fontPx();
  await page.keyboard.press('Tab');
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  expect(await fontPx()).toBeGreaterThan(usualPx * 1.2);
  await freshDisplay.show({ name: 'idle', payment: null }, english);
  await expect(button).toHaveAttribute('aria-pressed', 'false');
  expect(await fontPx()).toBe(usualPx);
});
