// The HTTP server itself, and how much of anything it takes from anybody.
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server as TlsServer } from 'node:tls';
import { isLoopback } from '../core/loopback.ts';
import { type ConnectionLimits, limitConnections, type OnRefused } from './connections.ts';
import { toErrorAnswer } from './errors.ts';
import { createTlsServer, type TlsOptions } from './tls/tls-server.ts';

const limits = {
  /** Bytes of a request line with its headers; the longest that our own screens send is under 1,000. */
  maxHeaderSize: 8_192,
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  /**
   * Longer than proxies keep an idle connection (nginx 60 s, Caddy 2 min): one that they are about to use must not just have been closed
   * here, or a payment that they pass on is lost.
   */
  keepAliveTimeout: 150_000,
  connectionsCheckingInterval: 2_000,
};
/**
 * For so many milliseconds an answer may lie without any of it being read. A slow reader who reads goes on, and so does a request that
 * is still worked on.
 */
const unreadTimeout = 30_000;
const mostHeaders = 60;
/**
 * As many as may have connected and not been taken up: all screens of a chain connect at once when its server is back. The system
 * drops what is above, and a screen so dropped waits for its own deadline.
 */
const mostNotTakenUp = 4_096;

const unreadable = toErrorAnswer('invalid_request', 'The address cannot be read.');

/** Express would answer these itself, before any of our middleware. */
function unlessUnreadable(handler: RequestListener): RequestListener {
  return (request, response) => {
    const { url = '' } = request;
    if (url.startsWith('/') || URL.canParse(url)) {
      handler(request, response);
      return;
    }
    response.writeHead(unreadable.status, { 'Content-Type': 'application/json', Connection: 'close' });
    response.end(JSON.stringify(unreadable.body));
  };
}

export type ServerOptions = Partial<typeof limits> & {
  unreadTimeout?: number;
  connections?: ConnectionLimits;
  onRefused?: OnRefused;
  /** Without it the server speaks plain http. */
  tls?: TlsOptions | null;
};

const unlimited: ConnectionLimits = {
  most: Number.POSITIVE_INFINITY,
  mostPerAddress: Number.POSITIVE_INFINITY,
  isExempt: () => true,
};

/** @param options what is not ours to fix; and limits for tests, which cannot wait that long. */
export function createHttpServer(handler: RequestListener, options: ServerOptions = {}): Server {
  const { connections: limit = unlimited, onRefused = () => undefined, tls, ...shorter } = options;
  const answer = unlessUnreadable(handler);
  const all = { ...limits, ...shorter };
  const bounded: RequestListener = (request, response) => {
    if (connections.begin(request, response)) answer(request, response);
  };
  const server = !tls
    ? createServer(all, bounded)
    : createTlsServer(tls, all, bounded, (...ends) => connections.encrypt(...ends));
  const connections = limitConnections(server, limit, onRefused);
  server.maxHeadersCount = mostHeaders;
  server.timeout = options.unreadTimeout ?? unreadTimeout;
  // Node asks only once nothing has come or gone for that long, and ends the connection itself unless somebody listens.
  server.on('timeout', (socket) => {
    if (connections.isServed(socket) && socket.writableLength === 0) {
      socket.setTimeout(server.timeout);
      return;
    }
    if (connections.isServed(socket)) onRefused('unread', { address: socket.remoteAddress ?? '' });
    socket.destroy();
  });
  // Without a listener, an error that the system has with one connection would end the process.
  server.on('error', (err) => {
    if (server.listening) onRefused('accept', { err });
  });
  return server;
}

/** As a browser writes it. */
export const addressUrl = (protocol: 'http' | 'https', address: string, port: number | string) =>
  `${protocol}://${address.includes(':') ? `[${address}]` : address}:${port}`;

/** The same over plain http: to the port of https, which answers both. */
export function overPlainHttp(address: string): string {
  const { hostname, port, pathname } = new URL(address);
  return new URL(`http://${hostname}:${port || '443'}${pathname}`).href;
}

/** The address that works from every machine that can reach this one, which its own loopback does not. */
export function reachable(url: string, networkAddress: string | null): string {
  const { protocol, hostname, port } = new URL(url);
  const isElsewhere = isLoopback(hostname) && networkAddress !== null;
  return isElsewhere ? addressUrl(protocol === 'https:' ? 'https' : 'http', networkAddress, port) : url;
}

/** @returns the address, as a browser on this machine writes it. @throws when it cannot be had. */
export async function listen(server: Server, host: string, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen({ port, host, backlog: mostNotTakenUp }, resolve);
  });
  const { port: actual } = server.address() as AddressInfo;
  const local = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return addressUrl(server instanceof TlsServer ? 'https' : 'http', local, actual);
}
