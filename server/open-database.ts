// The database of a server with its pepper, and what its owner should know about them.
import type { Pepper } from './access/secrets/pepper.ts';
import { pepperFileOf, settlePepper } from './access/secrets/settle-pepper.ts';
import { folderNotice } from './backup/nights/nights.ts';
import { keptWords, openingOf } from './backup/open-with-copies.ts';
import type { Config } from './config/config.ts';
import { authorityFileOf } from './open-tls.ts';
import { rightsNotice } from './store/sqlite/file-rights.ts';
import { type Database, openSqlite } from './store/sqlite/sqlite.ts';

type Opened = {
  store: Database;
  /** null in the demo, and for a database in memory. */
  pepper: Pepper | null;
  /** That it was brought up to date; that others on this machine can open them. */
  notices: string[];
};

/** @throws StoreUnusable when the database or its pepper cannot be used. */
export async function openDatabase(config: Config): Promise<Opened> {
  const notices: string[] = [];
  const { file, options } = openingOf(config, (copy) => notices.push(keptWords(copy)));
  const store = await openSqlite(file, options);
  try {
    const pepperFile = pepperFileOf(config, file);
    const pepper = pepperFile === null ? null : await settlePepper(store.access, pepperFile);
    const secrets = [pepperFile, authorityFileOf(config, file)].filter((secret) => secret !== null);
    const rights = rightsNotice(file, secrets);
    const folder = folderNotice(config);
    notices.push(...[rights, folder].filter((notice) => notice !== null));
    return { store, pepper, notices };
  } catch (error) {
    await store.close();
    throw error;
  }
}
