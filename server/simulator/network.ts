// Which addresses are of this machine only, and which one a phone reaches it by.
import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';

/** Whether only this machine can reach a server that listens on `host`. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** Whether a URL leads to this machine and nowhere else, whatever its scheme. */
export function isLocal(url: string): boolean {
  const hostname = URL.parse(url)?.hostname ?? '';
  return isLoopback(hostname.replace(/^\[(.*)\]$/, '$1'));
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
