// By which names this server may be called, and from which pages it may be written to.
import { isIP } from 'node:net';
import type { RequestHandler } from 'express';
import { isLoopback } from '../core/loopback.ts';
import { Refusal } from '../core/refusal.ts';

/** An address cannot be made to lead to us by somebody else's name server, as a name can (DNS rebinding). */
const isAddress = (hostname: string) => isIP(hostname.replace(/^\[(.*)\]$/, '$1')) !== 0;

/** What screens send as `Host` is the same every second; what strangers send must not fill the memory. */
const mostKnown = 100;

/** @returns whether a `Host` header names this server: by an address, or by the name that the shop has given it. */
export type IsOurName = (host: string) => boolean;

/**
 * @param publicUrl the name that the shop has given this server; null is none but its addresses.
 * @param names those that the machine has for itself, where certificates of the shop's own are for them, too.
 */
export function createIsOurName(publicUrl: URL | null, names: readonly string[] = []): IsOurName {
  const known = new Set<string>();

  return (host) => {
    if (known.has(host)) return true;
    const hostname = URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : '';
    const isNamed = hostname === publicUrl?.hostname || names.includes(hostname);
    const isOurs = isLoopback(hostname) || isAddress(hostname) || isNamed;
    if (isOurs && known.size < mostKnown) known.add(host);
    return isOurs;
  };
}

/** A page elsewhere cannot reach us under a name of its own, nor write through a visitor's browser. */
export function createGuard(publicUrl: URL | null, isOurName: IsOurName): RequestHandler {
  return (request, _response, next) => {
    const { host = '', origin } = request.headers;
    if (!isOurName(host)) {
      throw new Refusal('not_allowed', 'This server is not called that. Set PUBLIC_URL to give it a name.');
    }
    const reads = request.method === 'GET' || request.method === 'HEAD';
    const isOurs = origin === `${request.protocol}://${host}` || origin === publicUrl?.origin;
    if (!reads && origin !== undefined && !isOurs) {
      throw new Refusal('not_allowed', 'Pages from elsewhere may not change anything here.');
    }
    next();
  };
}
