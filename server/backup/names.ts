// What backups are called: whose they are, when they were made and why. Only files that are called exactly so are taken for ours.
import { hash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { timeInName } from '../core/clock.ts';
import type { Belonging } from '../store/environment.ts';

export type Environment = Belonging['environment'];

/** `asked`: by the command. `upgrade`: before the database is migrated, by a version that is named. */
export type Why =
  | { readonly kind: 'asked' | 'nightly' }
  | { readonly kind: 'upgrade'; readonly from: string };

export type Named = {
  readonly environment: Environment;
  /** Tells the databases of an environment apart, also after they were put back or moved. */
  readonly id: string;
  readonly atMs: number;
  readonly why: Why;
};

export type Found = Named & { readonly file: string };

const upgradeMark = 'before-upgrade-from-';

/** @returns a file name; that of an upgrade without what no file name can hold. */
export function nameOf({ environment, id, atMs, why }: Named): string {
  const end =
    why.kind === 'upgrade' ? `-${upgradeMark}${why.from.replace(/[^\w.+-]/g, '_').slice(0, 60)}` : '';
  return `tillside-${environment}-${id}-${timeInName(atMs)}${why.kind === 'nightly' ? '-nightly' : end}.db`;
}

const pattern =
  /^tillside-(demo|test|production)-([0-9a-f]{8})-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z(?:-(nightly|before-upgrade-from-[\w.+-]+))?\.db$/;

/** @returns null for the name of any other file. */
export function readName(name: string): Named | null {
  const [, environment, id = '', day, hours, minutes, seconds, ms, end] = pattern.exec(name) ?? [];
  const atMs = Date.parse(`${day}T${hours}:${minutes}:${seconds}.${ms}Z`);
  if (environment === undefined || Number.isNaN(atMs)) return null;
  const why: Why = end?.startsWith(upgradeMark)
    ? { kind: 'upgrade', from: end.slice(upgradeMark.length) }
    : { kind: end === undefined ? 'asked' : 'nightly' };
  return { environment: environment as Environment, id, atMs, why };
}

/** The backups in a folder, the newest first. @throws what the system throws when it cannot be read. */
export function backupsIn(folder: string): Found[] {
  return readdirSync(folder)
    .flatMap((name) => {
      const named = readName(name);
      return named === null ? [] : [{ ...named, file: join(folder, name) }];
    })
    .toSorted((one, other) => other.atMs - one.atMs);
}

/** When a database was made, to the millisecond, tells it from any other, and never changes. */
export function idOf(database: DatabaseSync): string {
  const [row = {}] = database
    .prepare('SELECT name, timestamp FROM kysely_migration ORDER BY timestamp, name LIMIT 1')
    .all();
  return hash('sha256', JSON.stringify(Object.values(row)), 'hex').slice(0, 8);
}
