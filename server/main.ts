// Environment -> configuration -> start; SIGTERM or SIGINT -> stop, with a deadline.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pino from 'pino';
import { type Config, ConfigError } from './config/config.ts';
import { demoCredentials } from './config/credentials.ts';
import { credentialsNotice } from './config/credentials-notice.ts';
import { secretsOf } from './config/log.ts';
import { proxyNotice } from './config/proxy-notice.ts';
import { readSettings } from './config/settings.ts';
import { createLog } from './core/log.ts';
import { readNetworkAddresses } from './core/network/network-addresses.ts';
import { StoreUnavailable } from './core/store-unavailable.ts';
import { notReachedNotice } from './doctor/start-notice.ts';
import { CertificateUnusable } from './http/tls/pair.ts';
import { openTls } from './open-tls.ts';
import { tabletLines } from './setup/start/tablet-lines.ts';
import { type Running, start } from './start.ts';
import { StoreUnusable } from './store/errors.ts';

export type Places = {
  /** Holds package.json and the client build. */
  root: URL;
  /** The path of the program that makes a backup. */
  backupProgram: string;
};

const stopDeadlineMs = 4_800;
const say = (line: string) => process.stdout.write(`${line}\n`);

/** Wrong configuration, databases that cannot be used and taken addresses are for people: one sentence each, no stack. */
function giveUp(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const known =
    error instanceof ConfigError ||
    error instanceof CertificateUnusable ||
    error instanceof StoreUnusable ||
    error instanceof StoreUnavailable ||
    code === 'EADDRINUSE' ||
    code === 'EACCES';
  const said =
    error instanceof Error ? (known ? error.message : (error.stack ?? error.message)) : String(error);
  process.stderr.write(`Tillside did not start.\n${said}\n`);
  process.exit(1);
}

async function startSimulator(
  config: Config,
  phoneAddress: string | undefined,
): Promise<{ url: string; phoneUrl: string; close(): Promise<void> }> {
  const simulator = await import('./simulator/simulator.ts');
  const { merchantSerialNumber: msn, ...rest } = demoCredentials;
  return simulator.startSimulator({
    credentials: { ...rest, msn },
    ...config.simulator,
    phoneAddress,
    salesUnits: [...config.salesUnits.values()].map((unit) => unit.msn),
    ...(config.databaseFile === ':memory:' ? {} : { ledgerFile: `${config.databaseFile}.simulator.json` }),
  });
}

function announce(
  config: Config,
  { url, tills, setUpToken, notices }: Running,
  phoneUrl: string | null,
): void {
  const { environment } = config;
  const label = {
    demo: 'DEMO, no money moves',
    test: 'Vipps MobilePay test environment',
    production: 'production',
  };
  say(`Tillside is ready at ${url} (${label[environment]}).`);
  for (const till of tills.list()) {
    const id = encodeURIComponent(till.id);
    say(`  ${till.name}:  cashier ${url}/cashier/${id}   display ${url}/display/${id}`);
  }
  if (phoneUrl !== null) say(`  Phone:   ${phoneUrl}`);
  const aboutProxy = proxyNotice(config);
  if (aboutProxy !== null) say(`Warning: ${aboutProxy}`);
  notices.forEach(say);
  if (setUpToken !== null) {
    say(
      `There is no staff yet. Set up the first manager, once and within 15 minutes: ${url}/set-up#${setUpToken}`,
    );
  }
}

async function run({ root, backupProgram }: Places): Promise<void> {
  const { config, warnings } = readSettings(process.env, '.');
  const toStandardError = pino.destination({ dest: 2, sync: true });
  const log = createLog(config.logLevel, secretsOf(config), (line) => toStandardError.write(line));
  for (const warning of warnings) say(`Warning: ${warning}`);
  const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
  // Before the database: a start that fails on it touches nothing.
  const certificate = openTls(config, Date.now());
  const readAddresses = () => readNetworkAddresses(config.host);
  const addresses = await readAddresses();
  const simulator = config.simulator === null ? null : await startSimulator(config, addresses[0]);
  if (simulator !== null) {
    config.baseUrl = new URL(simulator.url);
    config.qrImageHosts = [config.baseUrl.host];
  }
  const phoneUrl = simulator?.phoneUrl ?? null;
  const dist = fileURLToPath(new URL('dist', root));
  const running = await start({
    config,
    version,
    dist,
    certificate,
    phoneUrl,
    readNetworkAddresses: readAddresses,
    backupProgram,
    log,
  });
  log.info({ url: running.url, environment: config.environment, recovered: running.recovered }, 'ready');
  for (const notice of running.notices) log.warn(notice);
  announce(config, running, phoneUrl);
  const fingerprint = certificate?.root?.fingerprint256 ?? null;
  const tablets = { url: running.url, isNamed: config.publicUrl !== null, addresses, fingerprint };
  for (const line of await tabletLines(tablets, process.stdout.isTTY)) say(line);
  void running.keys.then((keys) => {
    credentialsNotice(keys, config.shops, config.environment).forEach(say);
    notReachedNotice(keys, config).forEach(say);
  });

  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), stopDeadlineMs).unref();
    await running.stop();
    await simulator?.close();
    log.info('stopped');
    process.exit(0);
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
  // Windows closes a console, and ends a process in a few seconds, with these. Elsewhere `nohup` must go on to work.
  if (process.platform === 'win32') process.on('SIGHUP', stop).on('SIGBREAK', stop);
}

/** Runs the server until it is told to stop. What it cannot start with, it says in a sentence. */
export async function main(places: Places): Promise<void> {
  await run(places).catch(giveUp);
}
