// References are unique per sales unit at Vipps, and ours on all of a server: where two units have one of the same name, the second
// has its unit behind a dot, which no reference of Vipps' or of a caller's can hold.

/** What Vipps and callers know a payment by. */
export const orderIdOf = (reference: string): string => reference.replace(/\.\d{5,6}$/, '');

/** What tells the payment of a sales unit from that of another with the same name. */
export const withUnit = (orderId: string, msn: string): string => `${orderId}.${msn}`;
