// Environment -> configuration, pure. A bad value is a sentence: which variable, what it holds (never a secret), what it accepts.
import type { TillView } from '../contract/payments.ts';
import type { Network } from '../vipps/http/dispatcher.ts';
import { readLockAfter } from './access/lock-after.ts';
import { type BackupsConfig, readBackups } from './backups.ts';
import { type ConnectionsConfig, readConnections } from './connections.ts';
import { demoCredentials, readEnvironment, readShops, type Shop } from './credentials.ts';
import { readShopDays } from './days.ts';
import { type Env, EnvReader } from './env-reader.ts';
import { readNetwork } from './files/outgoing.ts';
import { readLogLevel } from './log.ts';
import { readBothNamesUntil } from './merchant/brand-date.ts';
import { readSellers } from './merchant/seller.ts';
import { readSetBy, type SetBy } from './merchant/set-by.ts';
import { type AccessConfig, readAccess } from './network.ts';
import { readPlainHttp } from './plain-http.ts';
import { readReturns } from './return-addresses.ts';
import { readSecurityContact } from './security-contact.ts';
import { readTillRows, type SalesUnit, shopsOf, toTills } from './tills.ts';

export type Config = AccessConfig & {
  port: number;
  environment: TillView['environment'];
  shops: Shop[];
  baseUrl: URL;
  systemName: string;
  pluginName: string;
  qrImageHosts: string[];
  qrFormat: 'svg' | 'png';
  fallbackUrl: string;
  /** Where subscribers manage their agreement. */
  agreementUrl: string;
  callbackUrl: string;
  capture: 'auto' | 'manual';
  /** Real money over plain http, as somebody has allowed. */
  plainHttp: boolean;
  /** A session on which nobody works for so long locks itself; null is never. */
  lockAfterMs: number | null;
  /** Where to tell of a weakness, as a URI; null where nothing is said of it. */
  securityContact: string | null;
  databaseFile: string;
  /** Somebody has named it; otherwise it is that of the environment. */
  databaseIsNamed: boolean;
  /** Where the secret lies that goes into PINs; null is beside the database. */
  pepperFile: string | null;
  backups: BackupsConfig;
  /** The last day (`YYYY-MM-DD`) on which tills that were MobilePay's say both names. */
  bothNamesUntil: string;
  /** The folder with the shops' logos and idle pictures. */
  brandingFolder: string | null;
  connections: ConnectionsConfig;
  logLevel: string;
  /** How Vipps is reached. */
  network: Network;
  tills: TillView[];
  /** Those whose locale is stated, so that no other one counts. */
  localesSet: ReadonlySet<string>;
  /** By shop: which variable decides on a setting, so that nobody changes it on the page of settings. */
  setBy: ReadonlyMap<string, SetBy>;
  /** By till: how its sales are made. */
  salesUnits: ReadonlyMap<string, SalesUnit>;
  /** Where the stand-in for Vipps MobilePay is to listen: in the demo, unless VIPPS_BASE_URL names another. */
  simulator: { host: string; port: number } | null;
};

/** Thrown with one sentence per line for everything that is wrong. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const baseUrls = { test: 'https://apitest.vipps.no', production: 'https://api.vipps.no' } as const;
const vippsImageHosts = [
  '*.vipps.no',
  '*.vippsmobilepay.com',
  '*.vipps.dk',
  '*.vipps.fi',
  // The one in the QR API guide, by its whole name: the domain is anybody's.
  'qr-generator-prod-app-service.azurewebsites.net',
];
function readDatabase(read: EnvReader, environment: Config['environment']): string {
  // Sales that never were stay out of the shop's own history.
  const value = read.text('DATABASE_URL') ?? `file:data/${environment}.db`;
  if (value.startsWith('file:') && value.length > 5) return value.slice(5);
  const holds = /^[a-z]+:/i.exec(value)?.[0] ?? 'not a URL';
  read.wrong('DATABASE_URL', holds, 'file:PATH');
  return '';
}

/** Where Vipps is, and where it sends people and callbacks to. */
function readAddresses(read: EnvReader, environment: Config['environment'], simulatorPort: number) {
  const fixed = environment === 'demo' ? `http://127.0.0.1:${simulatorPort}` : baseUrls[environment];
  const baseUrl = read.url('VIPPS_BASE_URL', read.text('VIPPS_BASE_URL') ?? fixed, true);
  if (baseUrl !== null && baseUrl.pathname !== '/') {
    read.wrong('VIPPS_BASE_URL', `${baseUrl.origin}${baseUrl.pathname}`, 'an address without a path');
  }
  return baseUrl;
}

