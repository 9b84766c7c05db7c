// Where a tablet on the shop's network finds the display's page of this server.
import type { Request } from 'express';
import { isLoopback } from '../core/loopback.ts';
import { addressUrl } from '../http/listen.ts';

export type Addresses = {
  /** The name that the shop has given this server; null is none but its addresses. */
  publicUrl: URL | null;
  /** The addresses by which others on the network may reach it, the likeliest first; none when only this machine does. */
  networkAddresses: readonly string[];
};

type Asked = Pick<Request, 'protocol' | 'headers'> & { socket: Pick<Request['socket'], 'localPort'> };

/**
 * @param asked by a browser that has reached it already: what is no loopback address there is good for a tablet, too. Where this machine
 * does not know that address, as in a container, its own are less likely to be right.
 */
export function tabletAddresses(asked: Asked, { publicUrl, networkAddresses }: Addresses): string[] {
  const paths = (origins: readonly string[]) => origins.map((origin) => `${origin}/display`);
  if (publicUrl !== null && !isLoopback(publicUrl.hostname)) return paths([publicUrl.origin]);
  const { socket, protocol, headers } = asked;
  // What this server itself speaks; `protocol` may be that of a proxy.
  const speaks = 'encrypted' in socket ? 'https' : 'http';
  const own = networkAddresses.map((one) => new URL(addressUrl(speaks, one, socket.localPort ?? '')).origin);
  const here = URL.parse(`${protocol}://${headers.host}`);
  const isNew = here !== null && !isLoopback(here.hostname) && !own.includes(here.origin);
  return paths(isNew ? [here.origin, ...own] : own);
}
