// The windows of a counter: each a device of its own, opened once and kept for every test of a worker, because opening one costs
// more than most tests. Cookies and what is remembered on the device are all that our pages leave behind.
import type { Browser, BrowserContext, Page } from 'playwright/test';
import type { Cookie } from './shop.ts';

export type Place = 'cashier' | 'secondCashier' | 'display' | 'visitor';

const landscape = { width: 1280, height: 800 };
const portrait = { width: 800, height: 1280 };
const viewports = { cashier: landscape, secondCashier: landscape, display: portrait, visitor: landscape };

export class Windows {
  readonly #browser: Browser;
  readonly #pages = new Map<Place, Page>();

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  /** Shows `url` there for as long as `use` takes, to whoever holds `cookie`, or to nobody known; the window is as new before and after. */
  async show(
    place: Place,
    url: string,
    cookie: Cookie | null,
    use: (page: Page) => Promise<void>,
  ): Promise<void> {
    const page = await this.#page(place);
    // In this order: what the last test left in the window must not be heard as somebody who is signed out.
    if (cookie !== null) await page.context().addCookies([cookie]);
    await page.context().setOffline(false);
    // The page of the last test may just be leaving for the sign-in page, which takes the place of this one; it does so once.
    await page.goto(url).catch(() => page.goto(url));
    await use(page);
    if (page.isClosed()) return;
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    // The page stays where it is, and asks nobody anything, until the next one takes its place: leaving it would load another.
    await page.evaluate(() => localStorage.clear()).catch(() => undefined);
    await page.context().setOffline(true);
    await page.context().clearCookies();
    await page.emulateMedia({ media: null, colorScheme: null, reducedMotion: 'reduce' });
    await page.setViewportSize(viewports[place]);
  }

  async close(): Promise<void> {
    const contexts = new Set<BrowserContext>([...this.#pages.values()].map((page) => page.context()));
    await Promise.all([...contexts].map((context) => context.close()));
  }

  async #page(place: Place): Promise<Page> {
    const open = this.#pages.get(place);
    if (open !== undefined && !open.isClosed()) return open;
    // Motion explains; what is tested is what it leads to.
    const context = await this.#browser.newContext({ viewport: viewports[place], reducedMotion: 'reduce' });
    const page = await context.newPage();
    this.#pages.set(place, page);
    return page;
  }
}
