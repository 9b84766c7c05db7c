import { readFileSync } from 'node:fs';
import { type AddressInfo, connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { connectionsFor, readConnections } from '../config/connections.ts';
import { EnvReader } from '../config/env-reader.ts';
import { createHttpServer, listen } from './listen.ts';

/** Two of each till, all of them back at once. */
const screens = 3_000;

function longestQueue(): number {
  try {
    return Number(readFileSync('/proc/sys/net/core/somaxconn', 'utf8'));
  } catch {
    return 0;
  }
}

test.skipIf(longestQueue() < screens)(
  '[P10] every screen of 1,500 tills gets through to a server that is back, though all connect at once',
  async () => {
    // As they are when nothing is set, and as many come from behind the one address of a chain's network.
    const connections = {
      ...connectionsFor(screens / 2, readConnections(new EnvReader({}))),
      isExempt: () => false,
    };
    const refused: string[] = [];
    const onRefused = (reason: string) => void refused.push(reason);
    const server = createHttpServer(() => undefined, { connections, onRefused });
    await listen(server, '127.0.0.1', 0);
    const { port } = server.address() as AddressInfo;
    const through = Promise.withResolvers<void>();
    let count = 0;
    server.on('connection', () => {
      count += 1;
      if (count === screens) through.resolve();
    });
    const sockets = Array.from({ length: screens }, () => connect({ host: '127.0.0.1', port }));
    onTestFinished(() => {
      for (const socket of sockets) socket.destroy();
      server.close();
    });
    // Nothing brings one through later that was dropped: these say nothing, and the clients of real screens give up first.
    await through.promise;
    expect(refused).toEqual([]);
  },
);
