// Where the authority lies: one file beside the database, made at the first start, for the server's user alone, and never replaced.
import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { codeOf, makeSecretFile } from '../../../core/secret-file.ts';
import { CertificateUnusable } from '../pair.ts';
import { type Authority, makeAuthority } from './authority.ts';

const dayMs = 24 * 3_600_000;
const warnBeforeMs = 90 * dayMs;
/** No machine that this can run on had its clock right before. */
const earliestMs = Date.parse('2026-11-30T00:00:00Z');

const what = "The file with the shop's own certificate authority (TLS=auto)";
const anew = 'the next start makes another one, which every tablet has to trust anew';
const instead = `It has been left as it is. Put its copy back, or, if there is none, move it away: ${anew}.`;

const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** What the file of an authority holds. */
export function authorityText({ root, issuer, key }: Authority): string {
  const about = 'The certificate authority of this shop: keep one copy of it, and show it to nobody.';
  const parts = [
    about,
    root.toString(),
    issuer.toString(),
    String(key.export({ type: 'pkcs8', format: 'pem' })),
  ];
  return parts.map((part) => `${part.trim()}\n`).join('');
}

function parse(text: string): { root: X509Certificate; issuer: X509Certificate; key: KeyObject } | null {
  const pems = text.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? [];
  try {
    const [root, issuer] = pems.map((pem) => new X509Certificate(pem));
    const [pem = ''] = /-----BEGIN PRIVATE KEY-----[^-]*-----END PRIVATE KEY-----/.exec(text) ?? [];
    if (pems.length !== 2 || root === undefined || issuer === undefined) return null;
    return { root, issuer, key: createPrivateKey(pem) };
  } catch {
    // What is wrong with it is not told: it holds a key.
    return null;
  }
}

/** @throws CertificateUnusable when nothing that it signs at `nowMs` would be taken. */
export function checkDates({ issuer }: Pick<Authority, 'issuer'>, file: string, nowMs: number): void {
  const [fromMs, toMs] = [issuer.validFromDate.getTime(), issuer.validToDate.getTime()];
  if (nowMs >= toMs) {
    throw new CertificateUnusable(`${what}, ${file}, expired on ${dayOf(toMs)}. Move it away: ${anew}.`);
  }
  if (nowMs < fromMs) {
    const clock = 'Check the clock of this machine.';
    throw new CertificateUnusable(`${what}, ${file}, is good from ${dayOf(fromMs)} only. ${clock}`);
  }
}

/** A sentence when there is little time left; else null. */
export function authorityNotice(
  { issuer }: Pick<Authority, 'issuer'>,
  file: string,
  nowMs: number,
): string | null {
  const toMs = issuer.validToDate.getTime();
  if (toMs - nowMs > warnBeforeMs) return null;
  return `${what}, ${file}, expires on ${dayOf(toMs)}. Before that, stop the server and move the file away: ${anew}.`;
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    const mend = 'See to it that this user may read it.';
    throw new CertificateUnusable(`${what}, ${file}, cannot be read (${codeOf(error)}). ${mend}`);
  }
}

/** @returns null when there is no such file. @throws CertificateUnusable */
export function readAuthority(file: string): Authority | null {
  const text = read(file);
  if (text === null) return null;
  const found = parse(text);
  if (found === null) throw new CertificateUnusable(`${what}, ${file}, is damaged. ${instead}`);
  const { root, issuer, key } = found;
  const isWhole = root.verify(root.publicKey) && issuer.verify(root.publicKey) && root.ca && issuer.ca;
  if (!isWhole || !issuer.checkIssued(root)) {
    throw new CertificateUnusable(`${what}, ${file}, holds certificates that do not fit. ${instead}`);
  }
  if (!issuer.checkPrivateKey(key)) {
    throw new CertificateUnusable(`${what}, ${file}, holds a key that does not fit. ${instead}`);
  }
  return found;
}

/** @throws CertificateUnusable */
function make(file: string, machine: string | null, nowMs: number): void {
  if (nowMs < earliestMs) {
    const why = 'a certificate authority that is made now would be of no use';
    throw new CertificateUnusable(
      `The clock of this machine says ${dayOf(nowMs)}: ${why}. Set it, and start again.`,
    );
  }
  try {
    makeSecretFile(file, authorityText(makeAuthority(machine, nowMs)));
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return;
    const mend = 'See to it that this user may write its folder.';
    throw new CertificateUnusable(`${what}, ${file}, cannot be made (${codeOf(error)}). ${mend}`);
  }
}

/**
 * Reads the authority, or makes one where there is none; of two who make one at once, both get the first one's.
 * @param machine as of `makeAuthority`. @throws CertificateUnusable
 */
export function openAuthority(file: string, machine: string | null, nowMs: number): Authority {
  if (readAuthority(file) === null) make(file, machine, nowMs);
  const authority = readAuthority(file);
  if (authority === null) throw new CertificateUnusable(`${what}, ${file}, has gone again.`);
  checkDates(authority, file, nowMs);
  return authority;
}
