// A shop in which all is real but time, which stands still until a test moves it. Its line to the simulator is one of real sockets;
// till, staff and phones, which are not what can go wrong here, need none.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { createApp } from '../../app.ts';
import { createMetrics } from '../../http/metrics.ts';
import { createChangeFeed } from '../../payments/change-feed.ts';
import { keepVippsIds } from '../../payments/keep-vipps-ids.ts';
import { createLedger } from '../../payments/ledger.ts';
import { createPayments, type Payments } from '../../payments/use-cases/service.ts';
import { createWatch } from '../../payments/watch/watch.ts';
import { createCheckOne } from '../../reconciliation/check-one.ts';
import { mulberry32 } from '../../simulator/control/fault-rules.ts';
import { createSimulator } from '../../simulator/simulator.ts';
import { credentials } from '../../simulator/testing/till.ts';
import { connectVipps } from '../../vipps/connect.ts';
import { accessTo, aPos, type Pos } from '../access.ts';
import { type InProcess, inProcess } from '../in-process.ts';
import { type ManualClock, manualClock } from '../manual-clock.ts';
import { settingsOf } from '../settings/settings.ts';
import { aStore } from '../store.ts';
import { till } from '../till.ts';
import { apiOf, type Kind } from './kinds.ts';
import { createFaultyLine, type FaultyLine } from './line.ts';
import { createScreen, type Screen } from './screen.ts';

export type Reply = { status: number; body: unknown };
/** `capture`: whether what was approved is captured by itself, or by staff. */
export type Sold = { kind: Kind; capture: 'auto' | 'manual' };
export type Shop = Awaited<ReturnType<typeof aFaultyShop>>;

const metrics = createMetrics();
/** No story has so many moments: something goes round in circles. */
const maxMoments = 3_000;

function vippsAt(vippsUrl: string) {
  const { clientId, clientSecret, subscriptionKey, msn: merchantSerialNumber } = credentials;
  return {
    baseUrl: new URL(vippsUrl),
    shops: [{ id: 'shop', credentials: { clientId, clientSecret, subscriptionKey, merchantSerialNumber } }],
    salesUnits: new Map(),
    qrFormat: 'svg' as const,
    systemName: 'the-shop',
    pluginName: 'the-plugin',
    qrImageHosts: [new URL(vippsUrl).host],
    fallbackUrl: 'https://shop.example/',
    callbackUrl: 'https://shop.example/',
    agreementUrl: 'https://shop.example/',
  };
}

/** The simulator, for the line at `url`, and for everybody else without one. */
async function openSimulator({ nowMs }: ManualClock) {
  const publicUrl = 'https://phone.example';
  const options = { credentials, now: nowMs, random: mulberry32(7), faults: true, publicUrl };
  const { app } = createSimulator(options);
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  async function close(): Promise<void> {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, call: inProcess(app), close };
}

/** The server's own parts, wired as in start.ts. `errors` are the lines it has logged as faults of its own. */
async function openServer(clock: ManualClock, line: FaultyLine, vippsUrl: string, { kind, capture }: Sold) {
  const store = await aStore();
  const errors: string[] = [];
  const keys: string[] = [];
  const log = pino({ level: 'error' }, { write: (text: string) => errors.push(text) });
  const changeFeed = createChangeFeed(clock);
  const settings = await settingsOf({ store: store.settings, clock, tell: changeFeed.tell, capture });
  const inside = accessTo({ store, clock, changeFeed, settings });
  const pos = await aPos(store);
  const random = () => 0;
  const vipps = connectVipps(
    vippsAt(vippsUrl),
    { clock, random, version: '0', observe: () => undefined },
    line,
  );
  const newKey = () => {
    const key = `key-${keys.length + 1}`;
    keys.push(key);
    return key;
  };
  let sales = 0;
  const newReference = () => `till-1-${++sales}-sale`;
  const soldBy = () => ({ shop: 'shop', msn: credentials.msn, api: apiOf[kind] });
  const ledger = createLedger({
    store,
    changeFeed,
    clock,
    newKey,
    capture: settings.capture,
    onState: () => undefined,
    log,
  });
  const gateway = keepVippsIds(vipps.gateway, { vippsIds: store.vippsIds, clock, log });
  const shared = { store, ledger, gateway, clock, log };
  const watch = createWatch({ ...shared, random });
  const payments = createPayments({
    ...shared,
    watch,
    newReference,
    newKey,
    soldBy,
    capture: settings.capture,
  });
  async function close(): Promise<void> {
    changeFeed.close();
    await Promise.all([payments.stop(0), watch.stop(0)]);
    await vipps.close();
    await store.close();
  }
  const { callbackToken } = vipps;
  return {
    ...shared,
    ...inside,
    settings,
    callbackToken,
    pos,
    changeFeed,
    watch,
    payments,
    keys,
    errors,
    close,
  };
}

