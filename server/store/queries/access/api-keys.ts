// API keys, in the SQL that SQLite and PostgreSQL share.
import type { Kysely } from 'kysely';
import type { KeyScope } from '../../../contract/access.ts';
import type { AccessStore, StoredKey } from '../../access-store.ts';
import type { ApiKeyRow, Tables } from '../../tables.ts';
import { changeAndRecord } from '../audit.ts';
import { unlessTaken } from './unless-taken.ts';

/** A support bundle also reads databases of before there were any. */
const toScopes = (text: string | undefined) =>
  (text ?? '').split(',').filter((scope) => scope !== '') as KeyScope[];

const toKey = ({ id, name, shop, till, ...row }: ApiKeyRow): StoredKey => ({
  id,
  name,
  shop,
  till,
  createdAtMs: row.created_at,
  scopes: toScopes(row.scopes),
  expiresAtMs: row.expires_at ?? null,
  lastUsedAtMs: row.last_used_at ?? null,
  oldEndsAtMs: row.old_ends_at ?? null,
});

export type KeyQueries = Pick<
  AccessStore,
  'addKey' | 'listKeys' | 'findKey' | 'rotateKey' | 'usedKey' | 'removeKey'
>;

export function keyQueries(db: Kysely<Tables>): KeyQueries {
  const keys = () => db.selectFrom('api_keys').selectAll();
  return {
    addKey: ({ id, name, shop, till, scopes, ...key }, { nameKey, tokenHash }, told) => {
      const who = { id, name, name_key: nameKey, token_hash: tokenHash };
      const when = {
        created_at: key.createdAtMs,
        expires_at: key.expiresAtMs,
        last_used_at: key.lastUsedAtMs,
      };
      const old = { old_token_hash: null, old_ends_at: key.oldEndsAtMs };
      const row = { ...who, ...when, ...old, shop, till, scopes: scopes.join(',') };
      return changeAndRecord(db, told, (trx) =>
        unlessTaken(() => trx.insertInto('api_keys').values(row).execute()),
      );
    },

    listKeys: async () => (await keys().orderBy('name_key').execute()).map(toKey),

    async findKey(tokenHash) {
      const row = await keys()
        .where((is) => is.or([is('token_hash', '=', tokenHash), is('old_token_hash', '=', tokenHash)]))
        .executeTakeFirst();
      return row ? { ...toKey(row), isOld: row.token_hash !== tokenHash } : null;
    },

    rotateKey: ({ id, oldEndsAtMs: before }, { tokenHash, expiresAtMs, oldEndsAtMs }, told) =>
      changeAndRecord(db, told, async (trx) => {
        const rotated = await trx
          .updateTable('api_keys')
          .set(({ ref }) => ({
            old_token_hash: oldEndsAtMs === null ? null : ref('token_hash'),
            old_ends_at: oldEndsAtMs,
            token_hash: tokenHash,
            expires_at: expiresAtMs,
          }))
          .where('id', '=', id)
          .where('old_ends_at', 'is not distinct from', before)
          .executeTakeFirst();
        return rotated.numUpdatedRows > 0n;
      }),

    async usedKey(id, atMs) {
      await db.updateTable('api_keys').set({ last_used_at: atMs }).where('id', '=', id).execute();
    },

    removeKey: (nameKey, told) =>
      changeAndRecord(db, told, async (trx) => {
        const removed = await trx.deleteFrom('api_keys').where('name_key', '=', nameKey).executeTakeFirst();
        return removed.numDeletedRows > 0n;
      }),
  };
}
