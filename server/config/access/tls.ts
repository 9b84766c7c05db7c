// The variables that say with which certificate the server itself speaks https.
import type { EnvReader } from '../env-reader.ts';

/** Where the certificate of this server and its key lie: two PEM files. */
export type TlsConfig = { certFile: string; keyFile: string };

/** @returns null where the server speaks plain http. */
export function readTls(read: EnvReader): TlsConfig | null {
  const [certFile, keyFile] = [read.text('TLS_CERT'), read.text('TLS_KEY')];
  if (certFile !== undefined && keyFile !== undefined) return { certFile, keyFile };
  if (certFile !== undefined) read.wrong('TLS_KEY', undefined, 'the PEM file with the key to TLS_CERT');
  if (keyFile !== undefined)
    read.wrong('TLS_CERT', undefined, 'the PEM file with the certificate to TLS_KEY');
  return null;
}
