import { type Kysely, sql } from 'kysely';

/** Few payments are agreements, and those are gone through every day. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index payments_agreement on payments (reference) where agreement is not null`.execute(db);
}
