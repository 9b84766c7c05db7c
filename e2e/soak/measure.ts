// What a page, and the server, still hold after a garbage collection.
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

/** Of a server that was started with `--inspect`. */
export class ServerMeter {
  readonly #socket: WebSocket;
  #calls = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
  }

  /** @param log what the server has printed: the address of its inspector is there. */
  static async on(log: string): Promise<ServerMeter> {
    const address = /ws:\/\/\S+/.exec(log)?.[0];
    if (address === undefined) throw new Error(`The server has no inspector:\n${log}`);
    const socket = new WebSocket(address);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve, { once: true });
      socket.addEventListener('error', reject, { once: true });
    });
    return new ServerMeter(socket);
  }

  async read(): Promise<Sample> {
    for (let times = 0; times < 3; times += 1) await this.#send('HeapProfiler.collectGarbage', {});
    const expression = 'JSON.stringify(process.memoryUsage())';
    const { result } = await this.#send('Runtime.evaluate', { expression, returnByValue: true });
    const { heapUsed, rss } = JSON.parse(result?.value ?? '{}');
    return { 'heap, kB': heapUsed / 1024, 'resident, kB': rss / 1024 };
  }

  close(): void {
    this.#socket.close();
  }

  #send(method: string, params: object): Promise<{ result?: { value?: string } }> {
    const id = ++this.#calls;
    return new Promise((resolve) => {
      const hear = ({ data }: MessageEvent) => {
        const answer = JSON.parse(String(data));
        if (answer.id !== id) return;
        this.#socket.removeEventListener('message', hear);
        resolve(answer.result);
      };
      this.#socket.addEventListener('message', hear);
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }
}
