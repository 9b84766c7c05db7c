// Who is held to a limit of a day: the sum of their refunds and releases is read for each that they ask for.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('operations').addColumn('limited', 'text').execute();
  await db.schema
    .createIndex('operations_limited')
    .on('operations')
    .columns(['limited', 'created_at'])
    .execute();
}
