// By which names this server may be called, and from which pages it may be written to.
import { isIP } from 'node:net';
import type { RequestHandler } from 'express';
import { isLoopback } from '../env-reader.ts';
import { Refusal } from '../refusal.ts';

/** An address cannot be made to lead to us by somebody else's name server, as a name can (DNS rebinding). */
const isAddress = (hostname: string) => isIP(hostname.replace(/^\[(.*)\]$/, '$1')) !== 0;

/**
 * A page elsewhere cannot reach us under a name of its own, nor write through a visitor's browser.
 * @param publicUrl the name that the shop has given this server; null is none but its addresses.
 */
export function createGuard(publicUrl: URL | null): RequestHandler {
  return (request, _response, next) => {
    const host = request.headers.host ?? '';
    const { origin } = request.headers;
    const hostname = URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : '';
    if (!isLoopback(hostname) && !isAddress(hostname) && hostname !== publicUrl?.hostname) {
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