/** Tells when a use case that waits for Vipps has begun, and when all are over. */
function followed(payments: Payments) {
  let underWay = 0;
  let begun = Promise.withResolvers<void>();
  const follow =
    <A extends unknown[], R>(act: (...args: A) => Promise<R>) =>
    (...args: A): Promise<R> => {
      underWay += 1;
      begun.resolve();
      return act(...args).finally(() => {
        underWay -= 1;
      });
    };
  const { start, startAgreement, capture, refund, release, stopAgreement } = payments;
  return {
    payments: {
      ...payments,
      start: follow(start),
      startAgreement: follow(startAgreement),
      capture: follow(capture),
      refund: follow(refund),
      release: follow(release),
      stopAgreement: follow(stopAgreement),
    },
    over: () => underWay === 0,
    next() {
      begun = Promise.withResolvers<void>();
      return begun.promise;
    },
  };
}

type UseCases = ReturnType<typeof followed>;
type Until = (isSo: () => boolean) => Promise<void>;

/** Lets time pass, moment by moment, until it is so; in each the line falls silent, and the screen is polled. */
function createUntil(clock: ManualClock, line: FaultyLine, screen: Screen): Until {
  return async (isSo) => {
    for (let moment = 0; moment < maxMoments; moment += 1) {
      await line.settle();
      await screen.keepUp();
      if (isSo()) return;
      const [nextMs] = clock.sleeping();
      if (nextMs === undefined) throw new Error('nothing happens any more');
      await clock.advance(nextMs);
    }
    throw new Error('it never comes to rest');
  };
}

/** One request to the shop; as much time passes as its answer takes. */
function createAsk(call: InProcess, pos: Pos, useCases: UseCases, until: Until) {
  return async (method: string, path: string, body: object, key?: string): Promise<Reply> => {
    const begun = useCases.next();
    const headers = { ...pos, ...(key && { 'idempotency-key': key }) };
    const reply = call(path, { method, headers, body });
    await Promise.race([begun, reply]);
    await until(useCases.over);
    const { status, text } = await reply;
    return { status, body: JSON.parse(text) };
  };
}

export async function aFaultyShop(sold: Sold) {
  const clock = manualClock();
  const simulator = await openSimulator(clock);
  const line = createFaultyLine(clock, simulator.call, () => screen.keepUp());
  const inner = await openServer(clock, line, simulator.url, sold);
  const useCases = followed(inner.payments);
  const { handle } = createApp({
    ...inner,
    payments: useCases.payments,
    checkOne: createCheckOne(inner),
    tills: inner.settings.tills,
    metrics,
    version: '0',
    securityContact: null,
    plainHttp: false,
    bothNamesUntil: '2027-06-30',
    certificate: null,
    dist: '/nowhere',
    phoneUrl: null,
    publicUrl: null,
    readNetworkAddresses: async () => [],
    trustedProxies: [],
  });
  const call = inProcess(handle);
  const screen = createScreen(call, till.id, inner.pos, () => inner.changeFeed.last(till.id));
  const until = createUntil(clock, line, screen);

  async function close(): Promise<void> {
    await inner.close();
    await simulator.close();
  }
  const ask = createAsk(call, inner.pos, useCases, until);
  const { kind } = sold;
  return { ...inner, kind, line, screen, call, simulator: simulator.call, until, ask, close };
}
