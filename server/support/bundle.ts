// One file with what somebody needs who helps a shop from afar, and nothing that opens anything.
import type { Config } from '../config/config.ts';
import { secretsOf } from '../config/log.ts';
import type { DatabaseFacts } from './read-database.ts';
import { redact } from './redact.ts';

export type About = {
  /** Of Tillside. */
  version: string;
  node: string;
  platform: string;
  /** Of the machine. */
  upSeconds: number;
};

export type BundleParts = {
  nowMs: number;
  about: About;
  config: Config;
  database: DatabaseFacts;
  /** The last lines of a log; null without one. */
  log: readonly string[] | null;
};

/** Where it leads to, without what an address can carry besides. */
const originOf = (address: string | URL) => new URL(address).origin;

/** Field by field, so that a setting that is new is not in it before somebody has thought about it. */
export function settingsOf(config: Config) {
  const { environment, port, host, tills, capture, connections, databaseFile, simulator } = config;
  const { cashierRefundUpTo, cashierRefundUpToADay, refundApprovalAbove, pepperFile } = config;
  const { systemName, pluginName, qrImageHosts, trustedProxies, publicUrl, qrFormat } = config;
  return {
    environment,
    port,
    host,
    publicUrl: publicUrl && originOf(publicUrl),
    trustedProxies,
    connections,
    baseUrl: originOf(config.baseUrl),
    agreementUrl: originOf(config.agreementUrl),
    qrFormat,
    systemName,
    pluginName,
    qrImageHosts,
    capture,
    cashierRefundUpTo,
    cashierRefundUpToADay,
    refundApprovalAbove,
    databaseFile,
    pepperFile,
    backups: config.backups,
    simulator,
    fallbackUrl: originOf(config.fallbackUrl),
    callbackUrl: originOf(config.callbackUrl),
    tills: tills.map(({ id, name, shop, subscriptions, currency, locale, brand, timeZone, dayEndsAt }) => ({
      id,
      name,
      shop,
      subscriptions,
      currency,
      locale,
      brand,
      timeZone,
      dayEndsAt,
      ...config.salesUnits.get(id),
    })),
  };
}

/** @returns the text of the file: JSON, every string in it without secrets. */
export function createBundle({ nowMs, about, config, database, log }: BundleParts): string {
  const secrets = secretsOf(config);
  const bundle = {
    madeAt: new Date(nowMs).toISOString(),
    about,
    configuration: settingsOf(config),
    database,
    log,
  };
  const clean = (_: string, value: unknown) => (typeof value === 'string' ? redact(value, secrets) : value);
  return `${JSON.stringify(bundle, clean, 2)}\n`;
}
