// What is said to plain http on the port of https: where to go instead. Nothing is read but the head of one request.
import { createServer, type IncomingMessage, type ServerOptions, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

const said = 'This port speaks https. What was sent to it over plain http could be read on the way.\n';

/** The pages that show devices how to trust this server. */
export type Trust = {
  path: string;
  /** Answers the request, or leaves it to `otherwise`. */
  answer: (request: IncomingMessage, response: ServerResponse, otherwise: () => void) => void;
};

type Deps = {
  /** Whether a `Host` header names this server; others are sent nowhere. */
  isOurName: (host: string) => boolean;
  trust: Trust | null;
};

/** Over plain http, a host without a port is at 80, which over https would be another one. */
const withPort = (host: string) => (/:\d+$/.test(host) ? host : `${host}:80`);

/** @returns what answers one request of a connection and ends it. */
export function createPlainAnswers({ isOurName, trust }: Deps, limits: ServerOptions) {
  const server = createServer(limits, (request, response) => {
    const { method, headers, url = '' } = request;
    const { host = '', accept = '' } = headers;
    const reads = method === 'GET' || method === 'HEAD';
    response.setHeader('Connection', 'close');
    const say = (status: number, more: Record<string, string>) =>
      response.writeHead(status, { 'Content-Type': 'text/plain', ...more }).end(said);
    // Kept by nobody: a shop may go back to plain http.
    const sendTo = (location: string) => say(307, { Location: location, 'Cache-Control': 'no-store' });
    const sendOn = () => {
      // What is not for people finds out by itself that it does not trust the server.
      if (trust === null || !accept.includes('text/html')) sendTo(`https://${withPort(host)}${url}`);
      else sendTo(`${trust.path}?to=${encodeURIComponent(url)}`);
    };
    if (!(reads && url.startsWith('/') && isOurName(host))) say(426, { Upgrade: 'TLS/1.2, HTTP/1.1' });
    else if (trust === null) sendOn();
    else trust.answer(request, response, sendOn);
  });
  return (socket: Socket): void => void server.emit('connection', socket);
}
