// Whether a URL stays on this machine, and by which address a phone reaches it.
import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';
import { isLoopback } from '../core/loopback.ts';

/** Whether a URL leads to this machine and nowhere else, whatever its scheme. */
export function isLocal(url: string): boolean {
  return isLoopback(URL.parse(url)?.hostname ?? '');
}

/**
 * The address that a phone on the same network can reach a server by.
 * @param host what the server listens on
 * @returns `host` itself when it is a particular address, otherwise the machine's first IPv4 address on a network
 */
export function addressForPhones(
  host: string,
  interfaces: NodeJS.Dict<NetworkInterfaceInfo[]> = networkInterfaces(),
): string {
  if (isLoopback(host)) return host;
  const isAny = host === '0.0.0.0' || host === '::' || host === '';
  const outside = Object.values(interfaces)
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal);
  return isAny ? (outside?.address ?? '127.0.0.1') : host;
}
