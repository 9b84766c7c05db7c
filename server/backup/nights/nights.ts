// The backups of a server's nights: what they are made of, and by which program.

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from '../../config/config.ts';
import type { Clock } from '../../core/clock.ts';
import type { Tills } from '../../core/tills.ts';
import type { Metrics } from '../../http/metrics.ts';
import { shopDays } from '../../reconciliation/shop-days.ts';
import { databaseOf } from '../../store/database-of.ts';
import { openToRead } from '../../store/sqlite/inspect.ts';
import type { Database } from '../../store/sqlite/sqlite.ts';
import { BackupFailed } from '../errors.ts';
import type { BackupRequest } from '../make-backup.ts';
import { idOf } from '../names.ts';
import { type NightJob, startNightly } from './nightly.ts';

export type NightsDeps = {
  config: Config;
  tills: Tills;
  store: Pick<Database, 'audit'>;
  clock: Clock;
  metrics: Pick<Metrics, 'watchBackups'>;
  log: Logger;
  /** The file `program.ts`. */
  program: string;
};

const lockedMs = 2_000;

function databaseId(file: string): string {
  const database = openToRead(file, lockedMs);
  try {
    return idOf(database);
  } finally {
    database.close();
  }
}

/** @throws BackupFailed */
export function runProgram(
  program: string,
  request: BackupRequest,
  signal: AbortSignal,
): ReturnType<NightJob> {
  return new Promise((done, fail) => {
    execFile(process.execPath, [program, JSON.stringify(request)], { signal }, (error, out) => {
      if (error !== null) return fail(error);
      const { failed, ...made } = JSON.parse(out);
      if (failed === undefined) done(made);
      else fail(new BackupFailed(failed));
    });
  });
}

/** What the person should know who starts a server whose backups have nowhere to go; null when they have. */
export function folderNotice({ backups: { folder } }: Pick<Config, 'backups'>): string | null {
  if (folder === null || existsSync(folder)) return null;
  return `BACKUP_DIR is ${folder}, which is not there: no backup can be made. Make it, or see to it that its disk is there.`;
}

/** @returns `stop`, which resolves once none is under way any more. Nothing is done where BACKUP_DIR names no folder. */
export function startNights({ config, tills, store, clock, metrics, log, program }: NightsDeps): {
  stop(): Promise<void>;
} {
  const { environment, backups } = config;
  const { file } = databaseOf(config);
  if (backups.folder === null || file === ':memory:') return { stop: async () => undefined };
  const folder = resolve(backups.folder);
  const of = { file: resolve(file), folder, mayMakeFolder: false, environment, how: 'whole' } as const;
  const job: NightJob = (atMs, stopping) =>
    runProgram(program, { ...of, atMs, why: { kind: 'nightly' } }, stopping);
  const day = shopDays(tills).of(tills.list()[0]?.shop ?? '');
  const { keep } = backups;
  const id = databaseId(file);
  const nightly = startNightly({ folder, keep, environment, id, day, job, store: store.audit, clock, log });
  metrics.watchBackups(() => {
    const lastMs = nightly.lastMs();
    return lastMs === null ? Number.POSITIVE_INFINITY : Math.max(0, clock.nowMs() - lastMs) / 1000;
  });
  return nightly;
}
