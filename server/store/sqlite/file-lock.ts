import { DatabaseSync } from 'node:sqlite';
import { StoreUnavailable } from '../../core/store-unavailable.ts';
import { toStoreError } from './dialect.ts';
import { makeOwnFile, realPath } from './file-rights.ts';

export type Claim = { release(): void };

/**
 * Claims a database file for this process. The claim is an exclusive transaction on an empty file beside it, `….lock`: the system
 * frees it at the moment the process ends, however it ends, so the file itself may stay. Programs that make backups take no notice.
 * @returns what gives it up again; null when another server, or a command, has it.
 * @throws what node:sqlite throws.
 */
export function claim(file: string): Claim | null {
  const lock = `${realPath(file)}.lock`;
  makeOwnFile(lock);
  const database = new DatabaseSync(lock);
  try {
    // No journal on the disk: claiming must work on a full one too.
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    const known = toStoreError(error);
    if (known instanceof StoreUnavailable && known.reason === 'locked') return null;
    throw error;
  }
  return { release: () => database.close() };
}
