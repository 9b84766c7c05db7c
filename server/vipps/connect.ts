// All connections to Vipps MobilePay behind one gateway: each order goes out for its own sales unit, over its own API.
import type { Clock } from '../core/clock.ts';
import { callbackTokens } from './ecom/callback-token.ts';
import { createEcom } from './ecom/ecom.ts';
import { createEpayment } from './epayment/epayment.ts';
import type { Gateway, Order } from './gateway.ts';
import { type AccessToken, type Credentials, createToken, refusesKeys } from './http/access-token.ts';
import { createVippsClock } from './http/clock.ts';
import { createExchange, defaultTimeouts } from './http/connection.ts';
import type { Network } from './http/dispatcher.ts';
import { VippsRejected, VippsUnavailable } from './http/errors.ts';
import { nobody, type OnOdd, onceEach } from './http/odd-answers.ts';
import { createSend, type Observe } from './http/request.ts';
import { orderIdOf } from './order-id.ts';
import { createReceipts } from './order-lines.ts';
import { createWhose } from './origin.ts';
import { createQr } from './qr.ts';
import { createRecurring } from './recurring/recurring.ts';

export type VippsSettings = {
  baseUrl: URL;
  /** What Vipps is told of us with every call. */
  systemName: string;
  pluginName: string;
  shops: readonly { id: string; credentials: Credentials }[];
  /** By till: for which sales unit of which shop it sells. */
  salesUnits: ReadonlyMap<string, { msn: string; shop: string }>;
  /** Hosts, besides Vipps' own, from which the image of a code may come. */
  qrImageHosts: readonly string[];
  qrFormat: 'svg' | 'png';
  /** Where the customer's phone goes afterwards, where Vipps calls back, and where a subscriber manages the agreement. */
  fallbackUrl: string;
  callbackUrl: string;
  agreementUrl: string;
  /** How Vipps is reached; directly where nothing is said. */
  network?: Network;
};

type ConnectDeps = {
  clock: Clock;
  random: () => number;
  version: string;
  observe: Observe;
  /** Told once of each thing that is odd about Vipps' answers. */
  onOdd?: OnOdd;
};

export type Vipps = {
  gateway: Gateway;
  /** What Vipps sends with its callbacks about an order; null for one of a shop that is not there any more. */
  callbackToken(order: Pick<Order, 'shop' | 'reference'>): string | null;
  /** Fetches the tokens ahead of the first sale, which shows whether Vipps takes the keys; never rejects. */
  warmUp(): Promise<Keys[]>;
  close(): Promise<void>;
};

/** What Vipps says to a set of keys, and the shops that have it; `unknown` when it does not answer. */
export type Keys = {
  shops: readonly string[];
  are: 'accepted' | 'refused' | 'unknown';
  /** Why there was no answer at all, as Node and undici call it. */
  code?: string;
};

/** Shops with the same keys (partner keys) share a token, whatever their sales units. */
const tokenKey = ({ clientId, clientSecret, subscriptionKey }: Credentials) =>
  JSON.stringify([clientId, clientSecret, subscriptionKey]);

