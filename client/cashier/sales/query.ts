// What the cashier looks for, as the server is asked for it.

export const soughtStates = ['approved', 'cancelled', 'expired', 'failed'] as const;

export type Sought = {
  /** Part of a reference or text, or an amount. */
  readonly what: string;
  readonly state: (typeof soughtStates)[number] | '';
  /** Calendar days as a date field gives them, `YYYY-MM-DD`; empty is without a limit. `to` is included. */
  readonly from: string;
  readonly to: string;
  /** Of all tills that may be seen, not of this one alone. */
  readonly everyTill: boolean;
};

export const everything: Sought = { what: '', state: '', from: '', to: '', everyTill: false };

const longest = 100;

/** Midnight of this device at the beginning of a day, or of one that many days later, as an instant; null when it is no day. */
function midnight(day: string, daysLater = 0): string | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day);
  if (!match) return null;
  const [year = 0, month = 0, date = 0] = match.slice(1).map(Number);
  const at = new Date(year, month - 1, date + daysLater);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** The query of `GET /api/payments` and of `/api/payments.csv`. */
export function queryOf(tillId: string, { what, state, from, to, everyTill }: Sought): URLSearchParams {
  const query = new URLSearchParams(everyTill ? {} : { till: tillId });
  const q = what.trim().slice(0, longest);
  const since = midnight(from);
  const before = midnight(to, 1);
  if (q !== '') query.set('q', q);
  if (state !== '') query.set('state', state);
  if (since !== null) query.set('from', since);
  if (before !== null) query.set('to', before);
  return query;
}
