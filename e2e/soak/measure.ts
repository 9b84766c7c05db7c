// What a page still holds after a garbage collection.
import type { CDPSession, Page } from 'playwright/test';
import type { Sample } from './verdict.ts';

/** Of a page: what its device keeps is told in characters of its storage, and in files of its service worker. */
export class PageMeter {
  readonly #session: CDPSession;

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async on(page: Page): Promise<PageMeter> {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    return new PageMeter(session);
  }

  async read(): Promise<Sample> {
    // What the first collection lets go may be the last hold on something else.
    for (let times = 0; times < 3; times += 1) await this.#session.send('HeapProfiler.collectGarbage');
    const { metrics } = await this.#session.send('Performance.getMetrics');
    const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
    return {
      'heap, kB': of('JSHeapUsedSize') / 1024,
      'DOM nodes': of('Nodes'),
      listeners: of('JSEventListeners'),
      documents: of('Documents'),
      kept: await this.#kept(),
    };
  }

  async #kept(): Promise<number> {
    const expression = `(async () => {
      let kept = JSON.stringify({ ...localStorage, ...sessionStorage }).length;
      for (const name of await caches.keys()) kept += (await (await caches.open(name)).keys()).length;
      return kept;
    })()`;
    const options = { expression, awaitPromise: true, returnByValue: true };
    const { result } = await this.#session.send('Runtime.evaluate', options);
    return Number(result.value);
  }
}
