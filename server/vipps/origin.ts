// Whether an order at Vipps is ours. Other systems share a sales unit and its references: a web shop, another till, our own database
// before it was lost. Nothing is believed or done about an order that is not ours (P11).
import { createHmac } from 'node:crypto';
import type { Order } from './gateway.ts';
import { paymentLifeMs } from './qr.ts';

/** What Vipps shows of how an order was made. Amounts are minor units. */
export type Origin = {
  readonly amount: number;
  readonly currency: string;
  /** By Vipps' clock; null where it does not say, which is never ours. */
  readonly madeAtMs: number | null;
  /** The key of the call that made it; null where the API tells none. */
  readonly key: string | null;
  /** What the customer was to read, as it was sent; null where the API tells none. */
  readonly text: string | null;
};

/**
 * So far may the order have been made from our own start where its key or its text say that it is ours: it may be of a database that was
 * lost since, and a caller's numbers do not begin anew within the hour.
 */
const provenWithinMs = 60 * 60_000;
/** Where only the amount speaks for it: as far as clocks of one system are apart. */
const withinMs = 5 * 60_000;

/** @returns epoch milliseconds of a time as Vipps writes it, which is UTC where it names no zone; null for what is none. */
export function vippsTimeMs(written: string | null | undefined): number | null {
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/i.test(written ?? '') ? written : `${written}Z`;
  const ms = Date.parse(zoned ?? '');
  return Number.isNaN(ms) ? null : ms;
}

/** Vipps may have tidied it up. */
const plain = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();

export type Whose = {
  /** The key of the call that starts an order: of this start alone, and known for ours by nothing but our secret. At most 40 characters. */
  keyOf(order: Pick<Order, 'reference' | 'createdAtMs'>): string;
  /** @param origin null where Vipps does not tell it. @param text as we would have sent it. */
  isOurs(order: Order, origin: Origin | null, text: string): boolean;
};

/** The code of an order is made for nobody but who made the order: once one was shown, Vipps has said whose it is. */
export const isKnownOurs = ({ qrExpiresAtMs }: Order): boolean => qrExpiresAtMs !== null;

/** Keys and sales units change: what has another amount is another order even so. */
export const isAnother = (order: Order, { amount, currency }: Pick<Origin, 'amount' | 'currency'>): boolean =>
  amount !== order.amount.value || currency !== order.amount.currency;

type WhoseDeps = {
  /** Known to us alone; it outlives a database. */
  secret: string;
  clock: { steadyMs(): number };
  /** What time it is at Vipps. */
  vippsNowMs: () => number;
};

export function createWhose({ secret, clock, vippsNowMs }: WhoseDeps): Whose {
  function keyFrom(reference: string, stamp: string): string {
    const mark = createHmac('sha256', secret).update(`start ${reference} ${stamp}`).digest('base64url');
    return `${stamp}-${mark}`.slice(0, 40);
  }

  const isOurKey = (reference: string, key: string) => {
    const [stamp = ''] = key.split('-', 1);
    return key === keyFrom(reference, stamp);
  };

  return {
    keyOf: ({ reference, createdAtMs }) => keyFrom(reference, createdAtMs.toString(36)),
    isOurs(order, origin, text) {
      if (origin === null || isAnother(order, origin)) return false;
      const { madeAtMs, key, text: shown } = origin;
      if (key !== null && !isOurKey(order.reference, key)) return false;
      if (shown !== null && plain(shown) !== plain(text)) return false;
      if (madeAtMs === null) return false;
      // Ages are compared, not times: each by the clock of its own side, whatever that clock believes.
      const ourAgeMs = clock.steadyMs() - (order.expiresAtMs - paymentLifeMs);
      const itsAgeMs = vippsNowMs() - madeAtMs;
      const isProven = key !== null || shown !== null;
      return Math.abs(itsAgeMs - ourAgeMs) <= (isProven ? provenWithinMs : withinMs);
    },
  };
}
