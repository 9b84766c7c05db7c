// Sessions of staff, in the SQL that SQLite and PostgreSQL share.
import type { Kysely } from 'kysely';
import type { AccessStore } from '../../access-store.ts';
import type { Tables } from '../../tables.ts';
import { changeAndRecord, record } from '../audit.ts';
import { toMember } from './members.ts';

type SessionQueries = Pick<AccessStore, 'openSession' | 'findSession' | 'noteProof' | 'endSession'>;

export function sessionQueries(db: Kysely<Tables>): SessionQueries {
  return {
    openSession: ({ tokenHash, staffId, expiresAtMs, nowMs, atMs }, told) =>
      db.transaction().execute(async (trx) => {
        await trx.deleteFrom('sessions').where('expires_at', '<=', nowMs).execute();
        const row = { token_hash: tokenHash, staff_id: staffId, expires_at: expiresAtMs, proved_at: nowMs };
        await trx.insertInto('sessions').values(row).execute();
        await trx.updateTable('staff').set({ last_sign_in_at: atMs }).where('id', '=', staffId).execute();
        await record(trx, told);
      }),

    async findSession(tokenHash) {
      const row = await db
        .selectFrom('sessions')
        .innerJoin('staff', 'staff.id', 'sessions.staff_id')
        .selectAll('staff')
        .select(['sessions.expires_at', 'sessions.proved_at'])
        .where('sessions.token_hash', '=', tokenHash)
        .executeTakeFirst();
      if (!row) return null;
      return { member: toMember(row), expiresAtMs: row.expires_at, provedAtMs: row.proved_at };
    },

    noteProof: ({ tokenHash, atMs }, told) =>
      changeAndRecord(db, told, async (trx) => {
        const note = trx.updateTable('sessions').set({ proved_at: atMs });
        const noted = await note.where('token_hash', '=', tokenHash).executeTakeFirst();
        return noted.numUpdatedRows > 0n;
      }),

    endSession: (tokenHash, told) =>
      db.transaction().execute(async (trx) => {
        await trx.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute();
        await record(trx, told);
      }),
  };
}
