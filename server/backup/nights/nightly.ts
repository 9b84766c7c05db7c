// A backup each night, or as soon as the server runs again where it was off then; the oldest of them make room.
import { rmSync } from 'node:fs';
import type { Logger } from 'pino';
import { actOfServer, tell } from '../../audit/act.ts';
import type { AuditKind } from '../../contract/audit.ts';
import type { Clock } from '../../core/clock.ts';
import { repeat } from '../../core/repeat.ts';
import type { ShopDay } from '../../reconciliation/calendar.ts';
import type { AuditStore } from '../../store/audit-store.ts';
import { backupsIn, type Environment, type Found } from '../names.ts';
import { lastDue } from './quiet-hour.ts';

/** What a copy is made of, and what came of it; `fault` says what is wrong with its audit log. */
export type NightJob = (
  atMs: number,
  stopping: AbortSignal,
) => Promise<{ file: string; fault: string | null }>;

export type NightlyDeps = {
  folder: string;
  keep: number;
  environment: Environment;
  id: string;
  /** Of the first shop. */
  day: ShopDay;
  job: NightJob;
  store: Pick<AuditStore, 'append'>;
  clock: Pick<Clock, 'nowMs' | 'monotonicMs' | 'sleep'>;
  log: Logger;
};

export type Nightly = {
  /** When the last good one was made, by the wall clock; null when there is none. */
  lastMs(): number | null;
  /** Resolves once nothing is under way any more. */
  stop(): Promise<void>;
};

/** After a start the tills come first. */
const everyMs = 10 * 60_000;
/** A disk that is full or away is not tried again sooner. */
const againAfterMs = 60 * 60_000;
const dayMs = 24 * 60 * 60_000;

export function startNightly(deps: NightlyDeps): Nightly {
  const { folder, keep, environment, id, day, job, store, clock, log } = deps;
  let retryAtMs = Number.NEGATIVE_INFINITY;
  let failureToldMs = Number.NEGATIVE_INFINITY;

  /** The newest first. One that a wrong clock has put into the future does not count. */
  function ours(): Found[] {
    const all = backupsIn(folder).filter((one) => one.id === id && one.environment === environment);
    return all.filter(({ why, atMs }) => why.kind === 'nightly' && atMs <= clock.nowMs() + dayMs);
  }

  function removeOld(made: string): void {
    // What was just made has been read through: it stays, whatever the others are called.
    const others = ours().filter(({ file }) => file !== made);
    for (const { file } of others.slice(keep - 1)) rmSync(file, { force: true });
  }

  async function putOnRecord(kind: AuditKind, about: string): Promise<void> {
    const told = tell(actOfServer(kind, clock.nowMs()), { shop: null, about });
    if (told)
      await store.append(told).catch((err: unknown) => log.error({ err }, 'a backup is not on record'));
  }

  async function failed(error: unknown): Promise<void> {
    const why = error instanceof Error ? error.message : String(error);
    retryAtMs = clock.monotonicMs() + againAfterMs;
    log.error({ why }, 'no backup was made');
    if (clock.monotonicMs() < failureToldMs + dayMs) return;
    failureToldMs = clock.monotonicMs();
    await putOnRecord('backup_failed', why.slice(0, 200));
  }

  async function act(stopping: AbortSignal): Promise<void> {
    if (clock.monotonicMs() < retryAtMs) return;
    try {
      const nowMs = clock.nowMs();
      const [newest] = ours();
      if (newest !== undefined && newest.atMs >= lastDue(nowMs, day, id)) return;
      const { file, fault } = await job(nowMs, stopping);
      log.info({ file }, 'backup made');
      if (fault !== null) log.error({ file, fault }, 'the audit log in a backup is not as it was written');
      removeOld(file);
      await putOnRecord('backup_made', file);
    } catch (error) {
      if (!stopping.aborted) await failed(error);
    }
  }

  const { stop } = repeat({ what: 'backup', firstAfterMs: everyMs, everyMs, act }, { clock, log });
  return {
    stop,
    lastMs() {
      try {
        return ours()[0]?.atMs ?? null;
      } catch {
        return null;
      }
    },
  };
}
