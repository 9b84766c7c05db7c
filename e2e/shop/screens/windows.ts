// The windows of a counter: each a device of its own, opened once and kept for every test of a worker, because opening one costs
// more than most tests. Cookies and what is remembered on the device are all that our pages leave behind.
import type { Browser, BrowserContext, Page } from 'playwright/test';
import type { Cookie } from '../api.ts';
import { scaleTime, type TimeScale } from '../programs/scaled-time.ts';

export type Place = 'cashier' | 'secondCashier' | 'display' | 'visitor';

const landscape = { width: 1280, height: 800 };
const portrait = { width: 800, height: 1280 };
const viewports = { cashier: landscape, secondCashier: landscape, display: portrait, visitor: landscape };

/** Has time go as fast in the pages that are opened from now on as in the shop that they show. */
export async function scalePages(context: BrowserContext, time: TimeScale): Promise<void> {
  if (time.factor !== 1) await context.addInitScript(scaleTime, time);
}

/** Shows an empty page of the same address, for which the browser goes on with the process that it has. */
async function leave(page: Page): Promise<void> {
  const empty = new URL('/empty', page.url()).href;
  // As the server's pages have it: with another policy the browser starts a process anew.
  const headers = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Origin-Agent-Cluster': '?1' };
  await page.route(empty, (route) => route.fulfill({ contentType: 'text/html', headers, body: '' }));
  await page.goto(empty);
  await page.unroute(empty);
}

export class Windows {
  readonly #browser: Browser;
  readonly #time: TimeScale;
  readonly #pages = new Map<Place, Page>();

  /** @param time of the pages that are shown in them. */
  constructor(browser: Browser, time: TimeScale) {
    this.#browser = browser;
    this.#time = time;
  }

  /** Shows `url` there for as long as `use` takes, with the session `cookie` or none; the window is as new before and after. */
  async show(
    place: Place,
    url: string,
    cookie: Cookie | null,
    use: (page: Page) => Promise<void>,
  ): Promise<void> {
    const page = await this.#page(place);
    if (cookie !== null) await page.context().addCookies([cookie]);
    await page.goto(url);
    await use(page);
    if (page.isClosed()) return;
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.evaluate(() => localStorage.clear()).catch(() => undefined);
    await page.context().setOffline(false);
    // Nothing of this test is left that could ask in the name of the next: cookies are the same for all ports of a machine.
    await leave(page);
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
    // Without animations: tests check the state after them.
    const context = await this.#browser.newContext({ viewport: viewports[place], reducedMotion: 'reduce' });
    await scalePages(context, this.#time);
    const page = await context.newPage();
    this.#pages.set(place, page);
    return page;
  }
}
