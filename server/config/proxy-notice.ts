// What is printed at the start about a proxy that may stand in front. Pure.
import type { AccessConfig } from './network.ts';

/** A warning when the server has a public name and trusts no proxy: then it cannot tell who comes from where. Null when all is well. */
export function proxyNotice(config: Pick<AccessConfig, 'isBehindProxy' | 'trustedProxies'>): string | null {
  const { isBehindProxy, trustedProxies } = config;
  if (!isBehindProxy || trustedProxies.length > 0) return null;
  return `PUBLIC_URL is set without TRUSTED_PROXIES: whoever comes through a proxy seems to have its address. Staff can sign in, but guessing is slowed by name only, and cookies are not marked Secure. Set TRUSTED_PROXIES to the address of the proxy, such as 127.0.0.1.`;
}
