// A strict stand-in for Vipps MobilePay, for the demo and the tests.
import { createServer, type Server } from 'node:http';
import express, { type Express } from 'express';
import { accessTokenRoutes } from './access-token.ts';
import { addressForPhones, isLoopback } from './address-for-phones.ts';
import { controlRoutes } from './control.ts';
import { ecomRoutes } from './ecom.ts';
import { epaymentRoutes } from './epayment.ts';
import { createFaults } from './faults.ts';
import { answerRefusals } from './gateway.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { type Random, secureRandom } from './order-ids.ts';
import { phoneRoutes } from './phone.ts';
import { qrImageRoutes, qrRoutes } from './qr.ts';
import { gatewayDialect, gatewayRefusal } from './refusal.ts';
import { createScreen } from './screen.ts';
import { createTraffic } from './traffic.ts';
import { type Credentials, originOf, type World } from './world.ts';

export type SimulatorOptions = {
  credentials: Credentials;
  /** Further sales units that the same credentials may act for, as with partner keys. */
  salesUnits?: readonly string[];
  /** Where phones reach the simulator, without a trailing slash; by default the address of the call. */
  publicUrl?: string;
  /** Epoch milliseconds. */
  now?: () => number;
  random?: Random;
  /** Mounts the control API under `/simulator`: for tests, and for this machine only. */
  faults?: boolean;
  /** Where orders survive a restart; without it they live in memory. */
  ledgerFile?: string;
  /** How long a payment can be opened and approved: 10 minutes by default, as at Vipps. */
  lifetimeMs?: number;
  /** Begins anew, without orders and faults; offered by the control API. */
  reset?: () => void;
};

export type Simulator = { app: Express; ledger: Ledger };

const defaultLifetimeMs = 600_000;
const closeGraceMs = 250;

/** The simulator as an Express app, listening nowhere. */
export function createSimulator(options: SimulatorOptions): Simulator {
  const { credentials, now = Date.now, publicUrl } = options;
  const ledger = createLedger(options.ledgerFile);
  const faults = createFaults();
  const traffic = createTraffic(now);
  const world: World = {
    credentials,
    salesUnits: new Set([credentials.msn, ...(options.salesUnits ?? [])]),
    settings: { lifetimeMs: options.lifetimeMs ?? defaultLifetimeMs, directCapture: false },
    now,
    random: options.random ?? secureRandom,
    ledger,
    screen: createScreen(faults, traffic, ledger, credentials.msn),
    phoneUrl: (request, { token }) => `${publicUrl ?? originOf(request)}/phone/${token}`,
  };
  const app = express();
  app.disable('x-powered-by').disable('etag');
  app.use(accessTokenRoutes(world));
  app.use('/ecomm/v2', ecomRoutes(world));
  app.use('/epayment/v1', epaymentRoutes(world));
  app.use('/qr/v1', qrRoutes(world));
  app.use(qrImageRoutes(world));
  app.use(phoneRoutes(world));
  if (options.faults === true) app.use('/simulator', controlRoutes(world, faults, traffic, options.reset));
  app.use(() => {
    throw gatewayRefusal(404, 'Resource not found');
  });
  app.use(answerRefusals(gatewayDialect));
  return { app, ledger };
}

/** `url` is for clients on this machine, `phoneUrl` the page that lists what a phone can pay. */
export type RunningSimulator = { url: string; phoneUrl: string; close(): Promise<void> };

/**
 * Listens; port 0 takes any free port. The control API is left out when `host` is not a loopback address.
 * Rejects when the address cannot be listened on.
 */
export async function startSimulator(
  options: SimulatorOptions & { host?: string; port?: number },
): Promise<RunningSimulator> {
  const { host = '127.0.0.1', port = 0, ...rest } = options;
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  const address = server.address();
  const actualPort = typeof address === 'object' && address !== null ? address.port : port;
  const reach = (name: string) => `http://${name.includes(':') ? `[${name}]` : name}:${actualPort}`;
  const publicUrl = options.publicUrl ?? reach(addressForPhones(host));
  const faults = options.faults === true && isLoopback(host);
  try {
    const begin = () => createSimulator({ ...rest, publicUrl, faults, reset }).app;
    const reset = () => {
      app = begin();
    };
    let app = begin();
    server.on('request', (request, response) => app(request, response));
  } catch (error) {
    await close(server);
    throw error;
  }
  const local = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return { url: reach(local), phoneUrl: `${publicUrl}/phone`, close: () => close(server) };
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), closeGraceMs);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}
