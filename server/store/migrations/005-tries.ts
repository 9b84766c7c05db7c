import { type Kysely, sql } from 'kysely';

type Row = { reference: string; till: string; state: string; sequence: number };

/** A reference with a suffix, as a try of a sale was given one. */
const suffixed = /^(.+)-([2-9])$/;

const before = (name: string, attempt: number) => (attempt === 2 ? name : `${name}-${attempt - 1}`);

/**
 * Until now a suffix alone told that a payment was another try of a sale, and a caller's own names could end in one, too. What was tried
 * again had ended unpaid, or had been started over, at the same till before. Where both may be so it counts as another try: to be told
 * that a bill is paid is better than to pay it twice.
 */
async function findTries(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<Row>`
    select reference, till, state, sequence from payments order by sequence
  `.execute(db);
  const found = await sql<{ reference: string }>`
    select reference from payment_history where event = 'started_over'
  `.execute(db);
  const startedOver = new Set(found.rows.map(({ reference }) => reference));
  const earlier = new Map<string, Row>();
  const bases = new Map<string, string>();
  for (const row of rows) {
    const { reference, till } = row;
    const [, name = '', suffix = ''] = suffixed.exec(reference) ?? [];
    const attempt = Number(suffix);
    const last = earlier.get(before(name, attempt));
    const isOfSale = last?.till === till && (attempt === 2 || bases.get(last.reference) === name);
    const wasTriedAgain = last?.state !== 'approved' || startedOver.has(last.reference);
    earlier.set(reference, row);
    if (!isOfSale || !wasTriedAgain) continue;
    bases.set(reference, name);
    await sql`update payments set base = ${name}, attempt = ${attempt} where reference = ${reference}`.execute(
      db,
    );
  }
}

export async function up(db: Kysely<unknown>): Promise<void> {
  const add = (name: string, type: 'text' | 'bigint', otherwise: string | number) =>
    db.schema
      .alterTable('payments')
      .addColumn(name, type, (c) => c.notNull().defaultTo(otherwise))
      .execute();
  await add('base', 'text', '');
  await add('attempt', 'bigint', 1);
  await sql`update payments set base = reference`.execute(db);
  await findTries(db);
  await db.schema.createIndex('payments_of_sale').on('payments').columns(['base', 'msn']).execute();
}
