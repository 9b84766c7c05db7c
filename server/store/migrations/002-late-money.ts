import { type Kysely, sql } from 'kysely';

/** Late polls used to end 15 minutes after the end; what had ended before that stays over. */
const lateForMs = 15 * 60_000;

export async function up(db: Kysely<unknown>): Promise<void> {
  const number = (table: string, name: string) =>
    db.schema
      .alterTable(table)
      .addColumn(name, 'bigint', (c) => c.notNull().defaultTo(0))
      .execute();
  await number('payments', 'late_looks_over');
  await number('operations', 'failures');
  await sql`
    update payments set late_looks_over = 1
    where ended_at < (select max(updated_at) from payments) - ${lateForMs}
  `.execute(db);
  await db.schema
    .createIndex('payments_late_looks')
    .on('payments')
    .column('state')
    .where(sql.ref('late_looks_over'), '=', 0)
    .execute();
  await db.schema
    .createTable('clock_anchors')
    .addColumn('boot', 'text', (c) => c.primaryKey())
    .addColumn('offset_ms', 'bigint', (c) => c.notNull())
    .execute();
}
