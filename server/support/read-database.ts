// What a database holds, read only, also while a server uses it. What cannot be read is said, and the rest is there all the same.
import { existsSync, realpathSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import type { HistoryEntry, PaymentView, VippsId } from '../contract/payments.ts';
import { openClock } from '../core/clock.ts';
import { toHistoryEntry } from '../payments/history.ts';
import { toView } from '../payments/view.ts';
import { StoreUnusable } from '../store/errors.ts';
import { renamed } from '../store/migrations/013-voided.ts';
import { createAccessQueries } from '../store/queries/access/access.ts';
import { createQueries } from '../store/queries/payments.ts';
import { createVippsIdQueries } from '../store/queries/vipps-ids.ts';
import { NodeSqliteDialect } from '../store/sqlite/dialect.ts';
import { migrationsIn } from '../store/sqlite/inspect.ts';
import type { StoredHistoryEntry } from '../store/store.ts';
import type { Tables } from '../store/tables.ts';

const mostPayments = 200;

type Unreadable = { unreadable: string };
/** As the API shows it, without the address of its QR. */
type PaymentFacts = Omit<PaymentView, 'qr'> & {
  qrExpiresAt: string | null;
  events: HistoryEntry[];
  /** A database of an older version keeps none. */
  vippsIds: VippsId[] | Unreadable;
};

export type DatabaseFacts = {
  serverIsRunning: boolean;
  bytes: { database: number; log: number };
  check: unknown[] | Unreadable;
  migrations: unknown[] | Unreadable;
  rows: Record<string, unknown> | Unreadable;
  access: Awaited<ReturnType<typeof readAccess>> | Unreadable;
  /** The newest first. */
  payments: PaymentFacts[] | Unreadable;
};

async function orWhy<T>(read: () => T | Promise<T>): Promise<T | Unreadable> {
  try {
    return await read();
  } catch (error) {
    const { message, cause } = error instanceof Error ? error : new Error(String(error));
    return { unreadable: cause instanceof Error ? `${message}: ${cause.message}` : message };
  }
}

/** A running server holds a lock beside its database, which nobody can read then. */
function isServed(file: string): boolean {
  const lock = `${realpathSync(file)}.lock`;
  if (!existsSync(lock)) return false;
  const database = new DatabaseSync(lock, { readOnly: true });
  try {
    database.prepare('SELECT name FROM sqlite_schema').all();
    return false;
  } catch {
    return true;
  } finally {
    database.close();
  }
}

const names = (database: DatabaseSync, sql: string) =>
  database
    .prepare(sql)
    .all()
    .map((row) => Object.values(row)[0]);

function countRows(database: DatabaseSync): Record<string, unknown> {
  const tables = names(database, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
  const count = (table: unknown) => names(database, `SELECT count(*) FROM "${table}"`)[0];
  return Object.fromEntries(tables.map((table) => [String(table), count(table)]));
}

async function readAccess(db: Kysely<Tables>) {
  const access = createAccessQueries(db);
  const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
  const [staff, displays, keys] = [
    await access.listStaff(),
    await access.listDisplays(),
    await access.listKeys(),
  ];
  return {
    staff: { all: staff.length, managers: staff.filter(({ role }) => role === 'manager').length },
    displays: displays.map(({ id, till, pairedAtMs, lastSeenAtMs }) => ({
      id,
      till,
      pairedAt: iso(pairedAtMs),
      lastSeenAt: iso(lastSeenAtMs),
    })),
    keys: keys.map(({ name, shop, till, scopes, createdAtMs, expiresAtMs, lastUsedAtMs }) => ({
      name,
      shop,
      till,
      scopes,
      createdAt: iso(createdAtMs),
      expiresAt: iso(expiresAtMs),
      lastUsedAt: iso(lastUsedAtMs),
    })),
  };
}

async function readVippsIds(db: Kysely<Tables>, reference: string): Promise<VippsId[]> {
  const ids = await createVippsIdQueries(db).readVippsIds(reference);
  return ids.map(({ atMs, ...id }) => ({ ...id, at: new Date(atMs).toISOString() }));
}

/** A step of a database that is older than the names of today. */
const nameAnew = ({ event, ...entry }: StoredHistoryEntry) => ({
  ...entry,
  event: renamed(event) as StoredHistoryEntry['event'],
});

async function readPayments(db: Kysely<Tables>, done: readonly unknown[]): Promise<PaymentFacts[]> {
  const store = createQueries(db);
  const isRenamed = done.includes('013-voided');
  const clock = await openClock(async (boot, offsetMs) => {
    const anchor = db.selectFrom('clock_anchors').select('offset_ms').where('boot', '=', boot);
    return (await anchor.executeTakeFirst())?.offset_ms ?? offsetMs;
  });
  const found: PaymentFacts[] = [];
  let cursor: string | null | undefined;
  while (cursor !== null && found.length < mostPayments) {
    const page = await store.list(cursor === undefined ? {} : { cursor });
    for (const payment of page.payments) {
      const { qr, ...view } = toView(payment, clock);
      const history = await store.readHistory(payment.reference);
      const events = history.map((entry) => toHistoryEntry(isRenamed ? entry : nameAnew(entry)));
      const vippsIds = await orWhy(() => readVippsIds(db, payment.reference));
      found.push({ ...view, qrExpiresAt: qr?.expiresAt ?? null, events, vippsIds });
    }
    cursor = page.cursor;
  }
  return found.slice(0, mostPayments);
}

const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** @throws StoreUnusable when there is no database. */
export async function readDatabase(file: string): Promise<DatabaseFacts> {
  if (!existsSync(file)) {
    throw new StoreUnusable(
      `There is no database ${file} to report on. Start Tillside, or set DATABASE_URL.`,
    );
  }
  const database = new DatabaseSync(file, { readOnly: true, timeout: 2_000 });
  const db = new Kysely<Tables>({ dialect: new NodeSqliteDialect(database) });
  try {
    return {
      serverIsRunning: isServed(file),
      bytes: { database: sizeOf(file), log: sizeOf(`${file}-wal`) },
      check: await orWhy(() => names(database, 'PRAGMA quick_check(5)')),
      migrations: await orWhy(() => names(database, 'SELECT name FROM kysely_migration ORDER BY name')),
      rows: await orWhy(() => countRows(database)),
      access: await orWhy(() => readAccess(db)),
      payments: await orWhy(() => readPayments(db, migrationsIn(database))),
    };
  } finally {
    if (database.isOpen) database.close();
  }
}
