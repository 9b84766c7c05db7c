// What the parts of the simulator share, and whose calls it takes.
import type { Request } from 'express';
import type { Screen } from './control/inject-fault.ts';
import type { Random } from './orders/ids.ts';
import type { Ledger } from './orders/ledger.ts';
import type { Order } from './orders/types.ts';

export type Credentials = {
  clientId: string;
  clientSecret: string;
  subscriptionKey: string;
  /** The sales unit that calls are for when they name none: five or six digits. */
  msn: string;
};

/** One merchant's, or partner's, access to Vipps: its keys, and the sales units that they are good for. */
export type Account = {
  credentials: Credentials;
  /** Further sales units that the same credentials may act for, as with partner keys. */
  salesUnits?: readonly string[];
};

/** For new orders only; what is under way keeps what it was made with. */
export type Settings = { lifetimeMs: number; directCapture: boolean; receipts: 'taken' | 'refused' };

/** `now` is epoch milliseconds. */
export type World = {
  /** No two with the same subscription key, which tells whose call it is. */
  accounts: readonly [Account, ...Account[]];
  settings: Settings;
  now: () => number;
  random: Random;
  ledger: Ledger;
  /** Stands in front of every API operation: counts calls and injects faults. */
  screen: Screen;
  /** The link in the QR: what a phone opens. */
  phoneUrl: (request: Request, order: Order) => string;
  /** Tells the merchant's server, in the background, what the customer has just done to an order. */
  tellMerchant: (order: Order) => void;
};

/** The account that a subscription key belongs to. */
export function accountOf(
  { accounts }: Pick<World, 'accounts'>,
  subscriptionKey?: string,
): Account | undefined {
  return accounts.find(({ credentials }) => credentials.subscriptionKey === subscriptionKey);
}

export function hasSalesUnit({ credentials, salesUnits = [] }: Account, msn: string): boolean {
  return msn === credentials.msn || salesUnits.includes(msn);
}

/** Where a customer's browser is sent to pay. Who has it can pay, or say no. */
export function landingUrl(request: Request, { token }: Order): string {
  return `${originOf(request)}/dwo-api-application/v1/deeplink/vippsgateway?v=2&token=${token}`;
}

/** The address on which this request reached us, without a trailing slash. */
export function originOf(request: Request): string {
  return `${request.protocol}://${request.get('host') ?? 'localhost'}`;
}
