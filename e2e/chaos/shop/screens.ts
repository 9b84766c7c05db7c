// One screen per till, as a shop has it: it notes all that it is given to show, when.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Sighting } from '../compare/ledgers.ts';
import type { RoundShop } from './round-shop.ts';

/** A payment as the till's screen gets it; `qr` is null when there is no code to scan. */
export type OnScreen = {
  reference: string;
  text: string;
  state: string;
  problem: { code: string } | null;
  qr: unknown;
};

const reconnectMs = 30;

export class Screens {
  readonly sightings: Sighting[] = [];
  readonly #shop: RoundShop;
  readonly #now = new Map<string, OnScreen | null>();

  constructor(shop: RoundShop) {
    this.#shop = shop;
  }

  /** What this till shows now; null is idle. */
  now(till: string): OnScreen | null {
    return this.#now.get(till) ?? null;
  }

  /** Shows what the server says, until `signal`. */
  async run(signal: AbortSignal): Promise<void> {
    await Promise.all(this.#shop.tills.map((till) => this.#poll(till, signal)));
  }

  async #poll(till: string, signal: AbortSignal): Promise<void> {
    let etag = '';
    while (!signal.aborted) {
      const headers = { prefer: 'wait=1', ...(etag === '' ? {} : { 'if-none-match': etag }) };
      const answer = await this.#shop.call('GET', `/tills/${till}/payment`, { headers, signal });
      if (answer?.status === 304) continue;
      if (answer?.status !== 200) {
        await sleep(reconnectMs);
        continue;
      }
      etag = answer.etag;
      const payment = answer.body['payment'] as OnScreen | null;
      this.#now.set(till, payment);
      if (payment === null) continue;
      const { reference, state, problem } = payment;
      this.sightings.push({ till, reference, state, problem: problem?.code ?? null, atMs: Date.now() });
    }
  }
}
