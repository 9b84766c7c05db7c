import type { StoredSetting } from '../settings-store.ts';
import { lockedMs, openToRead } from './inspect.ts';

/** The settings in a database, which is only read; none in one of a version that had none. @throws what node:sqlite throws. */
export function settingsIn(file: string): StoredSetting[] {
  const database = openToRead(file, lockedMs);
  try {
    const [table] = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'settings'").all();
    if (table === undefined) return [];
    const rows = database.prepare('SELECT shop, name, value FROM settings').all();
    return rows.map((row) => ({
      shop: String(row['shop']),
      name: String(row['name']),
      value: String(row['value']),
    }));
  } finally {
    database.close();
  }
}
