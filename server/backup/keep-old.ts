// The database that another one takes the place of: kept under another name, so that nothing of it is lost.
import { constants, copyFileSync, existsSync, linkSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { timeInName } from '../core/clock.ts';
import { syncFolder } from '../core/durable.ts';
import { StoreUnavailable } from '../core/store-unavailable.ts';
import { toStoreError } from '../store/sqlite/dialect.ts';
import { BackupFailed } from './errors.ts';

/** What SQLite keeps beside a database, and would take for a part of whatever has its name. */
export const sides = ['-journal', '-wal', '-shm'] as const;

const lockedMs = 2_000;
/** Between the name of a database and when it was replaced. */
const keptMark = '.replaced-';

/** Number and hash of the last entry of its audit log; null where that cannot be read. */
function sealOf(database: DatabaseSync): string | null {
  try {
    const { sequence, hash } = database.prepare('SELECT sequence, hash FROM audit_head').get() ?? {};
    return sequence === undefined ? null : `${sequence}:${hash}`;
  } catch {
    return null;
  }
}

/**
 * Brings what lies beside a database into it: a log, or the journal of a change that was broken off. Then its file alone is all of it.
 * One that is damaged stays as it is, with what lies beside it.
 * @returns the seal of its audit log. @throws BackupFailed while another program has it open.
 */
export function foldIn(file: string): string | null {
  const database = new DatabaseSync(file, { timeout: lockedMs });
  try {
    database.prepare('PRAGMA journal_mode = DELETE').get();
    return sealOf(database);
  } catch (error) {
    const known = toStoreError(error);
    if (known instanceof StoreUnavailable && known.reason === 'locked') {
      const instead =
        'Nothing has been changed. Close that program first; it may be another command of Tillside.';
      throw new BackupFailed(`Another program has the database ${file} open. ${instead}`, { cause: error });
    }
    return null;
  } finally {
    database.close();
  }
}

/** By whatever names. */
export function isSameFile(one: string, other: string): boolean {
  const [first, second] = [one, other].map((file) => statSync(file, { bigint: true, throwIfNoEntry: false }));
  return first !== undefined && first.ino === second?.ino && first.dev === second.dev;
}

/** A second name of a database that goes on: left when a restore was killed before the new one was in place. */
function forgetSecondNames(file: string): void {
  const begin = `${basename(file)}${keptMark}`;
  for (const name of readdirSync(dirname(file)).filter((name) => name.startsWith(begin))) {
    const second = join(dirname(file), name);
    if (isSameFile(second, file)) rmSync(second);
  }
}

function giveSecondName(file: string, name: string): void {
  try {
    linkSync(file, name);
  } catch {
    // Some disks know no links.
    copyFileSync(file, name, constants.COPYFILE_EXCL);
  }
}

/**
 * Gives a database, and what still lies beside it, a second name each; then takes away what lies beside it. Its own file stays, so
 * that no start in between takes the shop for a new one.
 * @returns the names that there are now.
 */
export function keep(file: string, atMs: number): string[] {
  const name = `${file}${keptMark}${timeInName(atMs)}`;
  forgetSecondNames(file);
  const left = ['', ...sides].filter((end) => existsSync(`${file}${end}`));
  for (const end of left) giveSecondName(`${file}${end}`, `${name}${end}`);
  syncFolder(dirname(file));
  for (const end of sides) rmSync(`${file}${end}`, { force: true });
  return left.map((end) => `${name}${end}`);
}
