// A database as a chain has it after years: made by SQL, as selling that much would take days.
import { DatabaseSync } from 'node:sqlite';

/** One shop has more than half of the payments, and the others share the rest. */
export const hugeShop = 'huge';
const hugeTills = 20;
const smallShops = 80;
const years = 3;
const yearDays = 365.25;
const dayMs = 86_400_000;
const spanMs = years * yearDays * dayMs;

/** As TILLS_FILE has them. */
export const tills = [
  ...Array.from({ length: hugeTills }, (_, at) => ({ id: `h${at}`, name: `Huge ${at}`, shop: hugeShop })),
  ...Array.from({ length: smallShops }, (_, at) => ({ id: `s${at}`, name: `Small ${at}`, shop: `s${at}` })),
];

/** Which payment is what, by its number, the oldest first: nearly all are paid, and some are still held, refunded or ended unpaid. */
const numbered = (count: number, sinceMs: number) => `
  with recursive numbers (n) as (select 0 union all select n + 1 from numbers where n + 1 < ${count}),
  placed as (
    select n, n % 10 < 6 as is_huge, ${sinceMs} + cast(n * ${spanMs / count} as integer) as created_at,
      case when n % 100 < 85 then 'approved' when n % 100 < 93 then 'cancelled' when n % 100 < 97 then 'expired' else 'failed' end
        as state,
      100 + (n * 7919) % 99900 as amount, n % 1000 = 1 as is_held, n % 50 = 2 as is_refunded
    from numbers
  ),
  sold as (
    select *, printf('till-%s-%013x', n % 97, n) as reference,
      case when is_huge then 'h' || (n / 10 % ${hugeTills}) else 's' || (n / 10 % ${smallShops}) end as till,
      case when is_huge then '${hugeShop}' else 's' || (n / 10 % ${smallShops}) end as shop,
      case n % 5 when 0 then 'Latte' when 1 then 'Øl og brus' when 2 then 'Lunch for ' || n when 3 then 'Coffee' else '' end as text
    from placed
  )`;

const payments = `
  select reference, reference as base, 1 as attempt, till, shop, '654321' as msn, 'ecom' as api, state, amount, 'NOK' as currency, text,
    lower(reference || ' ' || text) as search, '[]' as lines, null as agreement, created_at + 600000 as qr_expires_at,
    created_at + 600000 as expires_at, null as closing_for,
    case when state = 'approved' and not is_held then 'captured' else 'none' end as capture,
    case when state = 'approved' then amount else 0 end as reserved_amount,
    case when state = 'approved' and not is_held then amount else 0 end as captured_amount,
    case when state = 'approved' and is_refunded then amount else 0 end as refunded_amount,
    case when state = 'approved' and is_held then created_at + ${180 * dayMs} end as capture_until,
    0 as refunding_amount, 0 as released_amount, 0 as releasing_amount,
    case state when 'cancelled' then 'customer' when 'expired' then 'timeout' end as ended_by,
    case when n % 400 = 86 then '{"code":"released","message":"Given back."}'
      when n % 400 = 3 then '{"code":"paid_late","message":"Paid after all."}'
      when state = 'failed' then '{"code":"vipps_unavailable","message":"No answer."}' end as problem,
    n % 400 in (3, 86) as attention,
    created_at, created_at + 20000 as ended_at, created_at + 21000 as updated_at, 5 as version, n + 1 as sequence,
    null as answer, null as idempotency_key, null as fingerprint, 1 as late_looks_over, 0 as receipt_due
  from sold`;

/** What each payment went through. */
const events = [
  [1, 'created', 'started', 0],
  [2, 'presented', 'presented', 300],
  [3, 'scanned', 'scanned', 8_000],
  [4, 'in_time', '', 20_000],
  [5, 'captured', '', 21_000],
] as const;
const history = events
  .map(
    ([version, event, state, afterMs]) => `
      select reference, ${version} as version, created_at + ${afterMs} as at, '${event}' as event,
        ${state === '' ? 'state' : `'${state}'`} as state, '{}' as detail, null as by
      from sold`,
  )
  .join(' union all ');

const moved = [
  ['approved', 4, 20_000, 'true'],
  ['reserved', 4, 20_000, 'true'],
  ['captured', 5, 21_000, 'not is_held'],
  ['refunded', 6, 3_600_000, 'is_refunded'],
] as const;
const movements = moved
  .map(
    ([kind, version, afterMs, condition]) => `
      select reference, ${version} as version, '${kind}' as kind, amount, 0 as found, created_at + ${afterMs} as at, shop, till
      from sold where state = 'approved' and ${condition}`,
  )
  .join(' union all ');

/** @param file of a database that a server has made, and that nobody uses. @param nowMs when the newest was sold. */
export function fill(file: string, count: number, nowMs: number): void {
  const database = new DatabaseSync(file);
  const first = numbered(count, nowMs - spanMs);
  const into = (table: string, rows: string) => {
    const columns = database.prepare(`${first} ${rows} limit 0`).columns();
    const names = columns.map(({ name }) => `"${name}"`).join(', ');
    database.exec(`insert into ${table} (${names}) ${first} ${rows}`);
  };
  try {
    database.exec('pragma synchronous = off; pragma cache_size = -64000; begin immediate');
    into('payments', payments);
    into('payment_history', history);
    into('money_movements', movements);
    database.exec('commit; pragma wal_checkpoint(truncate)');
  } finally {
    database.close();
  }
}
