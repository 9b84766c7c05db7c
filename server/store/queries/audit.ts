// The audit log, in the SQL that SQLite and PostgreSQL share.
import { type Kysely, sql } from 'kysely';
import { anchorIn, hashOf, origin } from '../../audit/chain.ts';
import type { AuditEntry, AuditFilter, AuditHead, AuditStore, AuditTables, Told } from '../audit-store.ts';
import type { Tables } from '../tables.ts';

/** The log's own tables, which nobody else asks for. */
const logIn = (db: Kysely<Tables>) => db.withTables<AuditTables>();

async function headOf(db: Kysely<Tables>): Promise<AuditHead> {
  const row = await logIn(db).selectFrom('audit_head').select(['sequence', 'hash']).executeTakeFirst();
  return row ?? origin;
}

/** Adds an entry in the transaction that makes the change of which it tells. */
export async function record(trx: Kysely<Tables>, told: Told | undefined): Promise<void> {
  if (told === undefined) return;
  const { sequence: last, hash: before } = await headOf(trx);
  const { kind, atMs, shop, who, address, about, detail } = told;
  const content = {
    sequence: last + 1,
    at: atMs,
    kind,
    shop,
    who_kind: who.kind,
    who_id: who.id,
    who_name: who.name,
    address,
    about,
    detail: JSON.stringify(detail),
  };
  const hash = hashOf(before, content);
  const log = logIn(trx);
  await log
    .insertInto('audit')
    .values({ ...content, hash })
    .execute();
  await log.updateTable('audit_head').set({ sequence: content.sequence, hash }).execute();
}

/** @param change comes to false or null when it has found nothing to change; then nothing is put on record either. */
export function changeAndRecord<T>(
  db: Kysely<Tables>,
  told: Told | undefined,
  change: (trx: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (trx) => {
    const outcome = await change(trx);
    if (outcome !== false && outcome !== null) await record(trx, told);
    return outcome;
  });
}

function filtered(db: Kysely<Tables>, { shop, fromMs, toMs, person, kind }: AuditFilter) {
  let select = logIn(db).selectFrom('audit').selectAll();
  if (shop !== null) select = select.where('shop', '=', shop);
  if (person !== undefined) select = select.where('who_id', '=', person);
  if (kind !== undefined) select = select.where('kind', '=', kind);
  if (fromMs !== undefined) select = select.where('at', '>=', fromMs);
  if (toMs !== undefined) select = select.where('at', '<', toMs);
  return select;
}

async function findAnchor(db: Kysely<Tables>): Promise<AuditEntry | null> {
  const anchors = filtered(db, { shop: null, kind: 'audit_trimmed' });
  return (await anchors.orderBy('sequence', 'desc').limit(1).executeTakeFirst()) ?? null;
}

export function createAuditQueries(db: Kysely<Tables>): AuditStore {
  const inOrder = () => logIn(db).selectFrom('audit').selectAll().orderBy('sequence');

  return {
    append: (told) => db.transaction().execute((trx) => record(trx, told)),

    async list(filter, after, limit) {
      let select = filtered(db, filter);
      if (after !== null) {
        select = select.where(sql<boolean>`(at, sequence) < (${after.at}, ${after.sequence})`);
      }
      return select.orderBy('at', 'desc').orderBy('sequence', 'desc').limit(limit).execute();
    },

    readOn: (after, limit) => inOrder().where('sequence', '>', after).limit(limit).execute(),

    readHead: () => headOf(db),

    findAnchor: () => findAnchor(db),

    giveUp: (beforeMs, limit, atMs) =>
      db.transaction().execute(async (trx) => {
        const anchor = await findAnchor(trx);
        const start = (anchor && anchorIn(anchor)?.sequence) ?? 0;
        const oldest = logIn(trx).selectFrom('audit').select(['sequence', 'at', 'hash']).orderBy('sequence');
        const rows = await oldest.where('sequence', '>', start).limit(limit).execute();
        const firstToStay = rows.findIndex(({ at }) => at >= beforeMs);
        const old = firstToStay === -1 ? rows : rows.slice(0, firstToStay);
        await record(trx, givenUp(old.at(-1), old.length, atMs));
        return old.length;
      }),

    removeGivenUp: (limit) =>
      db.transaction().execute(async (trx) => {
        const anchor = await findAnchor(trx);
        const upTo = (anchor && anchorIn(anchor)?.sequence) ?? 0;
        const [first] = await logIn(trx)
          .selectFrom('audit')
          .select('sequence')
          .orderBy('sequence')
          .limit(1)
          .execute();
        if (first === undefined || first.sequence > upTo) return 0;
        const last = Math.min(upTo, first.sequence + limit - 1);
        const removed = logIn(trx).deleteFrom('audit').where('sequence', '<=', last);
        return Number((await removed.executeTakeFirst()).numDeletedRows);
      }),
  };
}

/** Stands for the entries that are removed, so that the chain goes on from the last of them. */
function givenUp(last: AuditHead | undefined, entries: number, atMs: number): Told | undefined {
  if (last === undefined) return undefined;
  const { sequence: upTo, hash } = last;
  return {
    kind: 'audit_trimmed',
    atMs,
    shop: null,
    who: { kind: 'server', id: null, name: '' },
    address: '',
    about: '',
    detail: { upTo, hash, entries },
  };
}
