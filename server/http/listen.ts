// The HTTP server itself, and how much of anything it takes from anybody.
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ConnectionLimits, limitConnections, type OnRefused } from './connections.ts';
import { toErrorAnswer } from './errors.ts';

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
};

const unlimited: ConnectionLimits = {
  most: Number.POSITIVE_INFINITY,
  mostPerAddress: Number.POSITIVE_INFINITY,
  isExempt: () => true,
};

/** @param options what is not ours to fix; and limits for tests, which cannot wait that long. */
export function createHttpServer(handler: RequestListener, options: ServerOptions = {}): Server {
  const { connections: limit = unlimited, onRefused = () => undefined, ...shorter } = options;
  const answer = unlessUnreadable(handler);
  const server = createServer({ ...limits, ...shorter }, (request, response) => {
    if (connections.begin(request, response)) answer(request, response);
  });
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
export const addressUrl = (address: string, port: number | string) =>
  `http://${address.includes(':') ? `[${address}]` : address}:${port}`;

/** @returns the address, as a browser on this machine writes it. @throws when it cannot be had. */
export async function listen(server: Server, host: string, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen({ port, host, backlog: mostNotTakenUp }, resolve);
  });
  const { port: actual } = server.address() as AddressInfo;
  const local = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return addressUrl(local, actual);
}
