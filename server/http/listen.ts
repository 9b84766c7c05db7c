// The HTTP server itself, and how much of anything it takes from anybody.
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { toErrorAnswer } from './errors.ts';

const limits = {
  /** Bytes of a request line with its headers; the longest that our own screens send is under 1,000. */
  maxHeaderSize: 8_192,
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  /** Longer than the second between two polls, so that a screen keeps its connection. */
  keepAliveTimeout: 15_000,
  connectionsCheckingInterval: 2_000,
};
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

/** @param shorter limits for tests, which cannot wait that long. */
export function createHttpServer(handler: RequestListener, shorter: Partial<typeof limits> = {}): Server {
  const server = createServer({ ...limits, ...shorter }, unlessUnreadable(handler));
  server.maxHeadersCount = mostHeaders;
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
