import type { Kysely } from 'kysely';

/** One row: whose sales are in it. Empty until a server has opened it that knows. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('environment')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .execute();
}
