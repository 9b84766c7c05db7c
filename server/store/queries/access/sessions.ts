// Sessions of staff, in the SQL that SQLite and PostgreSQL share.
import type { Kysely } from 'kysely';
import type { AccessStore } from '../../access-store.ts';
import type { Tables } from '../../tables.ts';
import { changeAndRecord, record } from '../audit.ts';
import { toMember } from './members.ts';

type SessionQueries = Pick<
  AccessStore,
  | 'openSession'
  | 'listSessions'
  | 'findSession'
  | 'noteProof'
  | 'noteActivity'
  | 'lockSession'
  | 'unlockSession'
  | 'endSession'
>;

type Change = Partial<Pick<Tables['sessions'], 'proved_at' | 'active_at' | 'is_locked'>>;

/** @returns false when there is no such session. */
async function change(on: Kysely<Tables>, tokenHash: string, to: Change): Promise<boolean> {
  const one = on.updateTable('sessions').set(to).where('token_hash', '=', tokenHash);
  return (await one.executeTakeFirst()).numUpdatedRows > 0n;
}

export function sessionQueries(db: Kysely<Tables>): SessionQueries {
  return {
    openSession: ({ tokenHash, staffId, expiresAtMs, nowMs, atMs, ...place }, told) =>
      db.transaction().execute(async (trx) => {
        await trx.deleteFrom('sessions').where('expires_at', '<=', nowMs).execute();
        const row = { token_hash: tokenHash, staff_id: staffId, expires_at: expiresAtMs };
        const state = { proved_at: nowMs, active_at: nowMs, is_locked: 0 } as const;
        await trx
          .insertInto('sessions')
          .values({ ...row, ...state, ...place, opened_at: atMs })
          .execute();
        await trx.updateTable('staff').set({ last_sign_in_at: atMs }).where('id', '=', staffId).execute();
        await record(trx, told);
      }),

    async listSessions(nowMs) {
      const rows = await db
        .selectFrom('sessions')
        .innerJoin('staff', 'staff.id', 'sessions.staff_id')
        .selectAll('staff')
        .select(['sessions.id as session_id', 'token_hash', 'opened_at', 'active_at', 'is_locked'])
        .select(['address', 'browser'])
        .where('expires_at', '>', nowMs)
        .orderBy('active_at', 'desc')
        .orderBy('token_hash')
        .execute();
      return rows.map((row) => ({
        id: row.session_id,
        member: toMember(row),
        tokenHash: row.token_hash,
        openedAtMs: row.opened_at,
        activeAtMs: row.active_at,
        isLocked: row.is_locked === 1,
        address: row.address,
        browser: row.browser,
      }));
    },

    async findSession(tokenHash) {
      const row = await db
        .selectFrom('sessions')
        .innerJoin('staff', 'staff.id', 'sessions.staff_id')
        .selectAll('staff')
        .select(['expires_at', 'proved_at', 'active_at', 'is_locked'])
        .where('sessions.token_hash', '=', tokenHash)
        .executeTakeFirst();
      if (!row) return null;
      const when = { expiresAtMs: row.expires_at, provedAtMs: row.proved_at, activeAtMs: row.active_at };
      return { member: toMember(row), isLocked: row.is_locked === 1, ...when };
    },

    noteProof: ({ tokenHash, atMs }, told) =>
      changeAndRecord(db, told, (trx) => change(trx, tokenHash, { proved_at: atMs })),

    noteActivity: (activities) =>
      db.transaction().execute(async (trx) => {
        for (const { tokenHash, atMs } of activities) await change(trx, tokenHash, { active_at: atMs });
      }),

    lockSession: (tokenHash) => change(db, tokenHash, { is_locked: 1 }),

    unlockSession: ({ tokenHash, atMs }, told) =>
      changeAndRecord(db, told, (trx) =>
        change(trx, tokenHash, { is_locked: 0, active_at: atMs, proved_at: atMs }),
      ),

    endSession: (tokenHash, told) =>
      db.transaction().execute(async (trx) => {
        await trx.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute();
        await record(trx, told);
      }),
  };
}
