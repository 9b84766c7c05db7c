import { type Kysely, sql } from 'kysely';

/** Codes that needed attention when this was written; later ones come with a migration of their own. */
const codes = [
  'capture_due',
  'capture_failed',
  'capture_delayed',
  'refund_failed',
  'refund_delayed',
  'release_failed',
  'release_delayed',
  'stop_failed',
  'stop_delayed',
  'paid_late',
  'late_money',
  'released',
  'late_refunded',
  'unknown_order',
  'not_ours',
];

const uncaptured = sql`state = 'approved' and reserved_amount > captured_amount + released_amount`;

/** Each list is read along an index of its own, in its order, and what is rare has one that holds nothing else. */
async function indexPayments(db: Kysely<unknown>): Promise<void> {
  for (const name of ['payments_shop', 'payments_state', 'payments_uncaptured']) {
    await db.schema.dropIndex(name).execute();
  }
  const run = (query: ReturnType<typeof sql>) => query.execute(db);
  await run(sql`create index payments_of_shop on payments (shop, created_at, reference)`);
  await run(sql`create index payments_of_till on payments (till, created_at, reference)`);
  await run(
    sql`create index payments_open on payments (state) where state in ('started', 'presented', 'scanned', 'closing')`,
  );
  await run(
    sql`create index payments_noted on payments (attention, created_at, reference) where attention = 1`,
  );
  await run(
    sql`create index payments_noted_till on payments (attention, till, created_at, reference) where attention = 1`,
  );
  await run(sql`create index payments_held on payments (state, created_at, reference) where ${uncaptured}`);
  await run(
    sql`create index payments_held_till on payments (state, till, created_at, reference) where ${uncaptured}`,
  );
}

/** The books of a shop, and those of a till, are read along an index. */
async function indexMovements(db: Kysely<unknown>): Promise<void> {
  const run = (query: ReturnType<typeof sql>) => query.execute(db);
  await run(sql`alter table money_movements rename to old_movements`);
  await run(sql`drop index money_movements_at`);
  await db.schema
    .createTable('money_movements')
    .addColumn('reference', 'text', (c) => c.notNull())
    .addColumn('version', 'bigint', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('amount', 'bigint', (c) => c.notNull())
    .addColumn('found', 'bigint', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('shop', 'text', (c) => c.notNull())
    .addColumn('till', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('money_movements_of_payment', ['reference', 'version', 'kind'])
    .execute();
  await run(sql`
    insert into money_movements (reference, version, kind, amount, found, at, shop, till)
    select old.reference, old.version, old.kind, old.amount, old.found, old.at, payments.shop, payments.till
    from old_movements as old join payments on payments.reference = old.reference
  `);
  await run(sql`drop table old_movements`);
  const rest = sql`at, reference, version, kind`;
  await run(sql`create index movements_of_shop on money_movements (shop, ${rest})`);
  await run(sql`create index movements_of_till on money_movements (till, ${rest})`);
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('payments')
    .addColumn('attention', 'bigint', (c) => c.notNull().defaultTo(0))
    .execute();
  await sql`
    update payments set attention = 1
    where problem is not null and json_extract(problem, '$.code') in (${sql.join(codes)})
  `.execute(db);
  await indexPayments(db);
  await indexMovements(db);
}
