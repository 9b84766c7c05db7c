// How Vipps is reached where the network does not let everybody out: a proxy, and authorities of its own.
import { X509Certificate } from 'node:crypto';
import type { TillView } from '../../contract/payments.ts';
import { lineEnd, UnreadableText } from '../../core/text-file.ts';
import type { Network } from '../../vipps/http/dispatcher.ts';
import type { EnvReader } from '../env-reader.ts';

const accepts = 'the address of a proxy, such as http://proxy.example:8080';

/** In small letters first, as other programs have it. */
function readEither(read: EnvReader, name: string): { name: string; value: string | undefined } {
  const [small, capital] = [read.text(name.toLowerCase()), read.text(name)];
  return small === undefined ? { name, value: capital } : { name: name.toLowerCase(), value: small };
}

function readProxy(read: EnvReader, environment: TillView['environment']): Network['proxy'] {
  const https = readEither(read, 'HTTPS_PROXY');
  const http = readEither(read, 'HTTP_PROXY');
  const except = readEither(read, 'NO_PROXY').value ?? '';
  const { name, value } = https.value === undefined ? http : https;
  // The demo goes no further than this machine: it starts whatever others have set there.
  if (value === undefined || environment === 'demo') return null;
  const address = value.includes('://') ? value : `http://${value}`;
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url !== null && ['http:', 'https:'].includes(url.protocol) && url.pathname === '/')
    return { url, except };
  // It can carry a password: it is not repeated.
  read.wrong(name, url === null ? 'not a URL' : `${url.protocol}//…`, accepts);
  return null;
}

const certificate = /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g;

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).subject !== undefined;
  } catch {
    return false;
  }
}

function readAuthorities(read: EnvReader, readFile: (file: string) => string): string | null {
  const file = read.text('TLS_CA');
  if (file === undefined) return null;
  try {
    const found = readFile(file).split(lineEnd).join('\n').match(certificate) ?? [];
    if (found.length > 0 && found.every(isCertificate)) return found.join('\n');
    read.wrong('TLS_CA', file, 'a PEM file with certificates (in Windows: export as Base-64 encoded X.509)');
  } catch (error) {
    if (!(error instanceof UnreadableText)) throw error;
    // A certificate in its binary form is no text.
    read.problems.push(`TLS_CA: ${error.message} It accepts a PEM file (in Windows: Base-64 encoded X.509).`);
  }
  return null;
}

/** @param readFile reads TLS_CA. */
export function readNetwork(
  read: EnvReader,
  environment: TillView['environment'],
  readFile: (file: string) => string,
): Network {
  return { proxy: readProxy(read, environment), authorities: readAuthorities(read, readFile) };
}
