// The cashier's search, as a query of the API.

export const soughtStates = ['approved', 'uncaptured', 'cancelled', 'expired', 'failed'] as const;

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

/** The day after; null when it is no day. */
function dayAfter(day: string): string | null {
  const at = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return null;
  at.setUTCDate(at.getUTCDate() + 1);
  return at.toISOString().slice(0, 10);
}

/** The query of `GET /api/payments` and of `/api/payments.csv`: the server knows when a day of the shop begins. */
export function queryOf(tillId: string, { what, state, from, to, everyTill }: Sought): URLSearchParams {
  const query = new URLSearchParams(everyTill ? {} : { till: tillId });
  const q = what.trim().slice(0, longest);
  const before = dayAfter(to);
  if (q !== '') query.set('q', q);
  if (state === 'uncaptured') query.set('uncaptured', 'true');
  else if (state !== '') query.set('state', state);
  if (dayAfter(from) !== null) query.set('from', from);
  if (before !== null) query.set('to', before);
  return query;
}
