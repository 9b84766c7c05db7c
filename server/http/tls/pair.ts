// A certificate and its key, as they lie in two PEM files: read, and held against each other before anybody is shown them.
import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import { lineEnd, readTextFile, UnreadableText } from '../../core/text-file.ts';

/** What the server proves itself with. */
export type Pair = {
  /** The certificate of the server first, then its chain: PEM. */
  cert: string;
  key: string;
  validToMs: number;
};

export type PairFiles = { certFile: string; keyFile: string };

/** A pair that no browser would take. The message is a sentence for people, and shows nothing of a key. */
export class CertificateUnusable extends Error {
  override readonly name = 'CertificateUnusable';
}

/** What browsers have, and what every system that is still kept up speaks. */
export const oldestVersion = 'TLSv1.2';

const certificates = /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g;

function read(name: string, file: string): string {
  try {
    return readTextFile(file).split(lineEnd).join('\n');
  } catch (error) {
    if (!(error instanceof UnreadableText)) throw error;
    throw new CertificateUnusable(`${name}: ${error.message} It accepts a PEM file.`);
  }
}

function toCertificate(pem: string): X509Certificate | null {
  try {
    return new X509Certificate(pem);
  } catch {
    return null;
  }
}

function toKey(pem: string, file: string): KeyObject {
  const isLocked = /ENCRYPTED/.test(pem);
  try {
    if (!isLocked) return createPrivateKey(pem);
  } catch {
    // What is wrong with it is not told: the sentence is for who can look into the file.
  }
  const accepts = 'it accepts a PEM file with a private key that no passphrase protects';
  throw new CertificateUnusable(`TLS_KEY is "${file}"; ${accepts}.`);
}

/** @throws CertificateUnusable when no browser would take it at `nowMs`. */
function checkDates(leaf: X509Certificate, file: string, nowMs: number): number {
  const [fromMs, toMs] = [leaf.validFromDate.getTime(), leaf.validToDate.getTime()];
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  if (toMs <= nowMs)
    throw new CertificateUnusable(`The certificate in ${file} (TLS_CERT) expired on ${day(toMs)}.`);
  if (fromMs > nowMs) {
    const instead = 'Check the clock of this machine.';
    throw new CertificateUnusable(
      `The certificate in ${file} (TLS_CERT) is good from ${day(fromMs)} only. ${instead}`,
    );
  }
  return toMs;
}

/** @throws CertificateUnusable */
export function readPair({ certFile, keyFile }: PairFiles, nowMs: number): Pair {
  const chain = read('TLS_CERT', certFile).match(certificates) ?? [];
  const [leaf, ...others] = chain.map(toCertificate);
  if (!leaf || others.includes(null)) {
    const accepts = 'it accepts a PEM file with the certificate of this server, and its chain behind it';
    throw new CertificateUnusable(`TLS_CERT is "${certFile}"; ${accepts}.`);
  }
  const key = read('TLS_KEY', keyFile);
  if (!leaf.checkPrivateKey(toKey(key, keyFile))) {
    const what = `The key in ${keyFile} (TLS_KEY) does not fit the first certificate in ${certFile} (TLS_CERT).`;
    throw new CertificateUnusable(`${what} The certificate of this server comes first, its chain behind it.`);
  }
  const validToMs = checkDates(leaf, certFile, nowMs);
  const pair = { cert: chain.join('\n'), key, validToMs };
  try {
    createSecureContext({ cert: pair.cert, key, minVersion: oldestVersion });
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? error.code : 'unknown';
    throw new CertificateUnusable(`TLS_CERT and TLS_KEY cannot be used for https (${why}).`);
  }
  return pair;
}
