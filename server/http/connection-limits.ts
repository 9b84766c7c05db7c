// How many connections are let in: as configured, as the system allows, and as many as it takes from a trusted proxy.
import { BlockList, isIPv6 } from 'node:net';
import type { Logger } from 'pino';
import { unmapped } from './address-group.ts';
import type { ConnectionLimits } from './connections.ts';
import { connectionsWithin } from './open-files.ts';

const familyOf = (address: string) => (isIPv6(address) ? 'ipv6' : 'ipv4');

/** @param proxies addresses and subnets. @returns whether an address is one of them. */
function createIsProxy(proxies: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const proxy of proxies) {
    const [address = '', bits] = proxy.split('/');
    if (bits === undefined) list.addAddress(address, familyOf(address));
    else list.addSubnet(address, Number(bits), familyOf(address));
  }
  return (address) => {
    const plain = unmapped(address);
    return list.check(plain, familyOf(plain));
  };
}

export type WantedLimits = {
  /** How many are wanted now: more when tills are added. */
  wanted: () => Omit<ConnectionLimits, 'isExempt'>;
  trustedProxies: readonly string[];
  /** How many files and connections this process may have open; null is as many as it likes. */
  openFiles: number | null;
};

/** Says in the log when the system allows less than is wanted. */
export function connectionLimits(
  { wanted, trustedProxies, openFiles }: WantedLimits,
  log: Logger,
): ConnectionLimits {
  const within = connectionsWithin(openFiles);
  if (within < wanted().most) {
    const said = 'the limit of open files (ulimit -n) allows fewer connections than MAX_CONNECTIONS';
    log.warn({ openFiles, wanted: wanted().most, connections: within }, said);
  }
  return {
    get most() {
      return Math.min(wanted().most, within);
    },
    get mostPerAddress() {
      return Math.min(wanted().mostPerAddress, within);
    },
    isExempt: createIsProxy(trustedProxies),
  };
}
