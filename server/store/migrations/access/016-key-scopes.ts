import { type Kysely, sql } from 'kysely';

/** Keys that are there go on with all that they could do. A row without scopes may do nothing. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const keys = () => db.schema.alterTable('api_keys');
  await keys()
    .addColumn('scopes', 'text', (c) => c.notNull().defaultTo(''))
    .execute();
  for (const name of ['expires_at', 'last_used_at', 'old_ends_at'] as const) {
    await keys().addColumn(name, 'bigint').execute();
  }
  await keys().addColumn('old_token_hash', 'text').execute();
  await db.schema
    .createIndex('api_keys_old_token')
    .unique()
    .on('api_keys')
    .column('old_token_hash')
    .execute();
  await sql`update api_keys set scopes = 'sell,refund,read'`.execute(db);
}
