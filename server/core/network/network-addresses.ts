// The addresses by which others on the shop's network may reach this machine, the likeliest first.
import { createSocket } from 'node:dgram';
import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';
import { isLoopback } from '../loopback.ts';

export type Interfaces = NodeJS.Dict<Pick<NetworkInterfaceInfo, 'address' | 'family' | 'internal'>[]>;

/** Networks that are in this machine alone, of containers and virtual machines. */
const within =
  /^(docker|podman|br-|veth|virbr|vmnet|vnet|vboxnet|lxc|lxd|cni|flannel|cali|bridge\d|vEthernet|VMware|VirtualBox)/i;
/** Networks that a tablet of the shop is hardly in. */
const elsewhere = /^(tun|tap|utun|wg|tailscale|zt|ppp|ipsec|nordlynx)/i;
/** An address that a machine has given itself: it is good on one wire, in IPv6 with its interface named. */
const isLinkLocal = (address: string) => /^(169\.254\.|fe[89ab])/i.test(address);

const isAny = (host: string) => ['0.0.0.0', '::', ''].includes(host);

/**
 * @param host what the server listens on: a particular address is the only one. `0.0.0.0` takes IPv4 alone.
 * @param preferred the addresses with which this machine goes out, which come first.
 * @returns none when only this machine reaches it.
 */
export function networkAddresses(
  host: string,
  interfaces: Interfaces = networkInterfaces(),
  preferred: readonly string[] = [],
): string[] {
  if (isLoopback(host)) return [];
  if (!isAny(host)) return [host];
  const rank = (name: string, { address, family }: { address: string; family: string }) => {
    const way = preferred.includes(address) ? 0 : elsewhere.test(name) ? 2 : 1;
    return 2 * way + (family === 'IPv4' ? 0 : 1);
  };
  return Object.entries(interfaces)
    .filter(([name]) => !within.test(name))
    .flatMap(([name, addresses = []]) => addresses.map((one) => ({ ...one, rank: rank(name, one) })))
    .filter(({ internal, address }) => !internal && !isLinkLocal(address))
    .filter(({ family }) => family === 'IPv4' || host !== '0.0.0.0')
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ address }) => address);
}

/** The address with which this machine would go to `far`; null when there is no way. Nothing is sent. */
function wayOut(type: 'udp4' | 'udp6', far: string): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = createSocket(type);
    // What has failed is not always open still.
    socket.once('error', () => resolve(null));
    socket.once('connect', () => {
      const { address } = socket.address();
      socket.close();
      resolve(address);
    });
    socket.connect(9, far);
  });
}

/** @param host what the server listens on. @returns the addresses by which others may reach this machine now, those of the default route first. */
export const readNetworkAddresses = async (host: string): Promise<string[]> =>
  networkAddresses(host, undefined, await defaultRouteAddresses());

/** The addresses of the default route. Those asked for are in nobody's network (RFC 5737, RFC 3849). */
async function defaultRouteAddresses(): Promise<string[]> {
  const found = await Promise.all([wayOut('udp4', '192.0.2.1'), wayOut('udp6', '2001:db8::1')]);
  return found.filter((address) => address !== null);
}
