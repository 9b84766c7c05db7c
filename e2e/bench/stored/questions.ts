// What screens, people and programs ask of the payments that are stored.

export type Question = { what: string; path: string };

const dayMs = 86_400_000;
const iso = (ms: number) => new Date(ms).toISOString();
const date = (ms: number) => iso(ms).slice(0, 10);

/** @param count of payments, the newest sold at `nowMs`. */
export function questions(count: number, nowMs: number): Question[] {
  const list = (what: string, query: string): Question => ({ what, path: `/api/payments?${query}` });
  const lastOf = (rows: number) => iso(nowMs - Math.round(((3 * 365.25 * dayMs) / count) * rows));
  const old = `till-10-${(10).toString(16).padStart(13, '0')}`;
  return [
    list('a till’s list of today', `till=h1&from=${iso(nowMs - dayMs)}`),
    list('a till’s list', 'till=h1'),
    list('the list of a till that sells little', 'till=s7'),
    list('everybody’s list', ''),
    list('a till’s list of a state', 'till=h1&state=failed'),
    list(
      'what needs attention at a till',
      `till=h1&attention=true&from=${iso(nowMs - 7 * dayMs)}&to=${iso(nowMs - dayMs)}`,
    ),
    list('what needs attention', 'attention=true'),
    list(
      'what is still reserved at a till, of earlier',
      `till=h1&attention=true&uncaptured=true&to=${iso(nowMs - 7 * dayMs)}`,
    ),
    list('search by amount', 'q=249,50'),
    list('search by text at a till', 'till=h1&q=brus'),
    list('search by the reference of an old payment', `q=${old}`),
    list('search for what there is not', 'q=zanzibar'),
    { what: 'a till’s day', path: '/api/tills/h1/day' },
    { what: 'the history of a payment', path: `/api/payments/${old}/events` },
    { what: 'the report of yesterday', path: `/api/reconciliation?date=${date(nowMs - dayMs)}` },
    {
      what: 'the report of a day a year ago',
      path: `/api/reconciliation?date=${date(nowMs - 365 * dayMs)}`,
    },
    { what: 'readiness', path: '/readyz' },
    { what: 'export of 30,000', path: `/api/payments.csv?from=${lastOf(30_000)}` },
    { what: 'export of 100,000', path: `/api/payments.csv?from=${lastOf(100_000)}` },
  ];
}
