import { DatabaseSync } from 'node:sqlite';
import type { Shop } from './shop.ts';

/** As if the PIN had been entered long ago on all sessions. */
export function forgetProofs(shop: Shop): void {
  const database = new DatabaseSync(shop.database, { timeout: 30_000 });
  database.exec('UPDATE sessions SET proved_at = 0');
  database.close();
}
