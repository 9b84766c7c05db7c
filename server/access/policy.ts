// Who makes a request, and what each kind of caller may do: one table.

import type { Session } from '../contract/access.ts';
import type { By } from '../contract/payments.ts';
import { Refusal } from '../core/refusal.ts';

export type Caller =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'display'; readonly id: string; readonly reach: Reach }
  | { readonly kind: 'staff'; readonly session: Session; readonly tokenHash: string }
  | { readonly kind: 'key'; readonly name: string; readonly reach: Reach };

/** The only shop, and the only till, that a caller may know of; null is all of them. */
export type Reach = { readonly shop: string | null; readonly till: string | null };

/** Where something is; a till that is not configured is in no shop. */
export type Place = { readonly shop: string | null; readonly till: string };

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
  | 'release'
  | 'stop'
  | 'see_payments'
  | 'check'
  | 'read_api'
  | 'use_displays'
  | 'reconcile'
  | 'manage_products'
  | 'manage_staff'
  | 'read_metrics';

const display: readonly Act[] = ['watch_till', 'see_qr'];
const key: readonly Act[] = [
  'watch_till',
  'see_qr',
  'charge',
  'cancel',
  'capture',
  'refund',
  'release',
  'stop',
  'see_payments',
  'check',
  'read_api',
] as const;
/** A cashier refunds up to a limit, which may be nothing. */
const cashier: readonly Act[] = [...key, 'use_displays'];
const manager: readonly Act[] = [...cashier, 'reconcile', 'manage_products', 'manage_staff'];
/** What is nobody's shop is for those who stand for all of them. */
const ofAllShops: readonly Act[] = ['read_metrics'];

function actsOf(caller: Caller): readonly Act[] {
  switch (caller.kind) {
    case 'nobody':
      return [];
    case 'display':
      return display;
    case 'key':
      return isUnlimited(caller.reach) ? [...key, ...ofAllShops] : key;
    case 'staff':
      if (caller.session.role !== 'manager') return cashier;
      return isUnlimited(reachOf(caller)) ? [...manager, ...ofAllShops] : manager;
  }
}

const isUnlimited = ({ shop, till }: Reach) => shop === null && till === null;

/** @throws Refusal `not_signed_in` for nobody. */
export function reachOf(caller: Caller): Reach {
  if (caller.kind === 'nobody') throw notSignedIn();
  return caller.kind === 'staff' ? { shop: caller.session.shop, till: null } : caller.reach;
}

export function isWithin({ shop, till }: Reach, place: Place): boolean {
  return (shop === null || shop === place.shop) && (till === null || till === place.till);
}

/** @param place where it is to be done, whether or not there is such a till; without one the act is no till's. */
export function isAllowed(caller: Caller, act: Act, place?: Place): boolean {
  if (caller.kind === 'nobody' || !actsOf(caller).includes(act)) return false;
  return place === undefined || isWithin(reachOf(caller), place);
}

/** As `isAllowed`. @throws Refusal `not_signed_in` for nobody, `not_allowed` for who may not do this, or not there. */
export function check(caller: Caller, act: Act, place?: Place): void {
  if (caller.kind === 'nobody') throw notSignedIn();
  if (!isAllowed(caller, act, place)) throw new Refusal('not_allowed', 'You may not do this.');
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
