// A shop with its two screens in a real browser.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Browser, chromium, type Page } from 'playwright/test';
import { findBrowser } from '../run/browser.ts';
import type { Cookie } from '../shop/api.ts';
import { Shop } from '../shop/shop.ts';

/** Two tills: one is the shop's, at the other the baselines sell. */
const tills = JSON.stringify([
  { id: '1', name: 'Till 1' },
  { id: '2', name: 'Till 2' },
]);

export class Counter {
  readonly shop: Shop;
  /** What Vipps takes for an answer. */
  readonly vippsAnswersMs = 50;
  readonly #browser: Browser;
  readonly #folder: string;
  private constructor(shop: Shop, browser: Browser, folder: string) {
    this.shop = shop;
    this.#browser = browser;
    this.#folder = folder;
  }

  static async open(): Promise<Counter> {
    const folder = mkdtempSync(join(tmpdir(), 'tillside-bench-'));
    const file = join(folder, 'tills.json');
    writeFileSync(file, tills);
    const shop = await Shop.open({ TILLS_FILE: file, LOG_LEVEL: 'info' });
    const counter = new Counter(shop, await chromium.launch(await findBrowser()), folder);
    await shop.vipps.answersTake(counter.vippsAnswersMs);
    return counter;
  }

  /** A window of its own, in which whoever holds `cookie` sees `path`. */
  async window(path: string, cookie: Cookie | null): Promise<Page> {
    const context = await this.#browser.newContext();
    if (cookie !== null) await context.addCookies([cookie]);
    const page = await context.newPage();
    await page.goto(path.startsWith('http') ? path : this.shop.url + path);
    return page;
  }

  /** A sale; @returns its reference. */
  async sell(till: string): Promise<string> {
    const amount = { value: 24_900, currency: 'NOK' };
    const { status, body } = await this.shop.api('POST', `/tills/${till}/payments`, { amount });
    if (status !== 201) throw new Error(`till ${till}: ${status} ${JSON.stringify(body)}`);
    return body.reference;
  }

  /** Resolves once nothing more can become of a sale. */
  async untilOver(reference: string): Promise<void> {
    for (;;) {
      const { body } = await this.shop.api('GET', `/payments/${reference}`);
      if (['approved', 'cancelled', 'expired', 'failed'].includes(body.state)) return;
      await pause(50);
    }
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.shop.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
