// A store on a real file, and the ways in which databases break.
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createSqliteStore, type SqliteOptions } from '../store/sqlite/sqlite.ts';
import { layDatabase } from './store.ts';

const pageBytes = 4_096;
const mostPages = 1_073_741_823;

/** Replaces all pages but the first, which names the file as a database, and returns what puts them back. */
export function damage(file: string): () => void {
  const whole = readFileSync(file);
  const write = (bytes: Buffer) => {
    const open = openSync(file, 'r+');
    writeSync(open, bytes, 0, bytes.length, pageBytes);
    closeSync(open);
  };
  write(Buffer.alloc(whole.length - pageBytes, 0xa5));
  return () => write(whole.subarray(pageBytes));
}

const tables = ['payments', 'payment_history', 'payment_images', 'operations', 'sent_calls'];

/** No page may be added any more, and every change needs some. @returns what makes room again. */
function fill(database: DatabaseSync): () => void {
  const triggers = tables.flatMap((table) => ['INSERT', 'UPDATE'].map((what) => ({ table, what })));
  database.exec('CREATE TABLE room (bytes)');
  for (const { table, what } of triggers) {
    const needsRoom = 'BEGIN INSERT INTO room VALUES (zeroblob(100000)); END';
    database.exec(`CREATE TEMP TRIGGER ${table}_${what} BEFORE ${what} ON ${table} ${needsRoom}`);
  }
  database.exec('PRAGMA max_page_count = 1');
  return () => {
    database.exec(`PRAGMA max_page_count = ${mostPages}`);
    for (const { table, what } of triggers) database.exec(`DROP TRIGGER ${table}_${what}`);
  };
}

export type Breakage = 'full' | 'locked' | 'read_only' | 'corrupt';
export const breakages: readonly Breakage[] = ['full', 'locked', 'read_only', 'corrupt'];

/**
 * @param sleep between tries while the database is locked; by default no time passes.
 * @returns `breakDown`, which gives what mends it again; `remove` when the test is over and the store is closed.
 */
export async function aBreakableStore(sleep: SqliteOptions['sleep'] = async () => undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'tillside-store-'));
  const file = join(folder, 'shop.db');
  await layDatabase(file);
  const database = new DatabaseSync(file);
  const store = await createSqliteStore(database, { sleep });

  const forgetPages = () => database.exec('PRAGMA shrink_memory');
  const ways: Record<Breakage, () => () => void> = {
    full: () => fill(database),
    locked: () => {
      const other = new DatabaseSync(file);
      other.exec('BEGIN EXCLUSIVE');
      return () => other.close();
    },
    read_only: () => {
      database.exec('PRAGMA query_only = ON');
      return () => database.exec('PRAGMA query_only = OFF');
    },
    corrupt: () => {
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      const putBack = damage(file);
      forgetPages();
      return () => {
        putBack();
        forgetPages();
      };
    },
  };
  return {
    file,
    database,
    store,
    breakDown: (how: Breakage) => ways[how](),
    remove: () => rmSync(folder, { recursive: true }),
  };
}
