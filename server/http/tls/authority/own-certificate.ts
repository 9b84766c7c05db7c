// The certificate of a server that has an authority of its own: signed at the start, and anew when it is old or the machine has other addresses.
import type { X509Certificate } from 'node:crypto';
import { type Certificate, certificateFrom } from '../open-certificate.ts';
import type { Pair } from '../pair.ts';
import { type Authority, makeAuthority, maySignFor, serverEndsMs, signForServer } from './authority.ts';
import { authorityNotice, checkDates, openAuthority } from './authority-file.ts';

export type OwnCertificateDeps = {
  /** The file of the authority; null for one that goes with the process, as a database in memory does. */
  file: string | null;
  /** The first label of the machine's name, in lower case; null where it has none that a certificate could be for. */
  machine: string | null;
  /** The host of PUBLIC_URL; null where that is not set. */
  publicHost: string | null;
  /** By which others on the network reach this machine now, the likeliest first. */
  addresses: () => readonly string[];
};

export type OwnCertificate = Certificate & {
  /** What tablets trust. */
  root: X509Certificate;
  /** By which the machine calls itself on its network. */
  names: readonly string[];
};

/** So much longer has a new one to be good for before it takes the place of the one before it. */
const gainMs = 30 * 24 * 3_600_000;
const ofThisMachine = ['localhost', '127.0.0.1', '::1'];

/** Signs for what `hostsNow` tells, and again once there is more, a month has gone, or the clock was set back. */
function signAsNeeded(authority: Authority, file: string, hostsNow: () => readonly string[]) {
  let current: { pair: Pair; hosts: ReadonlySet<string>; fromMs: number } | null = null;
  return (nowMs: number): Pair => {
    checkDates(authority, file, nowMs);
    const hosts = hostsNow();
    const isGood =
      current !== null &&
      nowMs >= current.fromMs &&
      serverEndsMs(authority, nowMs) - current.pair.validToMs < gainMs &&
      // One that has gone may come back, as with a cable that is pulled.
      hosts.every((host) => current?.hosts.has(host));
    if (current === null || !isGood) {
      current = { pair: signForServer(authority, hosts, nowMs), hosts: new Set(hosts), fromMs: nowMs };
    }
    return current.pair;
  };
}

function addressNotice([first]: readonly string[], authority: Authority): string[] {
  if (first === undefined || maySignFor(authority, first)) return [];
  return [
    `The address ${first} of this machine is one of the Internet, for which TLS=auto does not vouch: browsers take only its name there. Use TLS_CERT and TLS_KEY, or a network of the shop's own.`,
  ];
}

/** @throws CertificateUnusable */
export function openOwnCertificate(deps: OwnCertificateDeps, nowMs: number): OwnCertificate {
  const { file, machine, publicHost, addresses } = deps;
  const authority = file === null ? makeAuthority(machine, nowMs) : openAuthority(file, machine, nowMs);
  const place = file ?? 'in memory';
  const names = machine === null ? [] : [machine, `${machine}.local`];
  const fixed = [...ofThisMachine, ...names, ...(publicHost === null ? [] : [publicHost])];
  const hostsNow = () =>
    [...new Set([...fixed, ...addresses()])].filter((host) => maySignFor(authority, host));
  const source = {
    read: signAsNeeded(authority, place, hostsNow),
    noticeOf: (_pair: Pair, atMs: number) => authorityNotice(authority, place, atMs),
  };
  const { pair, notices, keep } = certificateFrom(source, nowMs);
  const all = [...notices, ...addressNotice(addresses(), authority)];
  return { pair, notices: all, keep, root: authority.root, names };
}
