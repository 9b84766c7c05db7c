// Staff and displays, in the SQL that SQLite and PostgreSQL share.
import type { Kysely } from 'kysely';
import type { AccessStore, StoredDisplay } from '../../access-store.ts';
import type { Tables } from '../../tables.ts';
import { changeAndRecord, record } from '../audit.ts';
import { keyQueries } from './api-keys.ts';
import { type StaffRow, toMember } from './members.ts';
import { pinHashQueries } from './pin-hashes.ts';
import { sessionQueries } from './sessions.ts';
import { createSignInQueries } from './sign-in.ts';
import { unlessTaken } from './unless-taken.ts';

const toDisplay = ({ id, till, ...row }: Tables['displays']): StoredDisplay => ({
  id,
  till,
  pairedAtMs: row.paired_at,
  pairedBy: row.paired_by,
  lastSeenAtMs: row.last_seen_at,
});

type StaffQueries = Pick<
  AccessStore,
  'hasStaff' | 'listStaff' | 'listFormerNames' | 'findStaff' | 'addStaff' | 'setPin' | 'removeStaff'
>;

function staffQueries(db: Kysely<Tables>): StaffQueries {
  const staff = (on: Kysely<Tables> = db) => on.selectFrom('staff').selectAll();
  const endSessionsOf = (trx: Kysely<Tables>, id: string) =>
    trx.deleteFrom('sessions').where('staff_id', '=', id).execute();
  async function isManagedWithout(trx: Kysely<Tables>, { id, shop }: StaffRow): Promise<boolean> {
    const others = staff(trx).where('role', '=', 'manager').where('id', '!=', id);
    const ofAllOrSame = others.where((where) =>
      where.or([where('shop', 'is', null), where('shop', '=', shop)]),
    );
    return (await ofAllOrSame.limit(1).executeTakeFirst()) !== undefined;
  }
  return {
    hasStaff: async () => (await staff().limit(1).executeTakeFirst()) !== undefined,
    listStaff: async () => (await staff().orderBy('name_key').execute()).map(toMember),

    async listFormerNames() {
      const rows = await db.selectFrom('former_names').select('name').execute();
      return rows.map(({ name }) => name);
    },

    async findStaff(nameKey) {
      const row = await staff().where('name_key', '=', nameKey).executeTakeFirst();
      return row ? { member: toMember(row), pinHash: row.pin_hash } : null;
    },

    addStaff: ({ id, name, role, shop, createdAtMs }, { nameKey, pinHash }, onlyFirst = false, told) =>
      changeAndRecord(db, told, async (trx) => {
        if (onlyFirst && (await staff(trx).limit(1).executeTakeFirst())) return false;
        const row = { id, name, name_key: nameKey, role, shop, pin_hash: pinHash, created_at: createdAtMs };
        return unlessTaken(() =>
          trx
            .insertInto('staff')
            .values({ ...row, last_sign_in_at: null })
            .execute(),
        );
      }),

    setPin: (id, pinHash, told) =>
      changeAndRecord(db, told, async (trx) => {
        const change = trx.updateTable('staff').set({ pin_hash: pinHash }).where('id', '=', id);
        const row = await change.returningAll().executeTakeFirst();
        await endSessionsOf(trx, id);
        await trx.deleteFrom('locked_names').where('staff_id', '=', id).execute();
        return row ? toMember(row) : null;
      }),

    removeStaff: (id, told) =>
      db.transaction().execute(async (trx) => {
        const row = await staff(trx).where('id', '=', id).executeTakeFirst();
        if (!row) return 'not_found';
        if (row.role === 'manager' && !(await isManagedWithout(trx, row))) return 'last_manager';
        await endSessionsOf(trx, id);
        const former = trx.insertInto('former_names').values({ staff_id: id, name: row.name });
        await former.onConflict((known) => known.doNothing()).execute();
        await trx.deleteFrom('staff').where('id', '=', id).execute();
        await record(trx, told);
        return 'removed';
      }),
  };
}

type DisplayQueries = Pick<
  AccessStore,
  'addDisplay' | 'listDisplays' | 'findDisplay' | 'sawDisplay' | 'removeDisplay'
>;

function displayQueries(db: Kysely<Tables>): DisplayQueries {
  const displays = () => db.selectFrom('displays').selectAll();
  return {
    addDisplay: ({ id, till, pairedAtMs, pairedBy, lastSeenAtMs }, tokenHash, told) =>
      db.transaction().execute(async (trx) => {
        const when = { paired_at: pairedAtMs, paired_by: pairedBy, last_seen_at: lastSeenAtMs };
        await trx
          .insertInto('displays')
          .values({ id, till, token_hash: tokenHash, ...when })
          .execute();
        await record(trx, told);
      }),
    listDisplays: async () => (await displays().orderBy('paired_at').execute()).map(toDisplay),
    async findDisplay(tokenHash) {
      const row = await displays().where('token_hash', '=', tokenHash).executeTakeFirst();
      return row ? toDisplay(row) : null;
    },
    async sawDisplay(id, atMs) {
      await db.updateTable('displays').set({ last_seen_at: atMs }).where('id', '=', id).execute();
    },
    removeDisplay: (id, told) =>
      changeAndRecord(db, told, async (trx) => {
        const row = await trx.deleteFrom('displays').where('id', '=', id).returningAll().executeTakeFirst();
        return row ? toDisplay(row) : null;
      }),
  };
}

export function createAccessQueries(db: Kysely<Tables>): AccessStore {
  return {
    ...staffQueries(db),
    ...pinHashQueries(db),
    ...sessionQueries(db),
    ...displayQueries(db),
    ...keyQueries(db),
    ...createSignInQueries(db),
  };
}
