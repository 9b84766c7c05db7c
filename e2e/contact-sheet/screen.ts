// A screen that shows the states that it is given.
import type { Browser, Page } from 'playwright/test';
import { ScriptedApi } from '../pages/scripted-api.ts';
import { Site } from '../pages/site.ts';
import type { Language, State } from './states.ts';

type Size = { width: number; height: number };
/** Which page it is, what is there once the page has something to show, and how large its window is at first. */
export type Seat = { path: string; ready: string; size: Size };

export const displaySeat: Seat = {
  path: '/display/1',
  ready: '.choices, .code',
  size: { width: 1280, height: 720 },
};
export const cashierSeat: Seat = {
  path: '/cashier/1',
  ready: '.payments',
  size: { width: 1280, height: 800 },
};

export class Screen {
  readonly page: Page;
  readonly api: ScriptedApi;
  readonly #site: Site;
  readonly #seat: Seat;
  #state: State;
  #startsOver = false;

  private constructor(page: Page, api: ScriptedApi, site: Site, seat: Seat, first: State) {
    this.page = page;
    this.api = api;
    this.#site = site;
    this.#seat = seat;
    this.#state = first;
  }

  static async open(
    browser: Browser,
    first: { state: State; language: Language },
    seat: Seat = displaySeat,
  ): Promise<Screen> {
    const api = new ScriptedApi(first);
    const site = await Site.open(api.handle);
    const context = await browser.newContext({
      // With one from the beginning Playwright also resizes the browser's window each time, which takes twice as long.
      viewport: null,
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
      locale: first.language.locale,
    });
    const page = await context.newPage();
    await page.setViewportSize(seat.size);
    await page.goto(site.url + seat.path);
    return new Screen(page, api, site, seat, first.state);
  }

  /** The address at which its page is, and all others. */
  get url(): string {
    return this.#site.url;
  }

  /** Resolves once it is on the screen, with its pictures. */
  async show(state: State, language: Language): Promise<void> {
    const before = this.#state;
    const isAway = typeof state.payment === 'string' || typeof before.payment === 'string';
    const isNewPage = isAway || before.open !== undefined || this.#startsOver;
    this.#state = state;
    this.#startsOver = false;
    this.api.tell({ state, language });
    if (isNewPage) await this.page.goto(this.url + this.#seat.path);
    await this.#untilShown(state, language);
    await state.open?.(this.page);
  }

  /** Loads the page anew before the next state, without what is stored on the device. */
  async startOver(): Promise<void> {
    this.#startsOver = true;
    await this.page.setViewportSize(this.#seat.size);
    // The page goes first: while it is there it may write down once more what was chosen on it.
    await this.page.goto(`${this.url}/nothing`);
    await this.page.evaluate(() => {
      localStorage.clear();
      sessionStorage.clear();
    });
  }

  /** As if each customer had chosen larger text, or none: until the page is loaded anew. */
  async enlarge(isLarge: boolean): Promise<void> {
    await this.page.evaluate(
      (large) => document.documentElement.toggleAttribute('data-large', large),
      isLarge,
    );
  }

  /** Once the page is as large as that; a slow machine's missed answer has not changed what it shows. */
  async resize([width, height]: readonly [number, number]): Promise<void> {
    await this.page.setViewportSize({ width, height });
    await this.page.locator('[data-offline]:not([data-state="connecting"])').waitFor({ state: 'detached' });
  }

  /** As it was at first, but for its size and what is on it. */
  async restore(): Promise<void> {
    this.api.forget();
    await this.page.unrouteAll({ behavior: 'ignoreErrors' });
    await this.page.emulateMedia({ colorScheme: null, reducedMotion: 'reduce' });
    await this.enlarge(false);
  }

  async close(): Promise<void> {
    await this.page.context().close();
    this.#site.close();
  }

  async #untilShown({ payment }: State, { lang }: Language): Promise<void> {
    const wanted = payment === 'offline' ? 'connecting' : payment === 'pairing' ? 'pairing' : null;
    if (wanted === null) await this.api.untilTaken();
    else await this.page.locator(`[data-state="${wanted}"]`).waitFor();
    await this.page.waitForFunction(
      ([lang, mustSay]) =>
        document.documentElement.lang === lang &&
        (document.body.textContent ?? '').length > 0 &&
        (mustSay === null || document.querySelector(mustSay) !== null) &&
        document.fonts.status === 'loaded' &&
        [...document.images].every((image) => image.complete && image.naturalWidth > 0) &&
        document.querySelector('.qr[data-loaded="false"]') === null,
      [lang, payment === 'offline' ? null : this.#seat.ready] as const,
      // Not with each frame: a page in the background draws none.
      { polling: 50 },
    );
  }
}
