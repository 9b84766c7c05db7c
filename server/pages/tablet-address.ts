// Where a tablet on the shop's network finds this server.
import type { Request } from 'express';
import { isLoopback } from '../core/loopback.ts';
import { addressUrl } from '../http/listen.ts';

export type Addresses = {
  /** The name that the shop has given this server; null is none but its addresses. */
  publicUrl: URL | null;
  /** The address by which others on the network reach it; null when only this machine does. */
  networkAddress: string | null;
};

type Asked = Pick<Request, 'protocol' | 'headers'> & { socket: Pick<Request['socket'], 'localPort'> };

/** @param asked by a browser that has reached it already: what is no loopback address there is good for a tablet, too. */
export function addressForTablets(asked: Asked, { publicUrl, networkAddress }: Addresses): string | null {
  if (publicUrl !== null && !isLoopback(publicUrl.hostname)) return publicUrl.origin;
  const here = URL.parse(`${asked.protocol}://${asked.headers.host}`);
  if (here !== null && !isLoopback(here.hostname)) return here.origin;
  if (networkAddress === null) return null;
  const { socket } = asked;
  // What this server itself speaks; `protocol` may be that of a proxy.
  const protocol = 'encrypted' in socket ? 'https' : 'http';
  return addressUrl(protocol, networkAddress, socket.localPort ?? '');
}
