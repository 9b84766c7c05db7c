// The variables that say who can reach the server, and what cashiers may do.
import { isIP } from 'node:net';
import { maxAmountMinor } from '../contract/payments.ts';
import { isLoopback } from '../core/loopback.ts';
import { readTls, type TlsConfig } from './access/tls.ts';
import type { EnvReader } from './env-reader.ts';

export type AccessConfig = {
  host: string;
  /** The name that the shop has given this server; null is none but its addresses. */
  publicUrl: URL | null;
  /** With what the server itself speaks https; null is plain http. */
  tls: TlsConfig | null;
  /** Browsers come over https, whether the server itself speaks it or a proxy with an https address does. */
  isHttps: boolean;
  /** Everybody may come by way of a proxy. */
  isBehindProxy: boolean;
  /** Addresses and subnets whose word on where a request comes from is taken. */
  trustedProxies: string[];
  /** What a cashier may refund and release of one payment in all, in minor units. */
  cashierRefundUpTo: number;
  /** What one cashier may refund and release in a day of the shop, of all payments, in minor units. */
  cashierRefundUpToADay: number;
  /** What nobody on the staff gives back of one payment without a manager's PIN on the spot, in minor units; null is no such limit. */
  refundApprovalAbove: number | null;
};

function readHost(read: EnvReader): string {
  const host = (read.text('HOST') ?? '127.0.0.1').replace(/^\[(.*)\]$/, '$1');
  if (isIP(host) === 0 && !isLoopback(host)) {
    read.wrong('HOST', host, 'an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all of them');
  }
  return host;
}

function readPublicUrl(read: EnvReader): URL | null {
  const value = read.text('PUBLIC_URL');
  if (value === undefined) return null;
  const url = read.url('PUBLIC_URL', value, true);
  if (url !== null && (url.pathname !== '/' || url.search !== '' || url.hash !== '')) {
    read.wrong('PUBLIC_URL', `${url.origin}${url.pathname}`, 'an address without a path');
  }
  return url;
}

function isSubnet(value: string): boolean {
  const [address = '', bits, more] = value.split('/');
  const longest = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  if (more !== undefined || longest < 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= longest);
}

function readProxies(read: EnvReader): string[] {
  const value = read.text('TRUSTED_PROXIES');
  const proxies = value?.split(',').map((one) => one.trim()) ?? [];
  if (!proxies.every(isSubnet)) {
    const accepts = 'addresses or subnets separated by commas, such as 127.0.0.1 or 10.0.0.0/8';
    read.wrong('TRUSTED_PROXIES', value, accepts);
  }
  return proxies;
}

function readLimit(read: EnvReader, name: string, otherwise: number, most: number): number {
  const value = read.text(name) ?? String(otherwise);
  if (/^\d{1,10}$/.test(value) && Number(value) <= most) return Number(value);
  const accepts = `minor units (øre, cents) in digits, at most ${most}; 0 has a manager approve all of it`;
  read.wrong(name, value, accepts);
  return 0;
}

/** Ten refunds up to the limit are many for one person and day. */
export const limitsADay = 10;

function readRefundLimits(read: EnvReader) {
  const cashierRefundUpTo = readLimit(read, 'CASHIER_REFUND_LIMIT', 0, maxAmountMinor);
  const usual = cashierRefundUpTo * limitsADay;
  const most = maxAmountMinor * limitsADay;
  const cashierRefundUpToADay = readLimit(read, 'CASHIER_REFUND_LIMIT_PER_DAY', usual, most);
  const isSet = read.text('REFUND_APPROVAL_ABOVE') !== undefined;
  const refundApprovalAbove = isSet ? readLimit(read, 'REFUND_APPROVAL_ABOVE', 0, maxAmountMinor) : null;
  return { cashierRefundUpTo, cashierRefundUpToADay, refundApprovalAbove };
}

export function readAccess(read: EnvReader): AccessConfig {
  const publicUrl = readPublicUrl(read);
  const tls = readTls(read, publicUrl);
  return {
    host: readHost(read),
    publicUrl,
    tls,
    isHttps: tls !== null || publicUrl?.protocol === 'https:',
    isBehindProxy: tls === null && publicUrl !== null,
    trustedProxies: readProxies(read),
    ...readRefundLimits(read),
  };
}
