import { type Kysely, sql } from 'kysely';

const askedColumns = ['idempotency_key', 'fingerprint'] as const;

async function createPayments(db: Kysely<unknown>): Promise<void> {
  let table = db.schema.createTable('payments').addColumn('reference', 'text', (c) => c.primaryKey());
  for (const name of ['till', 'api', 'state', 'currency', 'text', 'search', 'lines', 'capture'] as const) {
    table = table.addColumn(name, 'text', (c) => c.notNull());
  }
  const numbers = [
    'amount',
    'expires_at',
    'reserved_amount',
    'captured_amount',
    'refunded_amount',
    'refunding_amount',
    'created_at',
    'updated_at',
    'version',
    'sequence',
  ];
  for (const name of numbers) table = table.addColumn(name, 'bigint', (c) => c.notNull());
  for (const name of ['closing_for', 'ended_by', 'problem', 'answer', ...askedColumns]) {
    table = table.addColumn(name, 'text');
  }
  await table.addColumn('qr_expires_at', 'bigint').addColumn('ended_at', 'bigint').execute();
}

async function createIndexes(db: Kysely<unknown>): Promise<void> {
  // [P4] The database itself refuses a second payment that can still be paid.
  await db.schema
    .createIndex('payments_one_at_a_time')
    .on('payments')
    .column('till')
    .unique()
    .where(sql.ref('state'), 'in', ['started', 'presented', 'scanned'])
    .execute();
  const keys = db.schema.createIndex('payments_idempotency').on('payments').unique();
  await keys.columns(['till', 'idempotency_key']).execute();
  const newest = db.schema.createIndex('payments_newest').on('payments');
  await newest.columns(['till', 'sequence']).execute();
  await db.schema.createIndex('payments_sequence').on('payments').column('sequence').unique().execute();
  await db.schema
    .createIndex('payments_created')
    .on('payments')
    .columns(['created_at', 'reference'])
    .execute();
  await db.schema.createIndex('payments_state').on('payments').column('state').execute();
}

async function createOperations(db: Kysely<unknown>): Promise<void> {
  let table = db.schema.createTable('operations').addColumn('key', 'text', (c) => c.primaryKey());
  for (const name of ['reference', 'kind', 'state'] as const) {
    table = table.addColumn(name, 'text', (c) => c.notNull());
  }
  for (const name of ['amount', 'created_at'] as const) {
    table = table.addColumn(name, 'bigint', (c) => c.notNull());
  }
  for (const name of askedColumns) table = table.addColumn(name, 'text');
  await table.execute();
  const keys = db.schema.createIndex('operations_idempotency').on('operations').unique();
  await keys.columns(['reference', 'idempotency_key']).execute();
  // At most one operation of a payment is under way.
  await db.schema
    .createIndex('operations_one_at_a_time')
    .on('operations')
    .column('reference')
    .unique()
    .where(sql.ref('state'), '=', 'pending')
    .execute();
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await createPayments(db);
  await createIndexes(db);
  await createOperations(db);
  await db.schema
    .createTable('payment_history')
    .addColumn('reference', 'text', (c) => c.notNull())
    .addColumn('version', 'bigint', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('event', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('detail', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('payment_history_key', ['reference', 'version'])
    .execute();
  await db.schema
    .createTable('payment_images')
    .addColumn('reference', 'text', (c) => c.primaryKey())
    .addColumn('content_type', 'text', (c) => c.notNull())
    .addColumn('bytes', 'blob', (c) => c.notNull())
    .execute();
}
