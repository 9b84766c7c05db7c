// One copy of a database as it is at one moment, made while the server goes on writing it.
import { closeSync, existsSync, openSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { giveNewName, syncFile, syncFolder } from '../core/durable.ts';
import { StoreUnavailable } from '../core/store-unavailable.ts';
import { toStoreError } from '../store/sqlite/dialect.ts';
import { makeOwnFolder } from '../store/sqlite/file-rights.ts';
import { openToRead } from '../store/sqlite/inspect.ts';
import { BackupFailed } from './errors.ts';
import { type Environment, idOf, nameOf, type Why } from './names.ts';
import { type Contents, readBackup, type Thoroughness } from './read-backup.ts';

export type BackupRequest = {
  /** The database. */
  readonly file: string;
  readonly folder: string;
  /** Otherwise it has to be there: a disk that is not plugged in is not to be mistaken for an empty folder. */
  readonly mayMakeFolder: boolean;
  readonly environment: Environment;
  readonly atMs: number;
  readonly why: Why;
  readonly how: Thoroughness;
};

export type Made = { readonly file: string; readonly bytes: number; readonly contents: Contents };

/** So much is left free on the disk, on which the sales of the shop may have to be written too. */
const spareBytes = 32 * 2 ** 20;
/** For so long another program may have the database locked. */
const lockedMs = 5_000;
/** What a copy is called until it is whole. One that is older was left by a process that was killed. */
const partEnd = '.part';
const partOfBeforeMs = 3_600_000;

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error);
const megabytes = (bytes: number) => `${Math.ceil(bytes / 1e6)} MB`;

function provideFolder({ folder, mayMakeFolder }: BackupRequest): void {
  if (existsSync(folder)) return;
  const what = `The folder ${folder} for backups is not there`;
  if (!mayMakeFolder) throw new BackupFailed(`${what}. Make it, or see to it that its disk is there.`);
  try {
    makeOwnFolder(folder);
  } catch (error) {
    throw new BackupFailed(`${what}, and cannot be made (${codeOf(error)}).`, { cause: error });
  }
}

function sizeOf(database: DatabaseSync): number {
  const pages = database.prepare('PRAGMA page_count').get()?.['page_count'];
  const size = database.prepare('PRAGMA page_size').get()?.['page_size'];
  return Number(pages) * Number(size);
}

/** @throws BackupFailed unless a copy of `bytes` fits in a folder, and leaves room for others. */
export function refuseWithoutRoom(folder: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(folder);
  const [free, needed] = [bavail * bsize, bytes + spareBytes];
  if (free >= needed) return;
  const what = `The disk with ${folder} has ${megabytes(free)} free, and ${megabytes(needed)} are needed`;
  throw new BackupFailed(`${what} for a copy of the database. Make room on it, or choose another folder.`);
}

function removeLeftParts(folder: string, nowMs: number): void {
  for (const name of readdirSync(folder)) {
    if (!/^tillside-[\w.+-]+\.db\.part(-journal)?$/.test(name)) continue;
    const { mtimeMs } = statSync(join(folder, name), { throwIfNoEntry: false }) ?? { mtimeMs: nowMs };
    if (mtimeMs < nowMs - partOfBeforeMs) rmSync(join(folder, name), { force: true });
  }
}

/** All of it is read in one transaction, which waits for nobody and keeps nobody waiting (https://sqlite.org/wal.html#concurrency). */
function copy(database: DatabaseSync, part: string): void {
  database.prepare('VACUUM INTO ?').run(part);
}

function failed({ file, folder }: BackupRequest, error: unknown): unknown {
  if (error instanceof BackupFailed) return error;
  const known = toStoreError(error);
  const cause = { cause: error };
  const left = 'No backup was made.';
  if (known instanceof StoreUnavailable) {
    const said = {
      full: `The disk with ${folder} is full. ${left} Make room on it, or choose another folder.`,
      locked: `The database ${file} is locked by another program. ${left}`,
      corrupt: `The database ${file} is damaged: it cannot be read to its end. ${left} npm run restore -- <file> puts an earlier one in its place.`,
      read_only: `${folder} cannot be written. ${left} See to it that this user may write it.`,
      io: `The database ${file} cannot be read, or ${folder} cannot be written (${error instanceof Error ? error.message : error}). ${left}`,
    };
    return new BackupFailed(said[known.reason], cause);
  }
  const code = codeOf(error);
  if (code === 'ENOSPC') return new BackupFailed(`The disk with ${folder} is full. ${left}`, cause);
  if (typeof code === 'string' && /^E[A-Z]+$/.test(code)) {
    return new BackupFailed(`${folder} cannot be written (${code}). ${left}`, cause);
  }
  return error;
}

/**
 * Makes a file that is whole, checked and on the disk, or none; never over one that is there.
 * @throws BackupFailed
 */
export async function makeBackup(request: BackupRequest): Promise<Made> {
  const { file, folder, environment, atMs, why, how } = request;
  if (!existsSync(file)) throw new BackupFailed(`There is no database ${file} to make a backup of.`);
  let part: string | undefined;
  try {
    provideFolder(request);
    removeLeftParts(folder, atMs);
    const database = openToRead(file, lockedMs);
    let name: string;
    try {
      refuseWithoutRoom(folder, sizeOf(database));
      name = join(folder, nameOf({ environment, id: idOf(database), atMs, why }));
      closeSync(openSync(`${name}${partEnd}`, 'wx', 0o600));
      part = `${name}${partEnd}`;
      copy(database, part);
    } finally {
      database.close();
    }
    const contents = await readBackup(part, { how, belongsTo: null });
    syncFile(part);
    giveNewName(part, name);
    syncFolder(dirname(name));
    return { file: name, bytes: statSync(name).size, contents };
  } catch (error) {
    for (const end of part === undefined ? [] : ['', '-journal']) rmSync(`${part}${end}`, { force: true });
    throw failed(request, error);
  }
}
