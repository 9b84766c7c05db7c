// Hosts that mean something in a network of one's own alone: no public certificate is for any of them.
import { BlockList, isIP } from 'node:net';

/** RFC 1918, 6598, 3927, 1122; RFC 4193, 4291. */
export const localSubnets: readonly (readonly [address: string, bits: number])[] = [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['100.64.0.0', 10],
  ['169.254.0.0', 16],
  ['127.0.0.0', 8],
  ['fc00::', 7],
  ['fe80::', 10],
  ['::1', 128],
];

/** RFC 6762, RFC 6761. Each stands for all below it, too. */
export const localDomains = ['local', 'localhost'] as const;

const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

const subnets = new BlockList();
for (const [address, bits] of localSubnets) subnets.addSubnet(address, bits, familyOf(address));

/** @param host an address, in brackets or not, or a name, in lower case. */
export function isLocalHost(host: string): boolean {
  const address = host.replace(/^\[(.*)\]$/, '$1');
  if (isIP(address) !== 0) return subnets.check(address, familyOf(address));
  return localDomains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}

/**
 * @param hostname as the system has it. @returns its first label, by which the machine is known on its network, with `.local` behind it
 * too; null where no certificate could be for it.
 */
export function machineLabel(hostname: string): string | null {
  const [label = ''] = hostname.toLowerCase().split('.');
  const isLabel = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label);
  return isLabel && isIP(hostname) === 0 && label !== 'localhost' ? label : null;
}
