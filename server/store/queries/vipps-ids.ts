// Vipps' own ids, in the SQL that SQLite and PostgreSQL share.
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';
import type { VippsIdStore } from '../vipps-id-store.ts';

export function createVippsIdQueries(db: Kysely<Tables>): VippsIdStore {
  const idsOf = (on: Kysely<Tables>, reference: string) =>
    on.selectFrom('vipps_ids').selectAll().where('reference', '=', reference);
  return {
    keepVippsId: (reference, { about, id, atMs }, most) =>
      db.transaction().execute(async (trx) => {
        const same = await idsOf(trx, reference).where('about', '=', about).limit(most).execute();
        if (same.length >= most) return;
        const row = { reference, about, id, at: atMs };
        await trx
          .insertInto('vipps_ids')
          .values(row)
          .onConflict((taken) => taken.doNothing())
          .execute();
      }),

    async readVippsIds(reference) {
      const rows = await idsOf(db, reference).orderBy('at').orderBy('about').orderBy('id').execute();
      return rows.map(({ about, id, at }) => ({ about, id, atMs: at }));
    },
  };
}
