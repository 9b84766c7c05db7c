import { setTimeout as pause } from 'node:timers/promises';
import type { Shop } from '../shop/shop.ts';
import { epochMs } from './pages/eyes.ts';
import { type Answer, Screen } from './screens.ts';

const everyMs = 1_000;

/** A program that watches the till over HTTP, as a POS does. */
export class Watcher {
  #approvedAtMs: number | null = null;
  readonly #screen: Screen;

  constructor(shop: Shop) {
    const watched = { path: '/api/tills/1/payment', headers: shop.signedIn };
    const onAnswer = ({ body }: Answer) => {
      if (body !== '' && JSON.parse(body).payment?.state === 'approved') this.#approvedAtMs ??= epochMs();
    };
    this.#screen = new Screen(new URL(shop.url), watched, { waitSeconds: 1, everyMs, onAnswer });
  }
  begin(): void {
    this.#approvedAtMs = null;
  }
  async seenAtMs(): Promise<number> {
    while (this.#approvedAtMs === null) {
      if (this.#screen.failure !== null) throw this.#screen.failure;
      await pause(1);
    }
    return this.#approvedAtMs;
  }
  close(): void {
    this.#screen.close();
  }
}
