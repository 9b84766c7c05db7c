import { type Kysely, sql } from 'kysely';

/** When somebody last worked on a session from before is not known: since its sign-in, at least. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const name of ['active_at', 'is_locked']) {
    await db.schema
      .alterTable('sessions')
      .addColumn(name, 'bigint', (c) => c.notNull().defaultTo(0))
      .execute();
  }
  await sql`update sessions set active_at = proved_at`.execute(db);
}
