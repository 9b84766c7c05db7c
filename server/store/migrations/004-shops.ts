import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  const add = (name: string, type: 'text' | 'bigint', otherwise: string | number) =>
    db.schema
      .alterTable('payments')
      .addColumn(name, type, (c) => c.notNull().defaultTo(otherwise))
      .execute();
  // Whose the payments of today are, the configuration knows: the server says it when it starts.
  for (const name of ['shop', 'msn']) await add(name, 'text', '');
  for (const name of ['released_amount', 'releasing_amount', 'receipt_due']) await add(name, 'bigint', 0);
  await db.schema.alterTable('payments').addColumn('agreement', 'text').execute();
  const index = (name: string) => db.schema.createIndex(name).on('payments');
  await index('payments_of_nobody').column('till').where(sql.ref('shop'), '=', '').execute();
  await index('payments_receipt_due').column('state').where(sql.ref('receipt_due'), '=', 1).execute();
  for (const table of ['staff', 'api_keys']) {
    await db.schema.alterTable(table).addColumn('shop', 'text').execute();
  }
  await db.schema
    .createTable('products')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('shop', 'text', (c) => c.notNull())
    .addColumn('terms', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('products_shop').on('products').column('shop').execute();
}
