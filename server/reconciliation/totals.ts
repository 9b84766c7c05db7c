// The sums of a day by our own records, for each till. Pure; amounts are minor units.
import type { TillView } from '../contract.ts';
import type { TillTotals, Totals } from '../contract-reconciliation.ts';
import type { Payment } from '../payments/types.ts';
import type { Day } from '../store/store.ts';

const nothing = { sales: 0, salesAmount: 0, reservedAmount: 0, refundsAmount: 0, netAmount: 0 };

type Sums = typeof nothing;

function add(to: Sums, more: Partial<Sums>): void {
  for (const [name, value] of Object.entries(more) as [keyof Sums, number][]) to[name] += value;
}

// What turned up late on a payment that ended without money is among the amounts, as its refund is; a sale it was not, and neither is
// an agreement with nothing to pay.
function sumsOf(payment: Payment): Partial<Sums> {
  const { state, amount, reservedAmount, capturedAmount, releasedAmount } = payment;
  const approved = state === 'approved';
  return {
    sales: approved && amount.value > 0 ? 1 : 0,
    salesAmount: capturedAmount,
    reservedAmount: approved ? Math.max(0, reservedAmount - capturedAmount - releasedAmount) : 0,
    netAmount: capturedAmount,
  };
}

/** @returns a row for every till of the shop in its order, then for others that took or gave back money, by id. */
export function totalsByTill({ payments, refunds }: Day, tills: readonly TillView[]): TillTotals[] {
  const rows: TillTotals[] = tills.map(({ id, currency }) => ({ till: id, currency, ...nothing }));
  const others: TillTotals[] = [];
  const rowOf = (till: string, currency: Totals['currency']) => {
    const found = [...rows, ...others].find((row) => row.till === till && row.currency === currency);
    if (found) return found;
    const row = { till, currency, ...nothing };
    others.push(row);
    return row;
  };
  for (const payment of payments) add(rowOf(payment.till, payment.amount.currency), sumsOf(payment));
  for (const { till, currency, amount } of refunds) {
    add(rowOf(till, currency), { refundsAmount: amount, netAmount: -amount });
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
