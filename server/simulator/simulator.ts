// A strict stand-in for Vipps MobilePay, for the demo and the tests.
import { createServer, type Server } from 'node:http';
import express, { type Express } from 'express';
import { isLoopback } from '../core/loopback.ts';
import { createTraffic } from './control/call-counts.ts';
import { createFaults } from './control/fault-rules.ts';
import { createScreen } from './control/inject-fault.ts';
import { controlRoutes } from './control/routes.ts';
import { createCallbacks, type Post, postCallback } from './ecom/callback.ts';
import { ecomRoutes } from './ecom/routes.ts';
import { epaymentRoutes } from './epayment/routes.ts';
import { accessTokenRoutes } from './gateway/access-token.ts';
import { gatewayDialect, gatewayRefusal } from './gateway/errors.ts';
import { answerRefusals } from './gateway/gateway.ts';
import { addressForPhones } from './network.ts';
import { orderManagementRoutes } from './order-management/routes.ts';
import { type Random, secureRandom } from './orders/ids.ts';
import { createLedger, type Ledger } from './orders/ledger.ts';
import { phoneRoutes } from './phone/routes.ts';
import { qrImageRoutes, qrRoutes } from './qr/routes.ts';
import { recurringRoutes } from './recurring/routes.ts';
import { type Account, accountOf, originOf, type World } from './world.ts';

/** An account, and how the simulator is to be. */
export type SimulatorOptions = Account & {
  /** Further accounts, each with a subscription key of its own. */
  others?: readonly Account[];
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
  /** Sends callbacks; by default over HTTP. */
  post?: Post;
};

export type Simulator = { app: Express; ledger: Ledger };

const defaultLifetimeMs = 600_000;
const closeGraceMs = 250;

/** The simulator as an Express app, listening nowhere. */
export function createSimulator(options: SimulatorOptions): Simulator {
  const { credentials, salesUnits = [], others = [], now = Date.now, publicUrl } = options;
  const accounts = [{ credentials, salesUnits }, ...others] as const;
  checkKeys(accounts);
  const ledger = createLedger(options.ledgerFile);
  const faults = createFaults();
  const traffic = createTraffic(now);
  const world: World = {
    accounts,
    settings: {
      lifetimeMs: options.lifetimeMs ?? defaultLifetimeMs,
      directCapture: false,
      receipts: 'taken',
    },
    now,
    random: options.random ?? secureRandom,
    ledger,
    screen: (on, dialect) => (request, response, next) => {
      // A call that names no sales unit is for that of its account.
      const caller = accountOf({ accounts }, request.get('Ocp-Apim-Subscription-Key')) ?? accounts[0];
      const screen = createScreen(faults, traffic, world, caller.credentials.msn);
      screen(on, dialect)(request, response, next);
    },
    phoneUrl: (request, { token }) => `${publicUrl ?? originOf(request)}/phone/${token}`,
    tellMerchant: createCallbacks(options.post ?? postCallback),
  };
  const app = express();
  app.disable('x-powered-by').disable('etag');
  app.use((_request, response, next) => {
    // By the same clock as all that it says.
    response.set('Date', new Date(now()).toUTCString());
    next();
  });
  app.use(accessTokenRoutes(world));
  app.use('/ecomm/v2', ecomRoutes(world));
  app.use('/epayment/v1', epaymentRoutes(world));
  app.use('/recurring/v3', recurringRoutes(world));
  app.use('/qr/v1', qrRoutes(world));
  app.use('/order-management', orderManagementRoutes(world));
  app.use(qrImageRoutes(world));
  app.use(phoneRoutes(world));
  if (options.faults === true) app.use('/simulator', controlRoutes(world, faults, traffic));
  app.use(() => {
    throw gatewayRefusal(404, 'Resource not found');
  });
  app.use(answerRefusals(gatewayDialect));
  return { app, ledger };
}

function checkKeys(accounts: readonly Account[]): void {
  const keys = new Set(accounts.map(({ credentials }) => credentials.subscriptionKey));
  if (keys.size < accounts.length) throw new Error('Two accounts have the same subscription key');
}

/** `url` is for clients on this machine, `phoneUrl` the page that lists what a phone can pay. */
export type RunningSimulator = { url: string; phoneUrl: string; close(): Promise<void> };

/**
 * Listens; port 0 takes any free port. `phoneAddress` is that by which phones reach this machine, where that is known. The control API is left out when `host` is not a loopback address.
 * Rejects when the address cannot be listened on.
 */
export async function startSimulator(
  options: SimulatorOptions & { host?: string; port?: number; phoneAddress?: string | undefined },
): Promise<RunningSimulator> {
  const { host = '127.0.0.1', port = 0, phoneAddress = addressForPhones(host), ...rest } = options;
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  const address = server.address();
  const actualPort = typeof address === 'object' && address !== null ? address.port : port;
  const reach = (name: string) => `http://${name.includes(':') ? `[${name}]` : name}:${actualPort}`;
  const publicUrl = options.publicUrl ?? reach(phoneAddress);
  const faults = options.faults === true && isLoopback(host);
  try {
    server.on('request', createSimulator({ ...rest, publicUrl, faults }).app);
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
