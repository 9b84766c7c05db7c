// Orders and connections for tests of what talks to Vipps.
import type { VippsSettings } from '../vipps/connect.ts';
import type { Order } from '../vipps/gateway.ts';
import { createExchange, type defaultTimeouts } from '../vipps/http/connection.ts';
import type { Whose } from '../vipps/origin.ts';

/** A sale of 499.00 by the demo's sales unit. */
export function anOrder(bent: Partial<Order> = {}): Order {
  return {
    reference: 'till-1-a1b2c3d4e5f6g',
    api: 'ecom',
    shop: 'shop',
    msn: '123456',
    text: 'Socks',
    amount: { value: 49_900, currency: 'NOK' },
    lines: [],
    agreement: null,
    createdAtMs: 0,
    expiresAtMs: 600_000,
    qrExpiresAtMs: 600_000,
    ...bent,
  };
}

/** Where everything is ours; a start has its reference for a key. */
export const allOurs: Whose = { keyOf: ({ reference }) => reference, isOurs: () => true };

/** @param isOurs what is said of every order. `asked` is what it was said of. */
export function whoseSaying(isOurs: boolean) {
  const asked: Parameters<Whose['isOurs']>[] = [];
  const whose: Whose = {
    keyOf: allOurs.keyOf,
    isOurs: (...origin) => {
      asked.push(origin);
      return isOurs;
    },
  };
  return { whose, asked };
}

/** What a subscriber agrees to: 99.00 a month, and something to pay at once where it is said. */
export function anAgreement(firstMinor: number | null = null): NonNullable<Order['agreement']> {
  const nok = (value: number) => ({ value, currency: 'NOK' as const });
  return {
    product: { name: 'Coffee club', description: 'A cup a day' },
    pricing: { amount: nok(9_900) },
    interval: { unit: 'MONTH', count: 1 },
    ...(firstMinor === null
      ? {}
      : { initialCharge: { amount: nok(firstMinor), description: 'First month' } }),
    id: null,
    chargeId: null,
  };
}

/** A connection to `url` with the demo's credentials. */
export function settingsFor(url: string, bent: Partial<VippsSettings> = {}): VippsSettings {
  const credentials = {
    clientId: 'demo-client',
    clientSecret: 'demo-secret',
    subscriptionKey: 'demo-key',
    merchantSerialNumber: '123456',
  };
  return {
    baseUrl: new URL(url),
    shops: [{ id: 'shop', credentials }],
    salesUnits: new Map(),
    systemName: 'tillside',
    pluginName: 'tillside',
    qrImageHosts: [new URL(url).host],
    qrFormat: 'svg',
    fallbackUrl: 'https://shop.example/thanks',
    callbackUrl: 'https://shop.example/callbacks',
    agreementUrl: 'https://shop.example/agreements',
    ...bent,
  };
}

/** Longer than any test may last, in real time. */
const neverMs = 600_000;

/** Connections that give nothing up, however busy the machine is. @param bent the timeouts that a test is about. */
export const aPatientLine = (bent: Partial<typeof defaultTimeouts> = {}) =>
  createExchange({ connectTimeoutMs: neverMs, readTimeoutMs: neverMs, ...bent });
