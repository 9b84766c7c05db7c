import { type Kysely, sql } from 'kysely';

/** Sessions that are there were opened 12 hours before they end, with a PIN. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('sessions')
    .addColumn('proved_at', 'bigint', (c) => c.notNull().defaultTo(0))
    .execute();
  await sql`update sessions set proved_at = expires_at - 43200000`.execute(db);
}
