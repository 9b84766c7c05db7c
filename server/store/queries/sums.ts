// What money did in the shop in a period, summed up by till, by who sold, and by quarter of an hour.
import type { By } from '../../contract/payments.ts';
import type { MovementSum, Span } from '../books.ts';
import { inPages } from '../reading/pages.ts';
import type { Reading } from '../reading/reading.ts';
import { movementsOf, type Place } from './books.ts';

/** Every zone's clock differs from UTC by so much, or a multiple of it. */
const quarterMs = 900_000;

export function sumMovements({ snapshot, turn }: Reading, shop: string, span: Span): Promise<MovementSum[]> {
  return snapshot(async (at) => {
    const sums = new Map<string, MovementSum>();
    const pages = inPages(turn, (after: Place | null) =>
      movementsOf(at, { shop, till: null }, span, after)
        .leftJoin('payment_history as begun', (join) =>
          join.onRef('begun.reference', '=', 'moved.reference').on('begun.event', '=', 'created'),
        )
        .select(['moved.reference', 'moved.version', 'kind', 'moved.amount', 'moved.at as atMs'])
        .select(['payments.till', 'currency', 'begun.by'])
        .execute(),
    );
    for await (const page of pages) {
      for (const { kind, amount, atMs, till, currency, by } of page) {
        // An agreement with nothing to pay is no sale.
        if (kind === 'approved' && amount === 0) continue;
        const quarter = Math.floor(atMs / quarterMs) * quarterMs;
        const key = JSON.stringify([till, currency, kind, by, quarter]);
        const sum = sums.get(key);
        if (sum === undefined) {
          const soldBy: By | null = by === null ? null : JSON.parse(by);
          sums.set(key, { till, currency, kind, soldBy, atMs: quarter, count: 1, amount });
        } else {
          sum.count += 1;
          sum.amount += amount;
        }
      }
    }
    return [...sums.values()];
  });
}
