// The pace of an attack: strike after strike, never more at once, a second or in all than its bounds say.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../chaos/plan/random.ts';
import type { Attack, Bounds, Target } from './attacks/attack.ts';

/** What became of the strikes of one attack. */
export type Tally = {
  readonly name: string;
  sent: number;
  refused: number;
  /** How many ended in which way. */
  readonly how: Record<string, number>;
};

export type Siege = {
  readonly target: Target;
  readonly random: Random;
  /** The end. */
  readonly signal: AbortSignal;
  readonly share: number;
};

/** 127.0.0.2 and on: the shop itself is at 127.0.0.1. With bounds for each address, these together still may have more than the server. */
const addresses = Array.from({ length: 20 }, (_, at) => `127.0.0.${at + 2}`);
/** How far an attack that was held up may be behind its pace before it gives up what it has missed. */
const mayCatchUp = 10;

/** Resolves when each of its connections is over. */
export async function besiege({ name, bounds, strike }: Attack, siege: Siege): Promise<Tally> {
  const { target, random, signal, share } = siege;
  const tally: Tally = { name, sent: 0, refused: 0, how: {} };
  const open = new Set<Promise<void>>();
  for await (const _ of paced(scaled(bounds, share), open, signal)) {
    const from = addresses[random.int(0, addresses.length - 1)] ?? '';
    const over = strike({ target, from, random, signal }).then(({ how, isRefused }) => {
      tally.how[how] = (tally.how[how] ?? 0) + 1;
      if (isRefused) tally.refused += 1;
      open.delete(over);
    });
    tally.sent += 1;
    open.add(over);
  }
  await Promise.all(open);
  return tally;
}

export function scaled({ connections, perSecond, total }: Bounds, share: number): Bounds {
  const part = (value: number) => Math.max(1, Math.round(value * share));
  return { connections: part(connections), perSecond: perSecond * share, total: part(total) };
}

/** Yields each time that the next strike is due and there is room for it. */
async function* paced({ connections, perSecond, total }: Bounds, open: Set<unknown>, signal: AbortSignal) {
  const everyMs = 1000 / perSecond;
  let dueMs = performance.now();
  for (let sent = 0; sent < total && !signal.aborted; sent += 1) {
    const waitMs = dueMs - performance.now();
    if (waitMs > 0) await sleep(waitMs);
    while (open.size >= connections && !signal.aborted) await Promise.race(open);
    if (signal.aborted) return;
    yield sent;
    dueMs = Math.max(dueMs + everyMs, performance.now() - mayCatchUp * everyMs);
  }
}
