import { DatabaseSync } from 'node:sqlite';
import { makeOwnFile, realPath } from './file-rights.ts';

/**
 * Claims a database file for this process. The claim is an exclusive transaction on an empty file beside it, `….lock`: the system
 * frees it at the moment the process ends, however it ends, so the file itself may stay. Programs that make backups take no notice.
 * @returns what gives it up again.
 * @throws what node:sqlite throws; BUSY when another server has it.
 */
export function claim(file: string): { release(): void } {
  const lock = `${realPath(file)}.lock`;
  makeOwnFile(lock);
  const database = new DatabaseSync(lock);
  try {
    // No journal on the disk: claiming must work on a full one too.
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    throw error;
  }
  return { release: () => database.close() };
}
