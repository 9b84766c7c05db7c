// A screen that shows whatever it is told to.
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, BrowserContext, Page, Route } from 'playwright/test';
import qrcode from 'qrcode';
import type { Cookie } from '../shop/api.ts';
import { dayOf, eventsOf } from './cashier-states.ts';
import { answerOf, codeText, type Language, type State } from './states.ts';

const logo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 120"><rect width="300" height="120" rx="24" fill="#5b3a29"/>
  <path d="M50 38h44v26a22 22 0 0 1-44 0zM94 44h8a12 12 0 0 1 0 24h-8M46 92h60" fill="none" stroke="#fff" stroke-width="7"/>
  <path d="M134 44h120M134 66h86M134 88h104" stroke="#fff" stroke-width="10" stroke-linecap="round"/></svg>`;
const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 1000" preserveAspectRatio="xMidYMid slice"><defs>
  <linearGradient id="a" x2="1" y2="1"><stop stop-color="#e9b487"/><stop offset=".5" stop-color="#a8623c"/><stop offset="1" stop-color="#2c1a12"/></linearGradient></defs>
  <rect width="1600" height="1000" fill="url(#a)"/><circle cx="1150" cy="380" r="300" fill="#f6ead9"/><circle cx="1150" cy="380" r="225" fill="#5a331e"/>
  <path d="M1030 380q120-150 240 0q-120 150-240 0z" fill="#e8c9a0"/><circle cx="330" cy="720" r="190" fill="#fff" opacity=".55"/></svg>`;

/** Which page it is, and who is in front of it. */
export type Seat = {
  path: string;
  /** What is there once the page has something to show. */
  ready: string;
  cookie?: Cookie;
};

export const displaySeat: Seat = { path: '/display/1', ready: '.choices, .code' };

export class Screen {
  readonly page: Page;
  readonly #ready: string;
  readonly #code: Buffer;
  #state: State | null = null;
  #language: Language | null = null;
  #version = 0;
  #served = 0;
  #asked = 0;

  private constructor(page: Page, ready: string, code: Buffer) {
    this.page = page;
    this.#ready = ready;
    this.#code = code;
  }

  /** @param url of a server that has the pages; nothing else is asked of it. */
  static async open(
    browser: Browser,
    url: string,
    first: { state: State; language: Language },
    { path, ready, cookie }: Seat = displaySeat,
  ): Promise<Screen> {
    const context: BrowserContext = await browser.newContext({
      ...{ reducedMotion: 'reduce', serviceWorkers: 'block', locale: first.language.locale },
    });
    if (cookie !== undefined) await context.addCookies([cookie]);
    const page = await context.newPage();
    const screen = new Screen(page, ready, await qrcode.toBuffer(codeText, { margin: 0, scale: 12 }));
    await page.route('**/shop/*', (route) =>
      route.fulfill({
        contentType: 'image/svg+xml',
        body: route.request().url().endsWith('logo') ? logo : picture,
      }),
    );
    await page.route('**/api/payments/*/qr', (route) =>
      route.fulfill({ contentType: 'image/png', body: screen.#code }),
    );
    await page.route('**/api/display', (route) => screen.#answerOwn(route));
    await page.route('**/api/sign-in', (route) => route.fulfill({ json: { environment: 'production' } }));
    await page.route('**/api/tills/1/payment', (route) => screen.#answer(route));
    await screen.#answerStaff();
    screen.#state = first.state;
    screen.#language = first.language;
    await page.goto(url + path);
    return screen;
  }

  /** Resolves once it is on the screen, with its pictures. */
  async show(state: State, language: Language): Promise<void> {
    const before = this.#state;
    const isAway = typeof state.payment === 'string' || typeof before?.payment === 'string';
    const isNewPage = isAway || before?.open !== undefined;
    this.#state = state;
    this.#language = language;
    this.#version += 1;
    if (isNewPage) await this.page.reload();
    const wanted =
      state.payment === 'offline' ? 'connecting' : state.payment === 'pairing' ? 'pairing' : null;
    if (wanted === null) await this.#untilServed();
    else await this.page.locator(`[data-state="${wanted}"]`).waitFor();
    await this.page.waitForFunction(
      ([lang, mustSay]) =>
        (lang === null || document.documentElement.lang === lang) &&
        (document.body.textContent ?? '').length > 0 &&
        (mustSay === null || document.querySelector(mustSay) !== null) &&
        document.fonts.status === 'loaded' &&
        [...document.images].every((image) => image.complete && image.naturalWidth > 0) &&
        document.querySelector('.qr[data-loaded="false"]') === null,
      [language.lang, state.payment === 'offline' ? null : this.#ready] as const,
    );
    await state.open?.(this.page);
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

  async close(): Promise<void> {
    await this.page.context().close();
  }

  /** What was answered has been shown once the next question comes. */
  async #untilServed(): Promise<void> {
    while (this.#served < this.#version) await pause(10);
    const asked = this.#asked;
    while (this.#asked === asked) await pause(10);
  }

  /** What the cashier's tab asks beside what is on the screen. */
  async #answerStaff(): Promise<void> {
    const now = () => new Date().toISOString();
    const answers: [string, (route: Route) => unknown][] = [
      [
        '**/api/session',
        () => ({ name: 'Mona', role: 'manager', shop: null, refundUpTo: null, expiresAt: now() }),
      ],
      [
        '**/api/payments?*',
        (route) => this.#language && dayOf(this.#language, new URL(route.request().url())),
      ],
      ['**/api/payments/*/events', eventsOf],
      ['**/api/tills/1/products', () => ({ products: [] })],
      [
        '**/api/displays',
        () => ({
          displays: [{ id: 'd', till: '1', pairedAt: now(), pairedBy: 'Mona', lastSeenAt: now() }],
        }),
      ],
    ];
    for (const [path, answer] of answers) {
      await this.page.route(path, (route) => route.fulfill({ json: answer(route) }).catch(() => {}));
    }
  }

  async #answerOwn(route: Route): Promise<void> {
    if (this.#state?.payment === 'offline') return route.abort();
    const isPairing = this.#state?.payment === 'pairing';
    await route.fulfill({
      json: { till: isPairing ? null : '1', code: isPairing ? '482913' : null, expiresAt: null },
    });
  }

  /** As the server: at once when there is news, otherwise held for up to a second. */
  async #answer(route: Route): Promise<void> {
    this.#asked += 1;
    const known = Number(route.request().headers()['if-none-match']?.slice(1, -1) ?? -1);
    const until = Date.now() + 1_000;
    while (known === this.#version && Date.now() < until) await pause(10);
    const [state, language, version] = [this.#state, this.#language, this.#version];
    if (state === null || language === null || state.payment === 'offline')
      return route.abort().catch(() => {});
    const headers = { etag: `"${version}"`, date: new Date().toUTCString() };
    const news = { headers, json: answerOf(state, language, version) };
    await route.fulfill(known === version ? { status: 304, headers } : news).catch(() => {});
    this.#served = version;
  }
}
