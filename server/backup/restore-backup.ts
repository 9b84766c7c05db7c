// Puts a backup in the place of the database, while no server has it. Killed at any moment, it leaves the one or the other.
import { chmodSync, constants, copyFileSync, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { giveNewName, syncFile, syncFolder } from '../core/durable.ts';
import { StoreUnavailable } from '../core/store-unavailable.ts';
import type { Told } from '../store/audit-store.ts';
import type { Belonging } from '../store/environment.ts';
import { createAuditQueries } from '../store/queries/audit.ts';
import { NodeSqliteDialect, toStoreError } from '../store/sqlite/dialect.ts';
import { type Claim, claim } from '../store/sqlite/file-lock.ts';
import { makeOwnFolder, realPath } from '../store/sqlite/file-rights.ts';
import type { Tables } from '../store/tables.ts';
import { BackupFailed } from './errors.ts';
import { fitPepper, type PepperFit, refuseForeign } from './fit.ts';
import { foldIn, isSameFile, keep, sides } from './keep-old.ts';
import { refuseWithoutRoom } from './make-backup.ts';
import { type Contents, readBackup } from './read-backup.ts';

export type RestoreRequest = {
  readonly backup: string;
  /** The database. */
  readonly file: string;
  readonly belongsTo: Belonging;
  /** Where its pepper belongs, once its folder is there; null where none is used. */
  readonly pepperFile: () => string | null;
  readonly withoutPepper: boolean;
  /** Names of the migrations of this version, in their order. */
  readonly known: readonly string[];
  readonly atMs: number;
  /** What is put on record in the database that is put back. @param replaced the seal of the one that was there. */
  readonly tell: (replaced: string | null) => Told | undefined;
};

export type Restored = {
  readonly contents: Contents;
  readonly kept: readonly string[];
  readonly pepper: PepperFit;
};

function claimAlone(file: string): Claim {
  const claimed = claim(file);
  if (claimed !== null) return claimed;
  const instead = 'Nothing has been changed. Stop it first.';
  throw new BackupFailed(`A server, or a command, runs on the database ${file}. ${instead}`);
}

const bytesOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

function refuseUnreadable(backup: string, file: string): void {
  if (!statSync(backup, { throwIfNoEntry: false })?.isFile()) {
    throw new BackupFailed(`There is no file ${backup}. Nothing has been changed.`);
  }
  if (isSameFile(backup, file)) {
    throw new BackupFailed(`${backup} is the database itself. Nothing has been changed.`);
  }
}

/** A copy of the backup beside the database, of which one file is all: the backup itself is only read. */
function layBeside(backup: string, part: string): void {
  for (const end of ['', ...sides]) rmSync(`${part}${end}`, { force: true });
  // Of one that was made by copying the files of a database; SQLite finds out by itself what is in them.
  for (const end of ['', '-journal', '-wal']) {
    if (!existsSync(`${backup}${end}`)) continue;
    copyFileSync(`${backup}${end}`, `${part}${end}`, constants.COPYFILE_EXCL);
    chmodSync(`${part}${end}`, 0o600);
  }
  try {
    foldIn(part);
  } catch {
    // What is wrong with it is found when it is read.
  }
}

/**
 * Otherwise a session that was ended since the backup, by a sign-out, a new PIN or a removal, would be open again.
 * @param told puts the restore on record; undefined where nothing is to be, as in a database of an earlier version.
 */
async function finish(part: string, told: Told | undefined): Promise<void> {
  const database = new DatabaseSync(part);
  const db = new Kysely<Tables>({ dialect: new NodeSqliteDialect(database) });
  try {
    const isThere = database.prepare("select 1 from sqlite_schema where name = 'sessions'").get();
    if (isThere) database.exec('delete from sessions');
    if (told) await createAuditQueries(db).append(told);
  } finally {
    database.close();
  }
}

/** Whole or not at all, and never over another one. */
function placePepper(from: string, pepperFile: string): void {
  const part = `${pepperFile}.restoring`;
  copyFileSync(from, part);
  chmodSync(part, 0o600);
  syncFile(part);
  giveNewName(part, pepperFile);
  syncFolder(dirname(pepperFile));
}

async function place(request: RestoreRequest, file: string, part: string): Promise<Restored> {
  const { backup, belongsTo, known } = request;
  const pepperFile = request.pepperFile();
  layBeside(backup, part);
  const contents = await readBackup(part, { how: 'whole', belongsTo, called: backup });
  refuseForeign(backup, contents, belongsTo, known);
  const pepper = fitPepper(backup, contents, pepperFile, request.withoutPepper);
  const replaced = existsSync(file) ? foldIn(file) : null;
  const isOfThisVersion = contents.migrations.join() === known.join();
  await finish(part, isOfThisVersion ? request.tell(replaced) : undefined);
  syncFile(part);
  if (typeof pepper === 'object' && pepperFile !== null) placePepper(pepper.place, pepperFile);
  const kept = keep(file, request.atMs);
  renameSync(part, file);
  syncFolder(dirname(file));
  return { contents, kept, pepper };
}

function failed({ file }: RestoreRequest, error: unknown): unknown {
  if (error instanceof BackupFailed) return error;
  const known = toStoreError(error);
  const code = error instanceof Error && 'code' in error ? error.code : null;
  const isFull = code === 'ENOSPC' || (known instanceof StoreUnavailable && known.reason === 'full');
  const what = isFull
    ? 'The disk is full'
    : `It cannot be written (${error instanceof Error ? error.message : error})`;
  const isOfDisk = known instanceof StoreUnavailable || typeof code === 'string';
  const whole = `The database ${file} has not been replaced. See to that, and run this again.`;
  return isOfDisk ? new BackupFailed(`${what}. ${whole}`, { cause: error }) : error;
}

/**
 * The backup is checked before anything is touched. @returns what was put in place, and the files that hold what was there.
 * @throws BackupFailed
 */
export async function restoreBackup(request: RestoreRequest): Promise<Restored> {
  const { backup } = request;
  makeOwnFolder(dirname(request.file));
  const file = realPath(request.file);
  refuseUnreadable(backup, file);
  const claimed = claimAlone(file);
  const part = `${file}.restoring`;
  try {
    refuseWithoutRoom(dirname(file), bytesOf(backup) + bytesOf(`${backup}-wal`));
    return await place(request, file, part);
  } catch (error) {
    throw failed(request, error);
  } finally {
    for (const end of ['', ...sides]) rmSync(`${part}${end}`, { force: true });
    claimed.release();
  }
}
