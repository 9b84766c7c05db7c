// Looks after the audit log: removes what is older than it is kept, and tells the log of the server how the last entry is sealed.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Clock } from '../core/clock.ts';
import { repeat } from '../core/repeat.ts';
import type { AuditStore } from '../store/audit-store.ts';

const dayMs = 24 * 60 * 60_000;
export const keptDays = 400;
/** After a start the tills come first. */
const firstAfterMs = 60_000;
/** Given up and removed in one go, so that no till waits. */
const mostGivenUp = 5_000;
const mostRemoved = 100;

export type KeeperDeps = {
  store: Pick<AuditStore, 'giveUp' | 'removeGivenUp' | 'readHead'>;
  clock: Pick<Clock, 'nowMs' | 'monotonicMs' | 'sleep'>;
  log: Logger;
};

/** Whole days by UTC: an entry goes with its day. */
const oldestKept = (nowMs: number) => Math.floor(nowMs / dayMs - keptDays) * dayMs;

/** @returns `stop`, which resolves once nothing is under way any more. */
export function startAuditKeeper({ store, clock, log }: KeeperDeps): { stop(): Promise<void> } {
  async function trim(signal: AbortSignal): Promise<void> {
    let old = 0;
    do {
      old = await store.giveUp(oldestKept(clock.nowMs()), mostGivenUp, clock.nowMs());
      while (!signal.aborted && (await store.removeGivenUp(mostRemoved)) > 0) await nextTurn();
    } while (old === mostGivenUp && !signal.aborted);
  }

  async function act(signal: AbortSignal): Promise<void> {
    await trim(signal);
    // A copy of it that is kept elsewhere proves what came before, even if somebody rewrites the whole database.
    log.info({ seal: await store.readHead() }, 'audit log');
  }

  return repeat({ what: 'audit log', firstAfterMs, everyMs: dayMs, act }, { clock, log });
}
