// All attackers, on a thread of their own, so that how long the shop has to wait is measured by somebody who has time.
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { createRandom, subSeedOf } from '../chaos/plan/random.ts';
import { attacks } from './attacks/all.ts';
import type { Target } from './attacks/attack.ts';
import { besiege, type Tally } from './besiege.ts';

export type Orders = {
  readonly target: Target;
  readonly seed: number;
  readonly seconds: number;
  /** Of each attack's bounds, 0 to 1. */
  readonly share: number;
  /** By name. */
  readonly attacks: readonly string[];
};

/** Resolves when the last attacker has gone. @returns what became of each attack. @throws what stopped them before. */
export function attack(orders: Orders): Promise<Tally[]> {
  const worker = new Worker(new URL(import.meta.url), { workerData: orders });
  const { promise, resolve, reject } = Promise.withResolvers<Tally[]>();
  worker.once('message', resolve);
  worker.once('error', reject);
  worker.once('exit', () => reject(new Error('the attackers have gone without a word')));
  return promise;
}

async function carryOut({ target, seed, seconds, share, attacks: names }: Orders): Promise<Tally[]> {
  const signal = AbortSignal.timeout(seconds * 1000);
  const chosen = attacks.filter(({ name }) => names.includes(name));
  return Promise.all(
    chosen.map((one) => {
      const random = createRandom(subSeedOf(seed, attacks.indexOf(one)));
      return besiege(one, { target, random, signal, share });
    }),
  );
}

if (parentPort !== null) parentPort.postMessage(await carryOut(workerData));
