// Whose order has the reference that a shop asks for, and how far it has come.

const theirs = { amount: 50_000 };
const ours = { alike: true };

/** What the simulator is told that somebody else has made. Their text and their key are none of ours. */
export const takers = {
  'theirs open': { ...theirs, state: 'open' },
  'theirs reserved': { ...theirs, state: 'reserved' },
  'theirs captured': { ...theirs, state: 'captured' },
  /** By Vipps itself. */
  'theirs sold': { ...theirs, state: 'sold' },
  'theirs cancelled': { ...theirs, state: 'cancelled' },
  /** Paid in the same minute, as much as we ask for. */
  'theirs same amount': { state: 'captured' },
  'theirs reserved same amount': { state: 'reserved' },
  /** We get no answer, so that it could be ours. */
  'theirs captured lost': { ...theirs, state: 'captured', lost: true },
  'theirs reserved lost': { ...theirs, state: 'reserved', lost: true },
  'theirs same amount lost': { state: 'captured', lost: true },
  /** Of a database that is gone since. */
  'ours open': { ...ours, state: 'open', secondsAgo: 240 },
  'ours reserved': { ...ours, state: 'reserved', secondsAgo: 300 },
  'ours captured': { ...ours, state: 'captured', secondsAgo: 1_800 },
  'ours refunded': { ...ours, state: 'refunded', secondsAgo: 1_800 },
  'ours cancelled': { ...ours, state: 'cancelled', secondsAgo: 1_800 },
  /** A POS that begins its numbers anew every day. */
  'ours yesterday': { ...ours, state: 'captured', secondsAgo: 86_400 },
  'ours tomorrow': { ...ours, state: 'captured', secondsAgo: -86_400 },
} as const;
export type Taker = keyof typeof takers;

/** The reference is in use when it is asked for. */
export type Taken = `taken, ${Taker}`;
export const isTaken = (fault: string): fault is Taken => fault.startsWith('taken, ');
export const takerOf = (fault: Taken): Taker => fault.slice('taken, '.length) as Taker;
