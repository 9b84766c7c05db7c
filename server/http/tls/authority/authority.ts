// A certificate authority of the shop's own, good for the shop's own network alone (decision 0103), and what it signs for a server.
import { generateKeyPairSync, type KeyObject, X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { isLocalHost, localDomains, localSubnets } from '../../../core/network/local-hosts.ts';
import type { Pair } from '../pair.ts';
import {
  forHosts,
  forServers,
  isAuthority,
  isServer,
  onlyFor,
  signCertificate,
  type Validity,
} from './sign-certificate.ts';

export type Authority = {
  /** The one that tablets trust. Nobody has its key any more. */
  root: X509Certificate;
  /** The one that it has signed, which signs what the server shows. */
  issuer: X509Certificate;
  /** Of the issuer. */
  key: KeyObject;
};

const dayMs = 24 * 3_600_000;
const authorityDays = 3_650;
/** Apple takes at most 825 days, and 398 of public ones; it is renewed by itself. */
const serverDays = 90;
/** The clock of a tablet may be behind that of this machine. */
const behindMs = dayMs;

const newKeys = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** No name of the Internet begins or ends so: those end in letters alone, or in `xn--` and something. */
const isNoTopLevel = (name: string) => /[\d-]/.test(name) && !name.startsWith('xn--');
const nameInSubject = /^CN=Tillside (\S+) \d{4}-\d\d-\d\d$/m;

/**
 * Makes an authority, and forgets the key of its root: then not even one who has all files of this machine can sign for another name,
 * on systems either that heed the limits of a root or that heed those of the certificates below it alone.
 * @param machine the first label of the machine's name; null where it has none that a certificate could be for.
 */
export function makeAuthority(machine: string | null, nowMs: number): Authority {
  const [rootKeys, issuerKeys] = [newKeys(), newKeys()];
  const validity: Validity = { fromMs: nowMs - behindMs, toMs: nowMs + authorityDays * dayMs };
  const day = new Date(nowMs).toISOString().slice(0, 10);
  const name = ['Tillside', ...(machine === null ? [] : [machine]), day].join(' ');
  const own = machine !== null && isNoTopLevel(machine) ? [machine] : [];
  const limits = onlyFor([...localDomains, ...own], localSubnets);
  const root = signCertificate({
    subject: name,
    issuer: name,
    publicKey: rootKeys.publicKey,
    signer: rootKeys,
    validity,
    extensions: [...isAuthority(1), limits],
  });
  const issuer = signCertificate({
    subject: `${name} issuer`,
    issuer: name,
    publicKey: issuerKeys.publicKey,
    signer: rootKeys,
    validity,
    extensions: [...isAuthority(0), forServers, limits],
  });
  return {
    root: new X509Certificate(root),
    issuer: new X509Certificate(issuer),
    key: issuerKeys.privateKey,
  };
}

/** Whether what it signs may be for a name or an address. */
export function maySignFor({ root }: Pick<Authority, 'root'>, host: string): boolean {
  if (isIP(host) !== 0 || host.includes('.') || host === 'localhost') return isLocalHost(host);
  return isNoTopLevel(host) && nameInSubject.exec(root.subject)?.[1] === host;
}

/** When one that is signed now ends, which is never after what it is signed with. */
export function serverEndsMs({ issuer }: Pick<Authority, 'issuer'>, nowMs: number): number {
  return Math.min(nowMs + serverDays * dayMs, issuer.validToDate.getTime());
}

/** @param hosts only what it may sign for. @returns a certificate for a key of its own, which is in no file. */
export function signForServer(authority: Authority, hosts: readonly string[], nowMs: number): Pair {
  const { issuer, key } = authority;
  const { publicKey, privateKey } = newKeys();
  const toMs = serverEndsMs(authority, nowMs);
  const cert = signCertificate({
    subject: 'Tillside',
    issuer: issuer.subject.replace(/^CN=/, ''),
    publicKey,
    signer: { publicKey: issuer.publicKey, privateKey: key },
    validity: { fromMs: nowMs - behindMs, toMs },
    extensions: [...isServer, forServers, forHosts(hosts)],
  });
  return {
    cert: `${cert}${issuer.toString()}`,
    key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
    validToMs: new X509Certificate(cert).validToDate.getTime(),
  };
}
