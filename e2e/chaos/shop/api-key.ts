// The API key of the people at the tills. The project's own command makes it once in a run; to start that for each round would take
// longer than some rounds need to be played.
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import type { Shop } from '../../shop/shop.ts';

type Made = { key: string; row: Record<string, SQLOutputValue> };

let made: Promise<Made> | null = null;

/** @param shop its server is up, so that its database is there. @returns the key. */
export async function giveKey(shop: Shop): Promise<string> {
  if (made === null) {
    made = makeIn(shop);
    // The next round tries again.
    made.catch(() => {
      made = null;
    });
    return (await made).key;
  }
  const { key, row } = await made;
  const columns = Object.keys(row);
  const places = columns.map(() => '?').join(', ');
  const database = open(shop);
  database
    .prepare(`insert into api_keys (${columns.join(', ')}) values (${places})`)
    .run(...Object.values(row));
  database.close();
  return key;
}

async function makeIn(shop: Shop): Promise<Made> {
  const printed = await shop.command('keys', 'add', 'chaos');
  const database = open(shop);
  const row = database.prepare('select * from api_keys').get();
  database.close();
  if (row === undefined) throw new Error(`there is no key after:\n${printed}`);
  return { key: printed.trim().split(/\s/).at(-1) ?? '', row };
}

const open = (shop: Shop) => new DatabaseSync(shop.database, { timeout: 15_000 });
