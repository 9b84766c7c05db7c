// Who makes a request, and what each kind of caller may do: one table.
import type { By } from '../contract.ts';
import type { Session } from '../contract-access.ts';
import { Refusal } from '../refusal.ts';

export type Caller =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'display'; readonly id: string; readonly till: string }
  | { readonly kind: 'staff'; readonly session: Session; readonly tokenHash: string }
  /** `till`: the only one that it may act for; null is all of them. */
  | { readonly kind: 'key'; readonly name: string; readonly till: string | null };

export const nobody: Caller = { kind: 'nobody' };
export const notSignedIn = () => new Refusal('not_signed_in', 'Sign in first.');

/** What a route is for. */
export type Act =
  | 'watch_till'
  | 'see_qr'
  | 'charge'
  | 'cancel'
  | 'capture'
  | 'refund'
  | 'see_payments'
  | 'read_api'
  | 'use_displays'
  | 'reconcile'
  | 'manage_staff'
  | 'read_metrics';

const display: readonly Act[] = ['watch_till', 'see_qr'];
const key: readonly Act[] = [
  ...(['watch_till', 'see_qr', 'charge', 'cancel', 'capture', 'refund', 'see_payments', 'read_api'] as const),
];
/** A cashier refunds up to a limit, which may be nothing. */
const cashier: readonly Act[] = [...key, 'use_displays'];
const manager: readonly Act[] = [...cashier, 'reconcile', 'manage_staff', 'read_metrics'];

function actsOf(caller: Caller): readonly Act[] {
  switch (caller.kind) {
    case 'nobody':
      return [];
    case 'display':
      return display;
    case 'key':
      // What is not a till's is for the keys that stand for no till.
      return caller.till === null ? [...key, 'read_metrics'] : key;
    case 'staff':
      return caller.session.role === 'manager' ? manager : cashier;
  }
}

/** The only till that a caller may know of; null is all of them. */
export function onlyTillOf(caller: Caller): string | null {
  return caller.kind === 'display' || caller.kind === 'key' ? caller.till : null;
}

/** @throws Refusal `not_signed_in` for nobody, `not_allowed` for who may not do this, or not at this till. */
export function check(caller: Caller, act: Act, till?: string): void {
  if (caller.kind === 'nobody') throw notSignedIn();
  const only = onlyTillOf(caller);
  const mayHere = till === undefined || only === null || only === till;
  if (!actsOf(caller).includes(act) || !mayHere) {
    throw new Refusal('not_allowed', 'You may not do this.');
  }
}

/** For the history; null for who does nothing that stands there. */
export function byOf(caller: Caller): By | undefined {
  if (caller.kind === 'staff') return { kind: 'staff', name: caller.session.name };
  return caller.kind === 'key' ? { kind: 'key', name: caller.name } : undefined;
}

/** What a caller may refund of one payment in all, in minor units; null is everything. */
export function refundUpToOf(caller: Caller): number | null {
  if (caller.kind === 'staff') return caller.session.refundUpTo;
  return caller.kind === 'key' ? null : 0;
}
