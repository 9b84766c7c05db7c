// What the PINs of all staff are stored as, and changing that without anybody's doing.
import type { Kysely } from 'kysely';
import type { AccessStore } from '../../access-store.ts';
import type { Tables } from '../../tables.ts';
import { toMember } from './members.ts';

type PinHashQueries = Pick<AccessStore, 'listPinHashes' | 'changePinHashes'>;

export function pinHashQueries(db: Kysely<Tables>): PinHashQueries {
  return {
    listPinHashes: async () =>
      (await db.selectFrom('staff').select('pin_hash').execute()).map((row) => row.pin_hash),

    changePinHashes: (change) =>
      db.transaction().execute(async (trx) => {
        const rows = await trx.selectFrom('staff').selectAll().orderBy('name_key').execute();
        const changed = rows.filter((row) => change(row.pin_hash) !== null);
        for (const { id, pin_hash } of changed) {
          const to = { pin_hash: change(pin_hash) ?? pin_hash };
          await trx.updateTable('staff').set(to).where('id', '=', id).execute();
        }
        return changed.map(toMember);
      }),
  };
}