/** @param readFile reads TILLS_FILE. @throws ConfigError */
export function toConfig(env: Env, readFile: (file: string) => string): Config {
  const read = new EnvReader(env);
  const config = configOf(read, readFile);
  if (config === null) throw new ConfigError(read.problems.join('\n'));
  return config;
}

/** @param readFile reads TILLS_FILE. @returns null when `read` has problems. */
export function configOf(read: EnvReader, readFile: (file: string) => string): Config | null {
  const rows = readTillRows(read, readFile);
  const environment = readEnvironment(read);
  const shops = readShops(read, environment, shopsOf(rows, read));
  const api = read.choice('VIPPS_API', ['ecom', 'epayment'] as const, 'ecom');
  const access = readAccess(read);
  const simulatorPort = read.port('SIMULATOR_PORT', 3001);
  read.leaveToOthers('SIMULATOR_SALES_UNITS', 'SIMULATOR_ACCOUNTS');
  const ownSimulator = environment === 'demo' && read.text('VIPPS_BASE_URL') === undefined;
  const baseUrl = readAddresses(read, environment, simulatorPort);
  const isPlain = baseUrl?.protocol === 'http:';
  const returns = readReturns(read, { environment, publicUrl: access.publicUrl, plainLoopback: isPlain });
  const { fallbackUrl, callbackUrl, agreementUrl } = returns;
  const msns = new Map(shops.map(({ id, credentials }) => [id, credentials.merchantSerialNumber]));
  const days = readShopDays(read, rows);
  const sellers = readSellers(
    read,
    shops.map(({ id }) => id),
  );
  const defaults = {
    sellerOf: (shop: string) => sellers.get(shop) ?? null,
    dayOf: (shop: string) => days.get(shop) ?? { timeZone: 'UTC', dayEndsAt: 0 },
    environment,
    api,
    hasFallback: returns.hasPage,
    subscriptions: returns.isSet || environment === 'demo',
    msnOf: (shop: string) => msns.get(shop) ?? demoCredentials.merchantSerialNumber,
  };
  const config = {
    environment,
    shops,
    simulator: ownSimulator ? { host: access.host, port: simulatorPort } : null,
    ...access,
    plainHttp: readPlainHttp(read, { environment, ...access }),
    lockAfterMs: readLockAfter(read, environment),
    securityContact: readSecurityContact(read),
    port: read.port('PORT', 3000),
    systemName: read.short('VIPPS_SYSTEM_NAME'),
    pluginName: read.short('VIPPS_PLUGIN_NAME'),
    qrImageHosts: read.hosts('VIPPS_QR_IMAGE_HOSTS') ?? [
      ...vippsImageHosts,
      ...(isPlain && baseUrl ? [baseUrl.host] : []),
    ],
    qrFormat: read.choice('QR_FORMAT', ['svg', 'png'] as const, 'svg'),
    capture: read.choice('CAPTURE', ['auto', 'manual'] as const, 'auto'),
    databaseFile: readDatabase(read, environment),
    databaseIsNamed: read.text('DATABASE_URL') !== undefined,
    pepperFile: read.text('PEPPER_FILE') ?? null,
    backups: readBackups(read),
    bothNamesUntil: readBothNamesUntil(read),
    brandingFolder: read.text('BRANDING') ?? null,
    connections: readConnections(read),
    logLevel: readLogLevel(read),
    network: readNetwork(read, environment, readFile),
    setBy: readSetBy(
      read,
      shops.map(({ id }) => id),
    ),
    localesSet: new Set(rows.filter(({ isLocaleSet }) => isLocaleSet).map(({ id }) => id)),
    ...toTills(rows, defaults, read),
  };
  const isWrong = read.problems.length > 0;
  if (isWrong || baseUrl === null || fallbackUrl === null || callbackUrl === null || agreementUrl === null) {
    return null;
  }
  const hrefs = { fallbackUrl: fallbackUrl.href, callbackUrl: callbackUrl.href };
  return { ...config, ...hrefs, agreementUrl: agreementUrl.href, baseUrl };
}
