// What commands about staff work on: the database with its pepper, as the server has them.
import { pepperFileOf, replacePepper, settlePepper } from '../access/secrets/settle-pepper.ts';
import { createPins } from '../access/staff/pin.ts';
import { createStaff, type Staff } from '../access/staff/staff.ts';
import { keptWords, openingOf } from '../backup/open-with-copies.ts';
import type { StaffMember } from '../store/access-store.ts';
import { databaseOf } from '../store/database-of.ts';
import { openSqlite } from '../store/sqlite/sqlite.ts';
import { actHere, type Opened, readConfig, Usage, withDatabase } from './command.ts';

export type OpenedStaff = Opened & { staff: Staff };

/** @throws StoreUnusable without the pepper that PINs are stored with. */
export function withStaff(work: (opened: OpenedStaff) => Promise<void>): Promise<void> {
  return withDatabase(async (opened) => {
    const { config, store, clock } = opened;
    const file = pepperFileOf(config, databaseOf(config).file);
    const pepper = file === null ? null : await settlePepper(store.access, file);
    await work({ ...opened, staff: createStaff(store.access, clock, createPins({ pepper })) });
  });
}

/**
 * Gives up a pepper that is lost. Not beside a server, which has it still.
 * @returns who needs a new PIN.
 * @throws Usage when none is lost.
 */
export async function giveUpPepper(): Promise<StaffMember[]> {
  const config = readConfig();
  const { file, options } = openingOf(config, (copy) => console.error(keptWords(copy)));
  const store = await openSqlite(file, options);
  try {
    const pepperFile = pepperFileOf(config, file);
    const lost = pepperFile === null ? null : await replacePepper(store.access, pepperFile);
    if (lost === null) throw new Usage('The pepper is there: no PIN is lost, and nothing has been changed.');
    const done = { shop: null, about: '', detail: { people: lost.length } };
    await store.audit.append({ ...actHere('pepper_replaced', Date.now()), ...done });
    return lost;
  } finally {
    await store.close();
  }
}
