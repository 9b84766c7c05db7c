// The windows of a counter: each a device of its own, opened once and kept for every test of a worker, because opening one costs
// more than most tests. Every shop has an address of its own, so what one page stores no later page finds.
import type { Browser, BrowserContext, Page } from 'playwright/test';
import type { Cookie } from './shop.ts';

export type Place = 'cashier' | 'secondCashier' | 'display';

const landscape = { width: 1280, height: 800 };
const portrait = { width: 800, height: 1280 };
const viewports = { cashier: landscape, secondCashier: landscape, display: portrait };

export class Windows {
  readonly #browser: Browser;
  readonly #pages = new Map<Place, Page>();

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  /** Shows `url` there for as long as `use` takes, to whoever holds `cookie`; the window is as new before and after. */
  async show(place: Place, url: string, cookie: Cookie, use: (page: Page) => Promise<void>): Promise<void> {
    const page = await this.#page(place);
    await page.context().addCookies([cookie]);
    await page.goto(url);
    await use(page);
    if (page.isClosed()) return;
    await page.context().setOffline(false);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.context().clearCookies();
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
