// Every kind of caller, and what groups of them get of a route.

export const callers = [
  'nobody',
  'display of this till',
  'display of another till',
  'cashier',
  'manager',
  'manager of all shops',
  'cashier of another shop',
  'manager of another shop',
  'key of this till',
  'key of another till',
  'key of this shop',
  'key of another shop',
  'key of all shops',
  'selling key of this till',
  'refunding key of this till',
  'reading key of this till',
  'managing key of this till',
  'managing key of this shop',
  'managing key of another shop',
  'reading key of all shops',
  'expired key',
  'revoked',
  'expired',
  'locked',
] as const;
export type CallerName = (typeof callers)[number];
export type Row = Readonly<Record<CallerName, number>>;

export const always = (status: number) => Object.fromEntries(callers.map((name) => [name, status])) as Row;
export const open = always;
/** Nobody, whose access was taken away, and whose time is over. */
export const outside = { ...always(403), nobody: 401, 'expired key': 401, revoked: 401, expired: 401 };

/** What is of this shop is not for another shop's, who are `elsewhere`; without that they do the same in their own. */
export const managers = (status: number, elsewhere = status): Row => ({
  ...outside,
  manager: status,
  'manager of all shops': status,
  'manager of another shop': elsewhere,
});
const staff = (status: number, elsewhere = status): Row => ({
  ...managers(status, elsewhere),
  cashier: status,
  'cashier of another shop': elsewhere,
});
/** The keys that are here, by what they are for. */
export const keysFor = (scope: 'sell' | 'refund' | 'read' | 'manage', status: number): Partial<Row> =>
  ({
    sell: { 'selling key of this till': status },
    refund: { 'refunding key of this till': status },
    read: { 'reading key of this till': status, 'reading key of all shops': status },
    manage: { 'managing key of this till': status, 'managing key of this shop': status },
  })[scope];
/** Anybody but a display, and keys that are for one thing only. */
export const sellers = (status: number, elsewhere: number): Row => ({
  ...staff(status, elsewhere),
  'key of this till': status,
  'key of this shop': status,
  'key of all shops': status,
  'key of another till': elsewhere,
  'key of another shop': elsewhere,
});
/** Each has its own. */
export const own = (status: number) => sellers(status, status);
const till1 = (status: number) => sellers(status, 403);
/** What is another till's or shop's is as unknown as what never was. */
export const payment = (status: number) => ({
  ...sellers(status, 404),
  ...keysFor('sell', status),
  ...keysFor('read', status),
});
export const selling = (status: number) => ({ ...till1(status), ...keysFor('sell', status) });
export const refunding = (status: number) => ({ ...own(status), ...keysFor('refund', status) });
export const watching = (status: number) => ({ ...selling(status), ...keysFor('read', status) });
export const seeing = (status: number) => ({
  ...own(status),
  ...keysFor('sell', status),
  ...keysFor('read', status),
});
/** What is a whole shop's is not for a key of one till. */
export const managing = (status: number, elsewhere = status): Row => ({
  ...managers(status, elsewhere),
  'managing key of this shop': status,
  'managing key of another shop': elsewhere,
});
export const displaying = (status: number, elsewhere = status): Row => ({
  ...staff(status, elsewhere),
  ...keysFor('manage', status),
  'managing key of another shop': elsewhere,
});
const anyStaff = (status: number, otherwise: number): Row => ({
  ...always(otherwise),
  cashier: status,
  manager: status,
  'manager of all shops': status,
  'cashier of another shop': status,
  'manager of another shop': status,
});
/** Whose session is locked gets at nothing but what ends the lock, or the session. */
export const session = (status: number, whenLocked = 403) => ({
  ...anyStaff(status, 401),
  locked: whenLocked,
});
/** A page of staff's sends everybody else to sign in, but for who holds a key that opens nothing. */
export const page: Row = { ...anyStaff(200, 302), locked: 200, 'expired key': 401 };
export const screens = open(200);
