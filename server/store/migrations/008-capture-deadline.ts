import { type Kysely, sql } from 'kysely';

const dayMs = 86_400_000;

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('payments').addColumn('capture_until', 'bigint').execute();
  await sql`
    update payments
    set capture_until = created_at + (case currency when 'NOK' then 180 else 14 end) * ${dayMs}
    where state = 'approved' and reserved_amount > captured_amount + released_amount
  `.execute(db);
}
