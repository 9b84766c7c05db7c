// How often each order was asked about: tests check clients against it.
import { LRUCache } from 'lru-cache';

export const apiCalls = [
  'token',
  'initiate',
  'qr',
  'image',
  'details',
  'events',
  'capture',
  'cancel',
  'refund',
  'charge',
  'find',
  'receipt',
] as const;
export type ApiCall = (typeof apiCalls)[number];

/** `looks` are the epoch milliseconds of the calls for details. */
export type Tally = { calls: Partial<Record<ApiCall, number>>; looks: number[] };
export type Traffic = {
  count(msn: string, orderId: string, call: ApiCall): void;
  of(msn: string, orderId: string): Tally;
};

const maxOrders = 2000;
const maxLooks = 10_000;

/** Counts calls as they arrive, whatever becomes of them. */
export function createTraffic(now: () => number): Traffic {
  const tallies = new LRUCache<string, Tally>({ max: maxOrders });
  return {
    count(msn, orderId, call) {
      const key = `${msn}/${orderId}`;
      const tally = tallies.get(key) ?? { calls: {}, looks: [] };
      tally.calls[call] = (tally.calls[call] ?? 0) + 1;
      if (call === 'details' && tally.looks.length < maxLooks) tally.looks.push(now());
      tallies.set(key, tally);
    },
    of: (msn, orderId) => tallies.get(`${msn}/${orderId}`) ?? { calls: {}, looks: [] },
  };
}
