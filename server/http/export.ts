// Long answers that are made while they are taken: no faster than the reader reads, for few readers at a time.
import type { Writable } from 'node:stream';
import type { Clock } from '../core/clock.ts';
import { SlowDown } from '../core/refusal.ts';

/** Of a page of an export: read and written in about 10 ms. */
export const exportRows = 500;

/** So that the exports of one shop do not keep those of others waiting. */
const most = { inAll: 4, ofOne: 2 };
/** About as long as an export of 100,000 payments takes. */
const tryAgainMs = 10_000;
/** A reader that takes nothing for so long is given up. */
export const patienceMs = 30_000;

export type Exports = {
  /** @param shop null is all of them. @returns what ends it. @throws SlowDown while there are as many as may be. */
  enter(shop: string | null): () => void;
  /** Does `work` as one of them. @throws as `enter`, and what `work` throws. */
  during(shop: string | null, work: () => Promise<void>): Promise<void>;
};

export function createExports(): Exports {
  const underWay: (string | null)[] = [];

  function enter(shop: string | null): () => void {
    const isMost = underWay.length >= most.inAll;
    if (isMost || underWay.filter((one) => one === shop).length >= most.ofOne) {
      throw new SlowDown(tryAgainMs, 'Several exports are under way.');
    }
    underWay.push(shop);
    return () => void underWay.splice(underWay.indexOf(shop), 1);
  }

  return {
    enter,
    async during(shop, work) {
      const leave = enter(shop);
      try {
        await work();
      } finally {
        leave();
      }
    },
  };
}

/** Resolves once the reader has taken what was written, or is gone, which it is made to be when it takes nothing. */
async function drained(response: Writable, clock: Pick<Clock, 'sleep'>): Promise<void> {
  const over = new AbortController();
  const { promise, resolve } = Promise.withResolvers<void>();
  for (const event of ['drain', 'close']) response.on(event, resolve);
  void clock.sleep(patienceMs, over.signal).then(() => {
    if (!over.signal.aborted) response.destroy();
  });
  await promise;
  over.abort();
  for (const event of ['drain', 'close']) response.off(event, resolve);
}

/** Writes an answer piece by piece, asking for the next one when the last has been taken. Who leaves ends it. */
export async function sendAsTaken(
  response: Writable,
  pieces: AsyncIterable<string>,
  clock: Pick<Clock, 'sleep'>,
): Promise<void> {
  for await (const piece of pieces) {
    if (response.destroyed) return;
    if (!response.write(piece)) await drained(response, clock);
    if (response.destroyed) return;
  }
  response.end();
}
