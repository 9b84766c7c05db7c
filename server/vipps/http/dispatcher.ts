// What opens connections to Vipps: directly or through a proxy, always within the same bounds.
import type { LookupFunction } from 'node:net';
import { getCACertificates } from 'node:tls';
import { Agent, type Dispatcher, EnvHttpProxyAgent, Pool } from 'undici';

export type Network = {
  /** Null is to connect directly. */
  proxy: { url: URL; except: string } | null;
  /** Certificates of authorities that are trusted besides those that Node trusts, as PEM; null is none. */
  authorities: string | null;
  /** How names are looked up; by the system where nothing is said. */
  lookup?: LookupFunction;
};

export const directly: Network = { proxy: null, authorities: null };

/**
 * To one host at a time; more calls than that wait for one of them. Enough for a poll a second at each of 1,500 tills while Vipps
 * takes a quarter of a second for an answer.
 */
export const mostConnections = 400;

type Timeouts = { connectTimeoutMs: number; readTimeoutMs: number };

export function createDispatcher(timeouts: Timeouts, { proxy, authorities, lookup }: Network): Dispatcher {
  const ca = authorities === null ? {} : { ca: [...getCACertificates('default'), authorities] };
  const named = lookup === undefined ? {} : { lookup };
  const connect = { timeout: timeouts.connectTimeoutMs, ...ca, ...named };
  const bounds = {
    headersTimeout: timeouts.readTimeoutMs,
    bodyTimeout: timeouts.readTimeoutMs,
    keepAliveTimeout: 30_000,
    connections: mostConnections,
  };
  if (proxy === null) return new Agent({ ...bounds, connect });
  const throughProxy = {
    ...bounds,
    connect,
    // Plain http is for doubles on this machine. All four are said: what is left out is read from the environment.
    httpProxy: '',
    httpsProxy: proxy.url.href,
    noProxy: proxy.except,
    requestTls: connect,
    proxyTls: connect,
    // The proxy is asked for a tunnel, within the time for a connection.
    clientFactory: (origin: URL, options: object) =>
      new Pool(origin, {
        ...options,
        headersTimeout: timeouts.connectTimeoutMs,
        connections: mostConnections,
      }),
  };
  return new EnvHttpProxyAgent(throughProxy);
}
