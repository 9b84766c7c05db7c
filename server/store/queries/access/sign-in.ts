// Locked names and known devices, in the SQL that SQLite and PostgreSQL share.
import type { Kysely } from 'kysely';
import type { SignInStore } from '../../sign-in-store.ts';
import type { Tables } from '../../tables.ts';
import { changeAndRecord } from '../audit.ts';

type LockQueries = Pick<SignInStore, 'listLocked' | 'isLocked' | 'lock' | 'unlock'>;

function lockQueries(db: Kysely<Tables>): LockQueries {
  const locked = () => db.selectFrom('locked_names').selectAll();
  return {
    async listLocked() {
      const rows = await locked().execute();
      return rows.map(({ staff_id, locked_at }) => ({ staffId: staff_id, atMs: locked_at }));
    },
    isLocked: async (staffId) =>
      (await locked().where('staff_id', '=', staffId).executeTakeFirst()) !== undefined,
    lock: ({ staffId, atMs }, told) =>
      changeAndRecord(db, told, async (trx) => {
        const row = { staff_id: staffId, locked_at: atMs };
        const one = trx
          .insertInto('locked_names')
          .values(row)
          .onConflict((known) => known.doNothing());
        return (await one.executeTakeFirst()).numInsertedOrUpdatedRows === 1n;
      }),
    unlock: (staffId, told) =>
      changeAndRecord(db, told, async (trx) => {
        const one = trx.deleteFrom('locked_names').where('staff_id', '=', staffId);
        return (await one.executeTakeFirst()).numDeletedRows > 0n;
      }),
  };
}

type DeviceQueries = Omit<SignInStore, keyof LockQueries>;

function deviceQueries(db: Kysely<Tables>): DeviceQueries {
  const devicesOf = (on: Kysely<Tables>, staffId: string) =>
    on.selectFrom('known_devices').select('token_hash').where('staff_id', '=', staffId);
  return {
    async knowsDevice(tokenHash, staffId) {
      const found = await devicesOf(db, staffId).where('token_hash', '=', tokenHash).executeTakeFirst();
      return found !== undefined;
    },

    keepDevice: ({ tokenHash, formerHash, staffId, atMs, most }) =>
      db.transaction().execute(async (trx) => {
        if (formerHash !== null) {
          const move = trx.updateTable('known_devices').set({ token_hash: tokenHash });
          await move.where('token_hash', '=', formerHash).execute();
        }
        const used = { misses: 0, used_at: atMs };
        await trx
          .insertInto('known_devices')
          .values({ token_hash: tokenHash, staff_id: staffId, ...used })
          .onConflict((known) => known.columns(['token_hash', 'staff_id']).doUpdateSet(used))
          .execute();
        const newest = devicesOf(trx, staffId).orderBy('used_at', 'desc').orderBy('token_hash').limit(most);
        const forget = trx.deleteFrom('known_devices').where('staff_id', '=', staffId);
        await forget.where('token_hash', 'not in', newest).execute();
      }),

    countDeviceMiss: (tokenHash, staffId, most) =>
      db.transaction().execute(async (trx) => {
        await trx
          .updateTable('known_devices')
          .set((row) => ({ misses: row('misses', '+', 1) }))
          .where('token_hash', '=', tokenHash)
          .where('staff_id', '=', staffId)
          .execute();
        const ended = trx.deleteFrom('known_devices').where('token_hash', '=', tokenHash);
        await ended.where('staff_id', '=', staffId).where('misses', '>=', most).execute();
      }),
  };
}

export function createSignInQueries(db: Kysely<Tables>): SignInStore {
  return { ...lockQueries(db), ...deviceQueries(db) };
}
