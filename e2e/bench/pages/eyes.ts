// When people see something: the pages themselves say, in milliseconds since the epoch.
import type { Page } from 'playwright/test';

type Eyes = { seenAtMs: number | null };
declare global {
  interface Window {
    tillsideEyes: Eyes;
  }
}

/** The same clock as the pages': both count from the epoch, and neither jumps while they run. */
export const epochMs = () => performance.timeOrigin + performance.now();

/** From now on the page notes when something that `selector` names is painted; once for each call. */
export async function watchFor(page: Page, selector: string): Promise<void> {
  await page.evaluate((wanted) => {
    const eyes: Eyes = { seenAtMs: null };
    window.tillsideEyes = eyes;
    const look = () => {
      if (eyes.seenAtMs !== null || document.querySelector(wanted) === null) return;
      observer.disconnect();
      // The frame that shows it is drawn before the one after it is asked for.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          eyes.seenAtMs = performance.timeOrigin + performance.now();
        }),
      );
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { subtree: true, childList: true, attributes: true });
    look();
  }, selector);
}

/** @returns when it was painted. @throws when it is not within 15 s. */
export async function seenAtMs(page: Page): Promise<number> {
  await page.waitForFunction(() => window.tillsideEyes.seenAtMs !== null, undefined, { timeout: 15_000 });
  return page.evaluate(() => window.tillsideEyes.seenAtMs ?? Number.NaN);
}
