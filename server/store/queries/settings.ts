// Settings, in the SQL that SQLite and PostgreSQL share.
import type { Kysely } from 'kysely';
import type { SettingsStore, SettingsTables, StoredTill } from '../settings-store.ts';
import type { Tables } from '../tables.ts';
import { changeAndRecord } from './audit.ts';

const toTill = ({ subscriptions, created_at, retired_at, ...row }: SettingsTables['tills']): StoredTill => ({
  ...row,
  subscriptions: subscriptions === 1,
  createdAtMs: created_at,
  retiredAtMs: retired_at,
});

const toRow = ({
  subscriptions,
  createdAtMs,
  retiredAtMs,
  ...till
}: StoredTill): SettingsTables['tills'] => ({
  ...till,
  subscriptions: subscriptions ? 1 : 0,
  created_at: createdAtMs,
  retired_at: retiredAtMs,
});

export function createSettingsQueries(db: Kysely<Tables>): SettingsStore {
  return {
    async readAll() {
      const tills = await db.selectFrom('tills').selectAll().orderBy('created_at').orderBy('id').execute();
      return {
        values: await db.selectFrom('settings').selectAll().execute(),
        pictures: await db.selectFrom('pictures').select(['shop', 'name', 'hash']).execute(),
        tills: tills.map(toTill),
      };
    },

    putValues: (shop, values, told) =>
      changeAndRecord(db, told, async (trx) => {
        for (const [name, value] of values) {
          await trx.deleteFrom('settings').where('shop', '=', shop).where('name', '=', name).execute();
          if (value !== null) await trx.insertInto('settings').values({ shop, name, value }).execute();
        }
      }),

    async findPicture(shop, name) {
      const select = db.selectFrom('pictures').select(['content_type', 'bytes']);
      const row = await select.where('shop', '=', shop).where('name', '=', name).executeTakeFirst();
      return row === undefined ? null : { contentType: row.content_type, bytes: Buffer.from(row.bytes) };
    },

    putPicture: ({ shop, name, hash, image }, told) =>
      changeAndRecord(db, told, async (trx) => {
        const { contentType, bytes } = image;
        await trx.deleteFrom('pictures').where('shop', '=', shop).where('name', '=', name).execute();
        const row = { shop, name, hash, content_type: contentType, bytes };
        await trx.insertInto('pictures').values(row).execute();
      }),

    removePicture: (shop, name, told) =>
      changeAndRecord(db, told, async (trx) => {
        const one = trx.deleteFrom('pictures').where('shop', '=', shop).where('name', '=', name);
        return (await one.executeTakeFirst()).numDeletedRows > 0n;
      }),

    putTill: (till, told) =>
      changeAndRecord(db, told, async (trx) => {
        const row = toRow(till);
        const insert = trx.insertInto('tills').values(row);
        await insert.onConflict((id) => id.column('id').doUpdateSet(row)).execute();
      }),
  };
}
