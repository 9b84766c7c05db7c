// The variables that say with which certificate the server itself speaks https.
import { isLocalHost } from '../../core/network/local-hosts.ts';
import type { EnvReader } from '../env-reader.ts';

/** Where the certificate of this server and its key lie, two PEM files; or one that it makes for itself. */
export type TlsConfig = { certFile: string; keyFile: string } | 'auto';

/** What TLS=auto is not for. */
function checkAuto(read: EnvReader, publicUrl: URL | null): void {
  for (const name of ['TLS_CERT', 'TLS_KEY']) {
    if (read.text(name) !== undefined)
      read.problems.push(`TLS is "auto", and ${name} is set: choose one of the two.`);
  }
  if (read.text('TRUSTED_PROXIES') !== undefined) {
    read.problems.push(
      'TLS is "auto", and TRUSTED_PROXIES is set: a proxy in front has a certificate of its own. Leave out one of the two.',
    );
  }
  if (publicUrl?.protocol === 'https:' && !isLocalHost(publicUrl.hostname)) {
    const accepts = "an address of the shop's own network or a name that ends in .local, as TLS is auto";
    read.wrong(
      'PUBLIC_URL',
      publicUrl.origin,
      `${accepts}; another name needs TLS_CERT and TLS_KEY, or a proxy`,
    );
  }
}

/** @param publicUrl as it is set. @returns null where the server speaks plain http. */
export function readTls(read: EnvReader, publicUrl: URL | null): TlsConfig | null {
  const how = read.text('TLS');
  const [certFile, keyFile] = [read.text('TLS_CERT'), read.text('TLS_KEY')];
  if (how !== undefined && how !== 'auto') read.wrong('TLS', how, 'auto');
  if (
    publicUrl?.protocol === 'http:' &&
    (how === 'auto' || (certFile !== undefined && keyFile !== undefined))
  ) {
    const by = how === 'auto' ? 'TLS is auto' : 'TLS_CERT is set';
    read.wrong('PUBLIC_URL', publicUrl.origin, `an https address, now that ${by}`);
  }
  if (how === 'auto') {
    checkAuto(read, publicUrl);
    return 'auto';
  }
  if (certFile !== undefined && keyFile !== undefined) return { certFile, keyFile };
  if (certFile !== undefined) read.wrong('TLS_KEY', undefined, 'the PEM file with the key to TLS_CERT');
  if (keyFile !== undefined)
    read.wrong('TLS_CERT', undefined, 'the PEM file with the certificate to TLS_KEY');
  return null;
}
