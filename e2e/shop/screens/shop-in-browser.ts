// A shop and a real browser, for what is measured: each screen has a window of its own, as large as it is at a counter.
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright/test';
import { findBrowser } from '../../run/browser.ts';
import type { Cookie } from '../api.ts';
import { type OpenOptions, Shop } from '../shop.ts';

export const landscape = { width: 1280, height: 800 };
export const portrait = { width: 800, height: 1280 };

/** `args` are more arguments of the browser. */
type Options = Pick<OpenOptions, 'tills'> & { args?: readonly string[] };

export class ShopInBrowser {
  readonly shop: Shop;
  readonly browser: Browser;

  private constructor(shop: Shop, browser: Browser) {
    this.shop = shop;
    this.browser = browser;
  }

  /** @param settings variables of the shop's server. */
  static async open(settings: Record<string, string> = {}, options: Options = {}): Promise<ShopInBrowser> {
    const { args = [], ...more } = options;
    const found = await findBrowser();
    const browser = await chromium.launch({ ...found, args: [...found.args, ...args] });
    try {
      return new ShopInBrowser(await Shop.open(settings, more), browser);
    } catch (error) {
      await browser.close();
      throw error;
    }
  }

  /** @param cookie the session of its user; null for none. @returns a page in a context of its own, which shows nothing yet. */
  async newWindow(cookie: Cookie | null, options: BrowserContextOptions = {}): Promise<Page> {
    // Browsers with a window give it by themselves.
    const context = await this.browser.newContext({ permissions: ['screen-wake-lock'], ...options });
    if (cookie !== null) await context.addCookies([cookie]);
    return context.newPage();
  }

  /** A tablet that has just been paired with till 1. */
  async display(): Promise<Page> {
    const page = await this.newWindow(await this.shop.pairDisplay(), { viewport: portrait });
    await page.goto(`${this.shop.url}/display/1`);
    return page;
  }

  /** The manager's tab of till 1. */
  async cashier(): Promise<Page> {
    const page = await this.newWindow(this.shop.session, { viewport: landscape });
    await page.goto(`${this.shop.url}/cashier/1`);
    return page;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.shop.close();
  }
}
