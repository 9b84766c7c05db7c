import { type Kysely, sql } from 'kysely';

type Entry = { version: number; at: number; event: string; state: string; detail: string };

type PaymentBefore = {
  reference: string;
  state: string;
  amount: number;
  reserved_amount: number;
  captured_amount: number;
  refunded_amount: number;
  released_amount: number;
  problem: string | null;
};

type Found = { reference: string; version: number; kind: string; amount: number; found: 0; at: number };

/** Payments that are read at once. */
const batch = 200;

const problemOf = ({ problem }: PaymentBefore) => (problem === null ? null : JSON.parse(problem).code);

/** What an entry of the history says of an amount, which was always the sum so far. */
function amountIn({ detail }: Entry, name: string): number {
  const said = JSON.parse(detail);
  return Number(said[name] ?? said.observation?.[name] ?? 0);
}

/** What an amount grew by, where the history says so; what it does not tell of is put to the last change. */
function growthOf(entries: readonly Entry[], total: number, soFar: (entry: Entry, before: number) => number) {
  const grown: [Entry, number][] = [];
  let before = 0;
  for (const entry of entries) {
    const after = Math.min(total, Math.max(before, soFar(entry, before)));
    if (after > before) grown.push([entry, after - before]);
    before = after;
  }
  const last = entries.at(-1);
  if (last !== undefined && before < total) grown.push([last, total - before]);
  return grown;
}

/** The movements of a payment, by its history: as `movements.ts` would have had them. */
export function movementsIn(payment: PaymentBefore, entries: readonly Entry[], releases: readonly number[]) {
  const moved: Found[] = [];
  const add = (kind: string, grown: readonly [Entry, number][]) => {
    for (const [{ version, at }, amount] of grown) {
      const same = moved.find((one) => one.kind === kind && one.version === version);
      if (same) same.amount += amount;
      else moved.push({ reference: payment.reference, version, kind, amount, found: 0, at });
    }
  };
  const captured = payment.captured_amount;
  const approved = entries.find(({ state }) => state === 'approved');
  if (approved !== undefined) {
    add('approved', [[approved, payment.amount]]);
    const held = Math.max(payment.reserved_amount, captured);
    const sold = entries.slice(entries.indexOf(approved));
    const seen = Math.max(0, ...entries.filter(({ version }) => version <= approved.version).map(shown));
    add(
      'reserved',
      growthOf(sold, held, (entry) => Math.max(seen, shown(entry))),
    );
  }
  add(
    'captured',
    growthOf(entries, captured, (entry) => amountIn(entry, 'capturedAmount')),
  );
  add(
    'refunded',
    growthOf(entries, payment.refunded_amount, (entry) => amountIn(entry, 'refundedAmount')),
  );
  const given = [...releases];
  const released = (entry: Entry, before: number) => {
    if (entry.event === 'stopped') return payment.released_amount;
    return entry.event === 'given_back' ? before + (given.shift() ?? 0) : before;
  };
  add('released', growthOf(entries, payment.released_amount, released));
  const late = entries.findLast(({ event }) => event === 'released');
  const left = payment.reserved_amount - captured;
  if (problemOf(payment) === 'released' && left > 0 && late) add('released', [[late, left]]);
  return moved.filter(({ kind, amount }) => amount > 0 || kind === 'approved');
}

/** What an entry shows of what the customer has let us take. */
const shown = (entry: Entry) =>
  Math.max(amountIn(entry, 'reservedAmount'), amountIn(entry, 'capturedAmount'));

/** Puts the histories that there are into the books. */
export async function fill(db: Kysely<unknown>): Promise<void> {
  const all = <T>(query: ReturnType<typeof sql>) => query.execute(db).then(({ rows }) => rows as T[]);
  for (let after = 0; ; ) {
    const payments = await all<PaymentBefore & { sequence: number }>(
      sql`select * from payments where sequence > ${after} order by sequence limit ${batch}`,
    );
    if (payments.length === 0) return;
    for (const payment of payments) {
      const { reference } = payment;
      const entries = await all<Entry>(
        sql`select * from payment_history where reference = ${reference} order by version`,
      );
      const releases = await all<{ amount: number }>(
        sql`select amount from operations where reference = ${reference} and kind = 'release' and state = 'done' order by created_at`,
      );
      for (const row of movementsIn(
        payment,
        entries,
        releases.map(({ amount }) => amount),
      )) {
        await insert(db, row);
      }
    }
    after = payments.at(-1)?.sequence ?? after;
  }
}

function insert(db: Kysely<unknown>, { reference, version, kind, amount, found, at }: Found) {
  return sql`
    insert into money_movements (reference, version, kind, amount, found, at)
    values (${reference}, ${version}, ${kind}, ${amount}, ${found}, ${at})
  `.execute(db);
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('money_movements')
    .addColumn('reference', 'text', (c) => c.notNull())
    .addColumn('version', 'bigint', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('amount', 'bigint', (c) => c.notNull())
    .addColumn('found', 'bigint', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('money_movements_key', ['reference', 'version', 'kind'])
    .execute();
  await db.schema.createIndex('money_movements_at').on('money_movements').column('at').execute();
  await db.schema
    .createTable('closed_days')
    .addColumn('shop', 'text', (c) => c.primaryKey())
    .addColumn('until', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('payments_shop').on('payments').columns(['shop', 'created_at']).execute();
  await db.schema
    .createIndex('payments_uncaptured')
    .on('payments')
    .column('shop')
    .where(sql<boolean>`state = 'approved' and reserved_amount > captured_amount + released_amount`)
    .execute();
  await fill(db);
}
