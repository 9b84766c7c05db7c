import type { Request } from 'express';
import type { Ledger } from './ledger.ts';
import type { Order } from './order.ts';
import type { Random } from './order-ids.ts';
import type { Screen } from './screen.ts';

export type Credentials = {
  clientId: string;
  clientSecret: string;
  subscriptionKey: string;
  /** The sales unit that calls are for when they name none: five or six digits. */
  msn: string;
};

/** For new orders only; what is under way keeps what it was made with. */
export type Settings = { lifetimeMs: number; directCapture: boolean };

/** What the parts of one simulator share. `now` is epoch milliseconds. */
export type World = {
  credentials: Credentials;
  salesUnits: ReadonlySet<string>;
  settings: Settings;
  now: () => number;
  random: Random;
  ledger: Ledger;
  /** Stands in front of every API operation: counts calls and injects faults. */
  screen: Screen;
  /** The link in the QR: what a phone opens. */
  phoneUrl: (request: Request, order: Order) => string;
};

/** Where a customer's browser is sent to pay. Who has it can pay, or say no. */
export function landingUrl(request: Request, { token }: Order): string {
  return `${originOf(request)}/dwo-api-application/v1/deeplink/vippsgateway?v=2&token=${token}`;
}

/** The address on which this request reached us, without a trailing slash. */
export function originOf(request: Request): string {
  return `${request.protocol}://${request.get('host') ?? 'localhost'}`;
}
