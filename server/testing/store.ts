// Empty databases for tests: copies of one that was migrated once, which takes a hundred times as long as a copy.
import { writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { createSqliteStore, type Database } from '../store/sqlite/sqlite.ts';

async function migrate(): Promise<Uint8Array> {
  const database = new DatabaseSync(':memory:');
  const store = await createSqliteStore(database);
  const image = database.serialize();
  await store.close();
  return image;
}
let migrated: Promise<Uint8Array> | undefined;

/** @returns an empty database that has been through all migrations, as a file of it would be. */
function image(): Promise<Uint8Array> {
  migrated ??= migrate();
  return migrated;
}

/** An empty database in memory. */
export async function aDatabase(): Promise<DatabaseSync> {
  const database = new DatabaseSync(':memory:');
  database.deserialize(await image());
  return database;
}

/** An empty store in memory. */
export const aStore = async (): Promise<Database> => createSqliteStore(await aDatabase());

/** Puts an empty database where there is no file yet. */
export const layDatabase = async (file: string): Promise<void> => writeFileSync(file, await image());
