// What is said to plain http on the port of https: where to go instead. Nothing is read but the head of one request.
import { createServer, type ServerOptions } from 'node:http';
import type { Socket } from 'node:net';

const said = 'This port speaks https. What was sent to it over plain http could be read on the way.\n';

/**
 * @param isOurName whether a `Host` header names this server; others are sent nowhere.
 * @returns what answers one request of a connection and ends it.
 */
export function createPlainAnswers(isOurName: (host: string) => boolean, limits: ServerOptions) {
  const server = createServer(limits, ({ method, headers, url = '' }, response) => {
    const { host = '' } = headers;
    response.setHeader('Connection', 'close').setHeader('Content-Type', 'text/plain');
    const reads = method === 'GET' || method === 'HEAD';
    if (reads && url.startsWith('/') && isOurName(host)) {
      // Kept by nobody: a shop may go back to plain http.
      response.writeHead(307, { Location: `https://${host}${url}`, 'Cache-Control': 'no-store' });
    } else {
      response.writeHead(426, { Upgrade: 'TLS/1.2, HTTP/1.1' });
    }
    response.end(said);
  });
  return (socket: Socket): void => void server.emit('connection', socket);
}
