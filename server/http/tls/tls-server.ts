// https, and a word for who speaks plain http to the same port: the first byte of a connection says which it is.
import { constants } from 'node:crypto';
import type { RequestListener, Server, ServerOptions } from 'node:http';
import { createServer } from 'node:https';
import type { Socket } from 'node:net';
import { oldestVersion, type Pair } from './pair.ts';
import { createPlainAnswers, type Trust } from './plain-answers.ts';

/** What every TLS connection begins with: a record of the handshake (RFC 8446, section 5.1). */
const handshake = 0x16;

export type TlsOptions = {
  pair: Pick<Pair, 'cert' | 'key'>;
  /** Whether a `Host` header names this server. */
  isOurName: (host: string) => boolean;
  /** Shows devices how to trust it, over plain http, where they need to be shown. */
  trust?: Trust | null;
  /** For so many milliseconds a connection may say nothing, and then its handshake may take so long; plain http gets as long in all. */
  handshakeTimeout?: number;
};

const handshakeTimeoutMs = 10_000;

/** For `createServer` and `setSecureContext`. */
export const contextOf = ({ cert, key }: Pick<Pair, 'cert' | 'key'>) =>
  ({
    cert,
    key,
    minVersion: oldestVersion,
    // Nobody needs it, and each one costs the server far more than the client.
    secureOptions: constants.SSL_OP_NO_RENEGOTIATION,
  }) as const;

const wayOf = ({ remoteAddress, remotePort, localAddress, localPort }: Socket) =>
  [remoteAddress, remotePort, localAddress, localPort].join(' ');

/**
 * @param limits as for a server of plain http.
 * @param onEncrypted is told of each handshake that is over. @returns a server that is to listen itself.
 */
export function createTlsServer(
  { pair, isOurName, trust = null, handshakeTimeout = handshakeTimeoutMs }: TlsOptions,
  limits: ServerOptions,
  handler: RequestListener,
  onEncrypted: (plain: Socket, encrypted: Socket) => void,
): Server {
  const server = createServer({ ...limits, ...contextOf(pair), handshakeTimeout }, handler);
  const answerPlainly = createPlainAnswers({ isOurName, trust }, limits);
  // A TLS socket does not say what it was made of, but it has the same addresses and ports.
  const shaking = new Map<string, Socket>();
  // Node's own: it begins the handshake, whoever has connected.
  const begin = server.listeners('connection');
  server.removeAllListeners('connection');

  server.on('connection', (socket: Socket) => {
    if (socket.destroyed) return;
    const way = wayOf(socket);
    const over = setTimeout(() => socket.destroy(), handshakeTimeout);
    socket.once('close', () => clearTimeout(over));
    // Until somebody else listens, an error would end the process.
    socket.on('error', () => socket.destroy());
    socket.once('data', (bytes: Buffer) => {
      socket.pause();
      socket.unshift(bytes);
      if (bytes[0] !== handshake) {
        answerPlainly(socket);
        socket.resume();
        return;
      }
      clearTimeout(over);
      shaking.set(way, socket);
      socket.once('close', () => {
        if (shaking.get(way) === socket) shaking.delete(way);
      });
      for (const listener of begin) listener.call(server, socket);
    });
  });
  server.on('secureConnection', (encrypted) => {
    const plain = shaking.get(wayOf(encrypted));
    if (plain === undefined) encrypted.destroy();
    else onEncrypted(plain, encrypted);
  });
  return server;
}