/** @param line what carries the calls, closed by `close`; by default real connections with the timeouts that Vipps asks for. */
export function connectVipps(
  settings: VippsSettings,
  deps: ConnectDeps,
  line = createExchange(defaultTimeouts, settings.network),
): Vipps {
  const { baseUrl, fallbackUrl, callbackUrl, agreementUrl, qrFormat } = settings;
  const systemHeaders = {
    'Vipps-System-Name': settings.systemName,
    'Vipps-System-Version': deps.version,
    'Vipps-System-Plugin-Name': settings.pluginName,
    'Vipps-System-Plugin-Version': deps.version,
  };
  const vippsClock = createVippsClock(deps.clock);
  const exchange = vippsClock.heard(line.exchange, baseUrl.origin);
  const { close } = line;
  const shops = new Map(settings.shops.map(({ id, credentials }) => [id, credentials]));
  const byMsn = new Map([...settings.salesUnits.values()].map(({ msn, shop }) => [msn, shops.get(shop)]));
  const onOdd = onceEach(deps.onOdd ?? nobody);
  const tokens = new Map<string, AccessToken>();
  const gateways = new Map<string, Gateway>();

  function tokenOf(credentials: Credentials): AccessToken {
    const key = tokenKey(credentials);
    const known = tokens.get(key);
    if (known !== undefined) return known;
    const token = createToken({
      exchange,
      baseUrl,
      credentials,
      headers: systemHeaders,
      clock: deps.clock,
      onOdd,
    });
    tokens.set(key, token);
    return token;
  }

  function open({ api, shop, msn }: Order): Gateway {
    // A shop that goes by another name now still has its sales units.
    const ofShop = shops.get(shop) ?? byMsn.get(msn);
    if (ofShop === undefined) throw unknownShop(shop);
    const credentials = { ...ofShop, merchantSerialNumber: msn };
    const send = createSend({
      ...deps,
      onOdd,
      exchange,
      baseUrl,
      token: tokenOf(ofShop),
      credentials,
      systemHeaders,
    });
    const qr = createQr({ send, exchange, imageHosts: settings.qrImageHosts, format: qrFormat });
    const receipts = createReceipts(send);
    const { clock } = deps;
    const whose = createWhose({ secret: ofShop.clientSecret, clock, vippsNowMs: vippsClock.nowMs });
    const shared = { send, qr, receipts, fallbackUrl, whose };
    if (api === 'epayment') return createEpayment({ ...shared, qrFormat });
    if (api === 'recurring') return createRecurring({ ...shared, clock, agreementUrl });
    const callbackToken = callbackTokens(ofShop.clientSecret);
    return createEcom({ ...shared, merchantSerialNumber: msn, callbackUrl, callbackToken });
  }

  function gatewayOf(order: Order): Gateway {
    const key = `${order.api}/${order.shop}/${order.msn}`;
    const gateway = gateways.get(key) ?? open(order);
    gateways.set(key, gateway);
    return gateway;
  }

  return {
    gateway: {
      start: async (order, signal) => gatewayOf(order).start(named(order), signal),
      poll: async (order, signal) => gatewayOf(order).poll(named(order), signal),
      doneKeys: async (order, signal) => gatewayOf(order).doneKeys(named(order), signal),
      cancel: async (order, ...rest) => gatewayOf(order).cancel(named(order), ...rest),
      capture: async (order, ...rest) => gatewayOf(order).capture(named(order), ...rest),
      refund: async (order, ...rest) => gatewayOf(order).refund(named(order), ...rest),
      release: async (order, ...rest) => gatewayOf(order).release(named(order), ...rest),
      stop: async (order, ...rest) => gatewayOf(order).stop(named(order), ...rest),
      sendReceipt: async (order, signal) => gatewayOf(order).sendReceipt(named(order), signal),
    },
    callbackToken({ shop, reference }) {
      const credentials = shops.get(shop);
      return credentials ? callbackTokens(credentials.clientSecret)(orderIdOf(reference)) : null;
    },
    warmUp() {
      const sets = Map.groupBy(settings.shops, ({ credentials }) => tokenOf(credentials));
      return Promise.all(
        [...sets].map(async ([token, ofSet]) => ({
          shops: ofSet.map(({ id }) => id),
          ...(await Promise.resolve(token.get()).then(() => accepted, whatBecame)),
        })),
      );
    },
    close,
  };
}

/** The order by the name that Vipps knows it by. */
function named(order: Order): Order {
  const reference = orderIdOf(order.reference);
  return reference === order.reference ? order : { ...order, reference };
}

const accepted = { are: 'accepted' } as const;

function whatBecame(error: unknown): Pick<Keys, 'are' | 'code'> {
  if (error instanceof VippsRejected && refusesKeys(error)) return { are: 'refused' };
  const code = error instanceof VippsUnavailable ? error.code : null;
  return code === null ? { are: 'unknown' } : { are: 'unknown', code };
}

/** Of a payment that outlives its shop's credentials: nothing is known of it until they are back. */
function unknownShop(shop: string): VippsUnavailable {
  const call = { method: 'POST', path: '/', requestId: shop };
  return new VippsUnavailable(`there are no credentials for the shop ${shop}`, {
    ...call,
    outcome: 'not_done',
  });
}
