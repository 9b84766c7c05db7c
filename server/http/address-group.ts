import { isIPv6 } from 'node:net';

/** A network gives each of its customers 64 bits of an IPv6 address to choose from, so that those count as one. */
const ownGroups = 4;

/** @returns what one customer of a network has: an IPv4 address, or the first 64 bits of an IPv6 one. */
export function addressGroup(address: string): string {
  const plain = unmapped(address);
  if (!isIPv6(plain)) return plain;
  const [before = '', after] = plain.replace(/%.*$/, '').split('::');
  const first = groupsOf(before);
  const last = groupsOf(after ?? '');
  const between = after === undefined ? 0 : 8 - first.length - last.length;
  const all = [...first, ...Array.from({ length: between }, () => '0'), ...last];
  return `${all.slice(0, ownGroups).join(':')}::/64`;
}

/** An IPv4 address as a socket for both kinds has it, in its own form. */
export const unmapped = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '');

/** Without leading zeros; the IPv4 form at an end counts as the two groups that it stands for. */
const groupsOf = (text: string) =>
  text === ''
    ? []
    : text
        .split(':')
        .flatMap((group) => (group.includes('.') ? ['0', '0'] : [Number.parseInt(group, 16).toString(16)]));
