// A connection of an attacker that speaks as it likes.
import { connect, type Socket } from 'node:net';
import type { Outcome, Strike } from './attack.ts';
import { failed, stillOpen } from './request.ts';

/** @returns of a connection from the attacker's address that reads nothing before it is told to. */
export function open({ target, from }: Strike): Socket {
  const { hostname, port } = new URL(target.url);
  return connect({ host: hostname, port: Number(port), localAddress: from }).pause();
}

/** Resolves with what ends the connection: the server, the end of the siege, or its own time; then it is closed. */
export function untilEnded(socket: Socket, signal: AbortSignal, withinMs: number): Promise<Outcome> {
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const onOver = () => resolve(stillOpen);
  const timer = setTimeout(() => resolve({ how: 'left by itself', isRefused: false }), withinMs);
  signal.addEventListener('abort', onOver);
  socket.on('error', (error) => resolve(failed(error)));
  socket.on('close', () => resolve({ how: 'ended by the server', isRefused: true }));
  return promise.finally(() => {
    clearTimeout(timer);
    signal.removeEventListener('abort', onOver);
    socket.destroy();
  });
}
