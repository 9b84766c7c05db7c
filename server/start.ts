// Configuration -> a running server, and how it stops: held requests first, then HTTP, then the watch, then the database.
import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { createApp } from './app.ts';
import { openClock } from './clock.ts';
import type { Config } from './config.ts';
import { createMetrics } from './http/metrics.ts';
import { createLedger } from './payments/ledger.ts';
import { createNews } from './payments/news.ts';
import { newReference } from './payments/reference.ts';
import { createPayments } from './payments/till.ts';
import { createWatch } from './payments/watch.ts';
import { openSqlite } from './store/sqlite.ts';
import { connectVipps } from './vipps/connect.ts';

export type Running = { url: string; recovered: number; stop(): Promise<void> };

export type StartOptions = {
  config: Config;
  version: string;
  /** The simulator's phone page, in the demo. */
  phoneUrl: string | null;
  log: Logger;
};

/** Calls to Vipps that are under way get this long before they are broken off; what is unfinished is taken up again (P10). */
const graceMs = 3_000;

const dist = fileURLToPath(new URL('../dist', import.meta.url));

async function listen(server: Server, host: string, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  const { port: actual } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${actual}`;
}

/** @throws when the database cannot be opened or the address is taken. */
export async function start({ config, version, phoneUrl, log }: StartOptions): Promise<Running> {
  const random = Math.random;
  const metrics = createMetrics();
  const store = await openSqlite(config.databaseFile);
  const clock = await openClock(store.anchorClock);
  const vipps = connectVipps(config, { clock, random, version, observe: metrics.observeCall });
  const news = createNews(clock);
  const newKey = () => randomUUID();
  const onState = ({ state }: { state: Parameters<typeof metrics.countState>[0] }) =>
    metrics.countState(state);
  const ledger = createLedger({ store, news, clock, newKey, capture: config.capture, onState, log });
  const shared = { store, ledger, gateway: vipps.gateway, clock, log };
  const watch = createWatch({ ...shared, random });
  const payments = createPayments({
    ...{ ...shared, watch, newKey },
    newReference: (till) => newReference(till, randomBytes),
  });
  metrics.watch({ watched: watch.size, held: news.held });
  const { tills } = config;
  const server = createServer(
    createApp({ ...shared, tills, payments, watch, news, metrics, version, dist, phoneUrl }),
  );
  server.requestTimeout = 15_000;
  server.headersTimeout = 10_000;
  const closeAll = async () => {
    await vipps.close();
    await store.close();
  };
  const url = await listen(server, config.host, config.port).catch(async (error: unknown) => {
    await closeAll();
    throw error;
  });
  // After listening: a start that fails on the address touches no payment.
  const recovered = await payments.recover();
  vipps.warmUp();

  async function stop(): Promise<void> {
    news.close();
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    try {
      await Promise.all([payments.stop(graceMs), watch.stop(graceMs)]);
      const over = new AbortController();
      await Promise.race([closed.then(() => over.abort()), clock.sleep(500, over.signal)]);
      server.closeAllConnections();
    } finally {
      await closeAll();
    }
  }
  return { url, recovered, stop };
}
