// The database of a server with its pepper, and what its owner should know about them.
import type { Pepper } from './access/secrets/pepper.ts';
import { pepperFileOf, settlePepper } from './access/secrets/settle-pepper.ts';
import type { Config } from './config/config.ts';
import { databaseOf } from './store/database-of.ts';
import { rightsNotice } from './store/sqlite/file-rights.ts';
import { type Database, openSqlite } from './store/sqlite/sqlite.ts';

type Opened = {
  store: Database;
  /** null in the demo, and for a database in memory. */
  pepper: Pepper | null;
  /** That others on this machine can open them; null when they cannot. */
  notice: string | null;
};

/** @throws StoreUnusable when the database or its pepper cannot be used. */
export async function openDatabase(config: Config): Promise<Opened> {
  const { file, belongsTo } = databaseOf(config);
  const store = await openSqlite(file, { belongsTo });
  try {
    const pepperFile = pepperFileOf(config, file);
    const pepper = pepperFile === null ? null : await settlePepper(store.access, pepperFile);
    return { store, pepper, notice: rightsNotice(file, pepperFile === null ? [] : [pepperFile]) };
  } catch (error) {
    await store.close();
    throw error;
  }
}
