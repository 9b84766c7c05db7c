import type { Kysely } from 'kysely';

/** What was sold before has none: Vipps' answers of then are gone. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('vipps_ids')
    .addColumn('reference', 'text', (c) => c.notNull())
    .addColumn('about', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('vipps_ids_key', ['reference', 'about', 'id'])
    .execute();
}
