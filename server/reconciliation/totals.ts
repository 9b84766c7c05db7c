// The sums of a day by our own records, for each till. Pure; amounts are minor units.
import type { TillView } from '../contract/payments.ts';
import type { TillTotals, Totals } from '../contract/reconciliation.ts';
import type { Day } from '../store/books.ts';

const nothing = {
  sales: 0,
  salesAmount: 0,
  refundsAmount: 0,
  releasedAmount: 0,
  netAmount: 0,
  reservedAmount: 0,
};

type Sums = typeof nothing;
type Movement = Pick<Day['movements'][number], 'till' | 'currency' | 'kind' | 'amount'>;
/** What is summed up of a day. */
export type Books = { movements: readonly Movement[]; reserved: Day['reserved'] };

function add(to: Sums, more: Partial<Sums>): void {
  for (const [name, value] of Object.entries(more) as [keyof Sums, number][]) to[name] += value;
}

// What turned up late on a payment that ended without money is among the amounts, as its refund is; a sale it was not, and neither is
// an agreement with nothing to pay.
function sumsOf({ kind, amount }: Movement): Partial<Sums> {
  switch (kind) {
    case 'approved':
      return { sales: amount > 0 ? 1 : 0 };
    case 'reserved':
      return {};
    case 'captured':
      return { salesAmount: amount, netAmount: amount };
    case 'refunded':
      return { refundsAmount: amount, netAmount: -amount };
    case 'released':
      return { releasedAmount: amount };
    default:
      return kind satisfies never;
  }
}

/** @returns a row for every till of the shop in its order, then for others that took or gave back money, by id. */
export function totalsByTill({ movements, reserved }: Books, tills: readonly TillView[]): TillTotals[] {
  const rows: TillTotals[] = tills.map(({ id, currency }) => ({ till: id, currency, ...nothing }));
  const others: TillTotals[] = [];
  const all = new Map(rows.map((row) => [`${row.till} ${row.currency}`, row]));
  const rowOf = (till: string, currency: Totals['currency']) => {
    const key = `${till} ${currency}`;
    const found = all.get(key);
    if (found) return found;
    const row = { till, currency, ...nothing };
    all.set(key, row);
    others.push(row);
    return row;
  };
  for (const movement of movements) add(rowOf(movement.till, movement.currency), sumsOf(movement));
  for (const { till, currency, amount } of reserved) {
    if (amount !== 0) add(rowOf(till, currency), { reservedAmount: amount });
  }
  return [...rows, ...others.sort((a, b) => (a.till < b.till ? -1 : 1))];
}

/** @returns one sum for each currency, in the order in which they first appear. */
export function grandTotals(rows: readonly TillTotals[]): Totals[] {
  const sums = new Map<Totals['currency'], Totals>();
  for (const { till: _, currency, ...row } of rows) {
    const sum = sums.get(currency) ?? { currency, ...nothing };
    add(sum, row);
    sums.set(currency, sum);
  }
  return [...sums.values()];
}
