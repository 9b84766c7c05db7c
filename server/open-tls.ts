// With what a server proves itself, as it is configured: files of somebody else's making, or an authority of the shop's own.
import type { X509Certificate } from 'node:crypto';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import type { Config } from './config/config.ts';
import { machineLabel } from './core/network/local-hosts.ts';
import { networkAddresses } from './core/network/network-addresses.ts';
import { openOwnCertificate } from './http/tls/authority/own-certificate.ts';
import { type Certificate, openCertificate } from './http/tls/open-certificate.ts';
import { databaseOf } from './store/database-of.ts';
import { makeOwnFolder, realPath } from './store/sqlite/file-rights.ts';

export type Tls = Certificate & {
  /** Names of this server besides PUBLIC_URL and its addresses. */
  names: readonly string[];
  /** What tablets have to trust first; null where they need not. */
  root: X509Certificate | null;
};

/** @returns where the authority of the shop's own lies; null where it has none, and for a database in memory. */
export function authorityFileOf({ tls }: Pick<Config, 'tls'>, database: string): string | null {
  return tls === 'auto' && database !== ':memory:' ? `${realPath(database)}.authority` : null;
}

function openOwn(config: Config, nowMs: number): Tls {
  const { file: database } = databaseOf(config);
  if (database !== ':memory:') makeOwnFolder(dirname(database));
  return openOwnCertificate(
    {
      file: authorityFileOf(config, database),
      machine: machineLabel(hostname()),
      publicHost: config.publicUrl?.hostname.replace(/^\[(.*)\]$/, '$1') ?? null,
      addresses: () => networkAddresses(config.host),
    },
    nowMs,
  );
}

/** @returns null where the server speaks plain http. @throws CertificateUnusable */
export function openTls(config: Config, nowMs: number): Tls | null {
  if (config.tls === null) return null;
  if (config.tls === 'auto') return openOwn(config, nowMs);
  return { ...openCertificate(config.tls, nowMs), names: [], root: null };
}
