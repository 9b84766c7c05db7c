// Configuration -> a running server, and how it stops: held requests first, then HTTP, then the watch, then the database.
import { randomBytes, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import type { Logger } from 'pino';
import { createAccess } from './access/access.ts';
import { keepApart } from './access/demo/screens.ts';
import { createPins } from './access/staff/pin.ts';
import { createApp } from './app.ts';
import { startAuditKeeper } from './audit/keeper.ts';
import { startEntry } from './audit/start-entry.ts';
import { createTally } from './audit/tally.ts';
import { startNights } from './backup/nights/nights.ts';
import { readBranding } from './branding/branding.ts';
import type { Config } from './config/config.ts';
import { connectionsFor } from './config/connections.ts';
import { onlyShop } from './config/tills.ts';
import { openClock, within } from './core/clock.ts';
import type { Tills } from './core/tills.ts';
import { connectionLimits } from './http/connection-limits.ts';
import { createHttpServer, listen, reachable } from './http/listen.ts';
import { createMetrics } from './http/metrics.ts';
import { readOpenFilesLimit } from './http/open-files.ts';
import { createRefusals } from './http/refusals.ts';
import { openDatabase } from './open-database.ts';
import type { Tls } from './open-tls.ts';
import { createChangeFeed } from './payments/change-feed.ts';
import { keepVippsIds } from './payments/keep-vipps-ids.ts';
import { createLedger } from './payments/ledger.ts';
import { newReference } from './payments/payment/reference.ts';
import { createPayments } from './payments/use-cases/service.ts';
import { createWatch } from './payments/watch/watch.ts';
import { createProducts } from './products/products.ts';
import { createCheckOne } from './reconciliation/check-one.ts';
import { startDailyPolls } from './reconciliation/daily-polls.ts';
import { openSettings } from './settings/settings.ts';
import type { Whose } from './store/store.ts';
import { connectVipps, type Keys } from './vipps/connect.ts';

export type Running = {
  /** The name that the shop has given this server, or its address. */
  url: string;
  recovered: number;
  /** For the link by which the first manager is set up; null when there is staff. */
  setUpToken: string | null;
  /** What Vipps says to the keys, once it has; the start waits for no answer. */
  keys: Promise<Keys[]>;
  tills: Tills;
  /** What the person who has started it should see to, each a sentence. */
  notices: string[];
  stop(): Promise<void>;
};

export type StartOptions = {
  config: Config;
  version: string;
  /** The client build. */
  dist: string;
  /** With what it proves itself; null is plain http. */
  certificate: Tls | null;
  /** The simulator's phone page, in the demo. */
  phoneUrl: string | null;
  /** By which addresses others on the network reach this machine now, the likeliest first; none when only itself does. */
  readNetworkAddresses: () => Promise<string[]>;
  /** The program that makes a backup. */
  backupProgram: string;
  log: Logger;
};

/** Calls to Vipps that are under way get this long before they are broken off; what is unfinished is taken up again (P10). */
const graceMs = 3_000;

/** Connections that are still busy when everything else has stopped get this long. */
const closeWithinMs = 500;

/** Whose the sales of tills are that are not there any more. */
function firstOf([first]: Config['shops']): Whose {
  if (first === undefined) throw new Error('there is no shop');
  return { shop: first.id, msn: first.credentials.merchantSerialNumber };
}

/** @throws when the database or its pepper cannot be opened, or the address is taken. */
export async function start(options: StartOptions): Promise<Running> {
  const { config, version, dist, certificate, phoneUrl, readNetworkAddresses, log } = options;
  const random = Math.random;
  const metrics = createMetrics();
  const shops = config.shops.map(({ id }) => id);
  const branding = readBranding(config.brandingFolder, shops);
  const { store, pepper, notices } = await openDatabase(config);
  const clock = await openClock(store.anchorClock);
  await store.adopt(config.salesUnits, firstOf(config.shops));
  const onOdd = (odd: object) => log.warn(odd, 'an answer of Vipps MobilePay is odd');
  const vipps = connectVipps(config, { clock, random, version, observe: metrics.observeCall, onOdd });
  const changeFeed = createChangeFeed(clock);
  const { tell } = changeFeed;
  const settings = await openSettings({ config, store: store.settings, branding, clock, tell });
  const { tills, capture, refundLimits } = settings;
  const newKey = () => randomUUID();
  const onState = ({ state }: { state: Parameters<typeof metrics.countState>[0] }) =>
    metrics.countState(state);
  const ledger = createLedger({ store, changeFeed, clock, newKey, capture, onState, log });
  const gateway = keepVippsIds(vipps.gateway, { vippsIds: store.vippsIds, clock, log });
  const shared = { store, ledger, gateway, clock, log };
  const watch = createWatch({ ...shared, random });
  const payments = createPayments({
    ...shared,
    watch,
    newKey,
    capture,
    soldBy: ({ id }) => settings.salesUnitOf(id),
    newReference: ({ id, shop }) =>
      newReference({ shop: shop === onlyShop ? null : shop, till: id }, randomBytes),
  });
  const checkOne = createCheckOne({ ...shared, watch });
  metrics.watch({ watched: watch.size, held: changeFeed.held });
  const pins = createPins({ pepper });
  const tally = createTally({ store: store.audit, clock, log });
  const inShops = { ...config, tills, settings, refundLimits };
  const access = createAccess({ ...inShops, store: store.access, clock, tell, log, pins, tally });
  const products = createProducts(store.products, clock);
  const { handle, isOurName, trust } = createApp({
    ...inShops,
    ...shared,
    certificate,
    access,
    tally,
    payments,
    checkOne,
    products,
    watch,
    changeFeed,
    metrics,
    version,
    dist,
    phoneUrl,
    callbackToken: vipps.callbackToken,
    readNetworkAddresses,
  });
  const wanted = () => connectionsFor(tills.list().length, config.connections);
  const limits = connectionLimits({ ...config, wanted, openFiles: readOpenFilesLimit() }, log);
  const onRefused = createRefusals({ count: metrics.countRefused, clock, log });
  const tls = certificate && { pair: certificate.pair, isOurName, trust };
  const server = createHttpServer(handle, { connections: limits, onRefused, tls });
  metrics.watchConnections(() => promisify<number>((tell) => server.getConnections(tell))());
  const closeAll = async () => {
    await vipps.close();
    await store.close();
  };
  const open = async () => {
    await keepApart(store.access, clock.nowMs(), config.environment === 'demo');
    return listen(server, config.host, config.port);
  };
  const url = await open().catch(async (error: unknown) => {
    await closeAll();
    throw error;
  });
  // After listening: a start that fails on the address touches no payment.
  const recovered = await payments.recover();
  await store.audit
    .append(startEntry(config, version, clock.nowMs(), settings.deciding()))
    .catch((err: unknown) => log.error({ err }, 'this start is not in the audit log'));
  const setUpToken = (await store.access.hasStaff()) ? null : access.setUp.offer();
  const keys = vipps.warmUp();
  const dailyPolls = startDailyPolls({ store, checkOne, clock, log });
  const expiryNotices = access.expiryNotices.start();
  const auditKeeper = startAuditKeeper({ store: store.audit, clock, log });
  const kept = certificate?.keep({ server, clock, metrics, log });
  const nights = startNights({ config, tills, store, clock, metrics, log, program: options.backupProgram });

  async function stop(): Promise<void> {
    changeFeed.close();
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    try {
      await Promise.all([
        payments.stop(graceMs),
        watch.stop(graceMs),
        dailyPolls.stop(),
        expiryNotices.stop(),
        auditKeeper.stop(),
        nights.stop(),
        kept?.stop(),
      ]);
      await tally.flush();
      await within(clock, closeWithinMs, closed);
      server.closeAllConnections();
    } finally {
      await closeAll();
    }
  }
  return {
    url: config.publicUrl?.origin ?? reachable(url, (await readNetworkAddresses())[0] ?? null),
    recovered,
    tills,
    setUpToken,
    keys,
    notices: [...notices, ...(certificate?.notices ?? [])],
    stop,
  };
}
