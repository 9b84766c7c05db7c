// Accessibility and layout of the staff's pages, at a counter and on a phone.
import type { RunOptions } from 'axe-core';
import { expect, type Page } from 'playwright/test';
import { violationsOn } from '../contact-sheet/faults.ts';

const counter = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };

/** The elements that are wider than the window, unless they are meant to scroll sideways. */
const sideways = () => document.documentElement.scrollWidth - innerWidth;

/** The tags of the axe rules for WCAG, without those for best practices. */
export const standard: RunOptions = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] };

/** [WCAG 2.2 AA] What a machine can find wrong with the page as it is now. */
export async function expectFine(page: Page, what: string, options: RunOptions = {}): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    // Colours in the middle of a transition are not checked.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // The schemes differ in nothing else.
    const found = await violationsOn(
      page,
      colorScheme === 'light' ? options : { runOnly: ['color-contrast'] },
    );
    expect.soft(found, `${what}, ${colorScheme}`).toEqual([]);
  }
  await page.setViewportSize(phone);
  expect.soft(await page.evaluate(sideways), `${what}, on a phone`).toBeLessThanOrEqual(0);
  await page.setViewportSize(counter);
  expect.soft(await page.evaluate(sideways), what).toBeLessThanOrEqual(0);
}
