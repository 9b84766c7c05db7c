import { type Kysely, sql } from 'kysely';

/** A manager's page asks for the newest of these. */
const asked = [[], ['kind'], ['who_id'], ['who_id', 'kind'], ['shop'], ['shop', 'kind'], ['shop', 'who_id']];

/** By sequence and not by any index: the entry that allows a removal has just been written. */
const lastAnchor = `select json_extract(detail, '$.upTo') from audit
  where +kind = 'audit_trimmed' order by sequence desc limit 1`;

/** Entries are added at the end and removed from the beginning, when a younger one says so; nothing else happens to them. */
const refusals = [
  ['update on audit', 'true', 'an entry of the audit log cannot be changed'],
  [
    'insert on audit',
    'new.sequence != (select sequence + 1 from audit_head)',
    'an entry of the audit log comes after the last one',
  ],
  [
    'delete on audit',
    `old.sequence > coalesce((${lastAnchor}), 0)`,
    'an entry of the audit log cannot be removed',
  ],
  ['delete on audit_head', 'true', 'the head of the audit log cannot be removed'],
  ['update on audit_head', 'new.sequence <= old.sequence', 'the audit log only grows'],
] as const;

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('audit')
    .addColumn('sequence', 'integer', (c) => c.primaryKey())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('shop', 'text')
    .addColumn('who_kind', 'text', (c) => c.notNull())
    .addColumn('who_id', 'text')
    .addColumn('who_name', 'text', (c) => c.notNull())
    .addColumn('address', 'text', (c) => c.notNull())
    .addColumn('about', 'text', (c) => c.notNull())
    .addColumn('detail', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .execute();
  for (const columns of asked) {
    const name = ['audit', ...columns, 'at'].join('_');
    await db.schema
      .createIndex(name)
      .on('audit')
      .columns([...columns, 'at', 'sequence'])
      .execute();
  }
  await db.schema
    .createTable('audit_head')
    .addColumn('id', 'integer', (c) => c.primaryKey())
    .addColumn('sequence', 'bigint', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .execute();
  await sql`insert into audit_head (id, sequence, hash) values (1, 0, '')`.execute(db);
  for (const [what, when, why] of refusals) {
    const name = `audit_no_${what.replaceAll(' ', '_')}`;
    const body = `create trigger ${name} before ${what} when ${when} begin select raise(abort, '${why}'); end`;
    await sql.raw(body).execute(db);
  }
}
