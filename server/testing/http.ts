// A till behind its HTTP API, on a real socket.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino, { type Logger } from 'pino';
import { createApp } from '../app.ts';
import type { Branding } from '../branding/branding.ts';
import type { TillView } from '../contract/payments.ts';
import { createMetrics } from '../http/metrics.ts';
import { createCheckOne } from '../reconciliation/check-one.ts';
import type { Configured } from '../settings/values.ts';
import { type Asked, ask } from '../simulator/testing/ask.ts';
import { accessTo, signedIn } from './access.ts';
import { createDescribed } from './api/described.ts';
import { manualClock } from './manual-clock.ts';
import { settingsOf } from './settings/settings.ts';
import { aStore } from './store.ts';
import { aTill } from './till.ts';

export type Answer = { status: number; headers: Headers; body: unknown };

type Options = Parameters<typeof aTill>[0] & {
  cashierRefundUpTo?: number;
  /** Ten times the limit of a payment without it. */
  cashierRefundUpToADay?: number;
  refundApprovalAbove?: number;
  /** By default nothing is logged. */
  log?: Logger;
  /** Payments that are started by `start` are the first one's. */
  tills?: TillView[];
  /** What the configuration decides on. */
  setBy?: Configured['setBy'];
  /** Without one, nobody has been set up, and `call` says nothing of who it is. */
  hasManager?: boolean;
  branding?: Branding;
  /** A client build. */
  dist?: string;
  /** As in the demo. */
  phoneUrl?: string;
  publicUrl?: URL;
  networkAddresses?: string[];
  certificate?: Parameters<typeof createApp>[0]['certificate'];
  securityContact?: string;
  plainHttp?: boolean;
  trustedProxies?: string[];
  /** Without it no session locks itself. */
  lockAfterMs?: number;
};

/**
 * @returns the till of `aTill`, and `call`, which sends one request as a manager, unless it says who it is, and reads the answer as
 * JSON where it is. It throws when the answer is none that the API is described with.
 */
export async function aServer(options: Options = {}) {
  const store = options.store ?? (await aStore());
  const clock = options.clock ?? manualClock();
  const tell = (till: string): void => shop.changeFeed.tell(till);
  const settings = await settingsOf({ ...options, store: store.settings, clock, tell });
  const shop = await aTill({ ...options, store, clock, captureOf: settings.capture });
  const { dist = '/nowhere', publicUrl = null, trustedProxies = [] } = options;
  const { phoneUrl = null, networkAddresses = [] } = options;
  const { securityContact = null, plainHttp = false, certificate = null } = options;
  const inside = accessTo({ ...options, ...shop, settings, publicUrl, trustedProxies });
  const signIn = () => signedIn({ ...inside, store: shop.store }, 'manager');
  const manager = options.hasManager === false ? { cookie: '' } : await signIn();
  const metrics = createMetrics();
  metrics.watch({ watched: shop.watch.size, held: shop.changeFeed.held });
  const { log = pino({ level: 'silent' }) } = options;
  const gateway = shop.vipps;
  const { app, handle, routes } = createApp({
    ...shop,
    ...inside,
    settings,
    tills: settings.tills,
    gateway,
    checkOne: createCheckOne({ ...shop, gateway, log }),
    metrics,
    version: '0.0.0',
    dist,
    phoneUrl,
    publicUrl,
    readNetworkAddresses: async () => networkAddresses,
    securityContact,
    plainHttp,
    bothNamesUntil: '2027-06-30',
    certificate,
    trustedProxies,
    callbackToken: ({ reference }: { reference: string }) => `callback ${reference}`,
    log,
  });
  const server = createServer(handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const isDescribed = createDescribed(routes);

  async function call(method: string, path: string, options: Asked = {}): Promise<Answer> {
    const sent = { ...manager, ...options.headers };
    const { status, headers, text } = await ask(url + path, { method, ...options, headers: sent });
    const isJson = headers.get('content-type')?.includes('application/json');
    const body: unknown = isJson ? JSON.parse(text) : text;
    isDescribed({ method, path, status, body });
    return { status, headers, body };
  }
  const sendJson = (method: string, path: string, body: unknown, headers: Record<string, string>) =>
    call(method, path, {
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    sendJson('POST', path, body, headers);
  const patch: typeof post = (path, body, headers = {}) => sendJson('PATCH', path, body, headers);
  async function close(): Promise<void> {
    shop.changeFeed.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await shop.watch.stop(0);
    await shop.store.close();
  }
  /** For a day that is longer than a session. */
  const signInAgain = async () => Object.assign(manager, await signIn());
  return {
    ...shop,
    settings,
    app,
    routes,
    access: inside.access,
    manager,
    signInAgain,
    url,
    call,
    post,
    patch,
    close,
  };
}

export type TestServer = Awaited<ReturnType<typeof aServer>>;
