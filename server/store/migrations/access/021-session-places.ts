import { type Kysely, sql } from 'kysely';

/** Where a session from before was opened is not known, nor when. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('sessions')
    .addColumn('id', 'text', (c) => c.notNull().defaultTo(''))
    .execute();
  await db.schema.alterTable('sessions').addColumn('opened_at', 'bigint').execute();
  for (const name of ['address', 'browser']) {
    await db.schema
      .alterTable('sessions')
      .addColumn(name, 'text', (c) => c.notNull().defaultTo(''))
      .execute();
  }
  await sql`update sessions set id = lower(hex(randomblob(16)))`.execute(db);
  await db.schema.createIndex('sessions_id').unique().on('sessions').column('id').execute();
}
