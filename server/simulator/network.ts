// Whether a URL stays on this machine, and by which address a phone reaches it.
import { isLoopback } from '../core/loopback.ts';
import { type Interfaces, networkAddresses } from '../core/network/network-addresses.ts';

/** Whether a URL leads to this machine and nowhere else, whatever its scheme. */
export function isLocal(url: string): boolean {
  return isLoopback(URL.parse(url)?.hostname ?? '');
}

/**
 * The address that a phone on the same network can reach a server by.
 * @param host what the server listens on
 * @returns `host` itself when it is a particular address, otherwise the likeliest of the machine's addresses on a network
 */
export function addressForPhones(host: string, interfaces?: Interfaces): string {
  return isLoopback(host) ? host : (networkAddresses(host, interfaces)[0] ?? '127.0.0.1');
}
