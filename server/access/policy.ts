// Who makes a request, and what each kind of caller may do: one table.
import type { KeyScope, Session } from '../contract/access.ts';
import type { By } from '../contract/payments.ts';
import { Refusal } from '../core/refusal.ts';
import type { Tills } from '../core/tills.ts';

export type Principal =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'display'; readonly id: string; readonly scope: Scope }
  | {
      readonly kind: 'staff';
      readonly id: string;
      readonly session: Session;
      readonly tokenHash: string;
      /** When the PIN was last entered on this session, by the steady clock. */
      readonly provedAtMs: number;
    }
  | {
      readonly kind: 'key';
      readonly id: string;
      readonly name: string;
      readonly scope: Scope;
      /** What it may do there. */
      readonly scopes: readonly KeyScope[];
    };

/** The only shop, and the only till, that a caller may know of; null is all of them. */
export type Scope = { readonly shop: string | null; readonly till: string | null };

/** Where something is; a till that there never was is in no shop. */
export type Place = { readonly shop: string | null; readonly till: string };

/** @returns where each till is, or was before it was retired. */
export const placesOf =
  (tills: Pick<Tills, 'shopOf'>) =>
  (till: string): Place => ({ shop: tills.shopOf(till), till });

export const nobody: Principal = { kind: 'nobody' };
export const notSignedIn = () => new Refusal('not_signed_in', 'Sign in first.');

export type StaffPrincipal = Extract<Principal, { kind: 'staff' }>;

/** @throws Refusal `session_locked` for staff whose session is. */
export function checkUnlocked(principal: Principal): void {
  if (principal.kind !== 'staff' || !principal.session.locked) return;
  throw new Refusal('session_locked', 'This session is locked. Enter your PIN to go on.');
}

/** @throws Refusal `not_signed_in` for everybody who is no member of staff. */
export function asStaff(principal: Principal): StaffPrincipal {
  if (principal.kind !== 'staff') throw notSignedIn();
  return principal;
}

/** What a route is for. A new one goes into the lists below of those who have it (cashier is part of manager), and before its route. */
export type Permission =
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
  | 'see_products'
  | 'reconcile'
  | 'manage_products'
  | 'manage_staff'
  | 'manage_settings'
  | 'read_audit'
  | 'read_metrics';

const display: readonly Permission[] = ['watch_till', 'see_qr'];
/** A key has those of each of its scopes. None looks after staff: what a stolen key did there would outlive it. */
const ofKeys: Readonly<Record<KeyScope, readonly Permission[]>> = {
  sell: ['watch_till', 'see_qr', 'see_products', 'charge', 'cancel', 'capture', 'see_payments'],
  // A stop gives back what is reserved, as a release does.
  refund: ['refund', 'release', 'stop'],
  read: ['watch_till', 'see_payments', 'check', 'read_api'],
  manage: ['use_displays', 'see_products', 'manage_products', 'reconcile'],
};
/** A cashier refunds up to a limit, which may be nothing. */
const cashier: readonly Permission[] = [...ofKeys.sell, ...ofKeys.refund, ...ofKeys.read, 'use_displays'];
const manager: readonly Permission[] = [
  ...cashier,
  'reconcile',
  'manage_products',
  'manage_staff',
  'manage_settings',
  'read_audit',
];
/** What is nobody's shop is for those who stand for all of them. */
const ofAllShops: readonly Permission[] = ['read_metrics'];
/** What is a whole shop's is not for those who stand for one till of it. */
const ofWholeShops: readonly Permission[] = ['reconcile', 'manage_products'];

function ofKey({ scope, scopes }: Extract<Principal, { kind: 'key' }>): readonly Permission[] {
  const all = scopes.flatMap((one) => ofKeys[one]);
  if (scope.till !== null) return all.filter((permission) => !ofWholeShops.includes(permission));
  return isUnlimited(scope) && scopes.includes('read') ? [...all, ...ofAllShops] : all;
}

function permissionsOf(principal: Principal): readonly Permission[] {
  switch (principal.kind) {
    case 'nobody':
      return [];
    case 'display':
      return display;
    case 'key':
      return ofKey(principal);
    case 'staff':
      if (principal.session.locked) return [];
      if (principal.session.role !== 'manager') return cashier;
      return isUnlimited(scopeOf(principal)) ? [...manager, ...ofAllShops] : manager;
  }
}

const isUnlimited = ({ shop, till }: Scope) => shop === null && till === null;

/** @throws Refusal `not_signed_in` for nobody. */
export function scopeOf(principal: Principal): Scope {
  if (principal.kind === 'nobody') throw notSignedIn();
  return principal.kind === 'staff' ? { shop: principal.session.shop, till: null } : principal.scope;
}

/** @throws Refusal `not_allowed` for another shop than the caller's, whether or not there is one. */
export function checkShop(principal: Principal, shop: string): void {
  const { shop: only } = scopeOf(principal);
  if (only !== null && only !== shop) throw new Refusal('not_allowed', 'You may not do this.');
}

export function isWithin({ shop, till }: Scope, place: Place): boolean {
  return (shop === null || shop === place.shop) && (till === null || till === place.till);
}

/** @param place where it is to be done, whether or not there is such a till; without one the act is no till's. */
export function isAllowed(principal: Principal, permission: Permission, place?: Place): boolean {
  if (principal.kind === 'nobody' || !permissionsOf(principal).includes(permission)) return false;
  return place === undefined || isWithin(scopeOf(principal), place);
}

/**
 * As `isAllowed`.
 * @throws Refusal `not_signed_in` for nobody, `session_locked`, `not_allowed` for who may not do this, or not there.
 */
export function check(principal: Principal, permission: Permission, place?: Place): void {
  if (principal.kind === 'nobody') throw notSignedIn();
  checkUnlocked(principal);
  if (!isAllowed(principal, permission, place)) throw new Refusal('not_allowed', 'You may not do this.');
}

/** For the history; null for who does nothing that stands there. */
export function byOf(principal: Principal): By | undefined {
  if (principal.kind === 'staff') return { kind: 'staff', name: principal.session.name };
  return principal.kind === 'key' ? { kind: 'key', name: principal.name } : undefined;
}
