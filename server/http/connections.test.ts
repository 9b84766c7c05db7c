import { once } from 'node:events';
import type { RequestListener, ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { mostUnanswered, type RefusalReason } from './connections.ts';
import { createHttpServer, listen, type ServerOptions } from './listen.ts';

const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`;

/** A server with these limits, what it refused, and how to connect to it. */
async function aServer(handler: RequestListener, options: ServerOptions = {}) {
  const refused: RefusalReason[] = [];
  const server = createHttpServer(handler, { ...options, onRefused: (reason) => refused.push(reason) });
  await listen(server, '127.0.0.1', 0);
  const { port } = server.address() as AddressInfo;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  /** @param from another address of this machine. */
  const join = async (from = '127.0.0.1') => {
    const socket = connect({ port, host: '127.0.0.1', localAddress: from });
    const connection = { socket, text: '', isClosed: false };
    socket.on('data', (bytes) => {
      connection.text += bytes;
    });
    // A server that ends a connection with something unread resets it.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      connection.isClosed = true;
    });
    onTestFinished(() => void socket.destroy());
    await once(socket, 'connect');
    return {
      ...connection,
      say: (text: string) => socket.write(text),
      isClosed: () => connection.isClosed,
      answers: () => connection.text.split('HTTP/1.1 200').length - 1,
      leave: () => socket.destroy(),
    };
  };
  return { server, refused, join };
}

/** Answers when the test says so. */
function holding() {
  const held: ServerResponse[] = [];
  const handler: RequestListener = (_request, response) => void held.push(response);
  return { held, handler };
}

/** More than the system takes off our hands for one connection. */
const much = Buffer.alloc(32_000_000, 'x');

const answers: RequestListener = (_request, response) => void response.end('well');
const limit = (most: number, mostPerAddress = Number.POSITIVE_INFINITY, exempt = 'none') => ({
  connections: { most, mostPerAddress, isExempt: (address: string) => address === exempt },
});

describe('what one connection may ask before it is answered', () => {
  test('is bounded: one that asks for 300 things and reads nothing is ended', async () => {
    const { held, handler } = holding();
    const { refused, join } = await aServer(handler);
    const greedy = await join();
    greedy.say(get('/').repeat(300));
    await expect.poll(greedy.isClosed).toBe(true);
    expect(held).toHaveLength(mostUnanswered);
    expect(refused).toEqual(['unanswered']);
  });

  test('as much as is allowed is answered, again and again', async () => {
    const { refused, join } = await aServer(answers);
    const busy = await join();
    for (const round of [1, 2, 3]) {
      busy.say(get('/').repeat(mostUnanswered));
      await expect.poll(busy.answers).toBe(mostUnanswered * round);
    }
    expect(refused).toEqual([]);
  });

  test('is given up when the connection goes, also what waits behind another answer', async () => {
    const { held, handler } = holding();
    const { join } = await aServer(handler);
    const impatient = await join();
    impatient.say(get('/').repeat(3));
    await expect.poll(() => held.length).toBe(3);
    const gone = Promise.all(held.map((response) => once(response, 'close')));
    impatient.leave();
    expect(await gone).toHaveLength(3);
  });
});

describe('of too many connections', () => {
  test('the one that has been idle for the longest time makes room', async () => {
    const { refused, join } = await aServer(answers, limit(3));
    const first = await join();
    const second = await join();
    const third = await join();
    // By now the second has been idle for longer than the first.
    first.say(get('/'));
    await expect.poll(first.answers).toBe(1);
    const fourth = await join();
    await expect.poll(second.isClosed).toBe(true);
    for (const one of [first, third, fourth]) one.say(get('/'));
    await expect.poll(() => [first, third, fourth].map((one) => one.answers())).toEqual([2, 1, 1]);
    expect(refused).toEqual(['all']);
  });

  test('one whose request is being answered stays, and the new one is refused', async () => {
    const { held, handler } = holding();
    const { refused, join } = await aServer(handler, limit(2));
    const served = [await join(), await join()];
    for (const one of served) one.say(get('/'));
    await expect.poll(() => held.length).toBe(2);
    const late = await join();
    await expect.poll(late.isClosed).toBe(true);
    expect(refused).toEqual(['all']);
    for (const response of held) response.end();
    await expect.poll(() => served.map((one) => one.answers())).toEqual([1, 1]);
  });

  test('one that does not read its answer makes room before one that became idle later', async () => {
    const { server, refused, join } = await aServer(
      (request, response) => void response.end(request.url === '/much' ? much : 'well'),
      limit(2),
    );
    const asked = once(server, 'request');
    const deaf = await join();
    deaf.socket.pause();
    deaf.say(get('/much'));
    await asked;
    const screen = await join();
    screen.say(get('/'));
    await expect.poll(screen.answers).toBe(1);
    await join();
    deaf.socket.resume();
    await expect.poll(deaf.isClosed).toBe(true);
    screen.say(get('/'));
    await expect.poll(screen.answers).toBe(2);
    expect(refused).toEqual(['all']);
  });

  test('one that is slow to send its request makes room, too', async () => {
    const { held, handler } = holding();
    const { join } = await aServer(handler, limit(1));
    const slow = await join();
    slow.say('POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 9\r\n\r\n{');
    await expect.poll(() => held.length).toBe(1);
    const quick = await join();
    await expect.poll(slow.isClosed).toBe(true);
    quick.say(get('/'));
    await expect.poll(() => held.length).toBe(2);
  });

  test('a burst is refused without any of it being served', async () => {
    const { held, handler } = holding();
    const { refused, join } = await aServer(handler, limit(1));
    (await join()).say(get('/'));
    await expect.poll(() => held.length).toBe(1);
    const burst = await Promise.all(Array.from({ length: 150 }, () => join()));
    await expect.poll(() => burst.every((one) => one.isClosed())).toBe(true);
    expect(refused).toEqual(burst.map(() => 'all'));
  });

  test('there is room again once they have gone', async () => {
    const { server, refused, join } = await aServer(answers, limit(2));
    for (let times = 0; times < 5; times += 1) {
      const passing = await join();
      passing.leave();
      await expect
        .poll(() => new Promise((tell) => server.getConnections((_, count) => tell(count))))
        .toBe(0);
    }
    expect(refused).toEqual([]);
  });

  // Elsewhere loopback has the one address.
  test.skipIf(process.platform !== 'linux')(
    'those of one address make room for each other only',
    async () => {
      const { refused, join } = await aServer(answers, limit(100, 2));
      const elsewhere = await join('127.0.0.2');
      const first = await join();
      const second = await join();
      const third = await join();
      await expect.poll(first.isClosed).toBe(true);
      for (const one of [elsewhere, second, third]) one.say(get('/'));
      await expect.poll(() => [elsewhere, second, third].map((one) => one.answers())).toEqual([1, 1, 1]);
      expect(refused).toEqual(['address']);
    },
  );

  test('a proxy that is trusted stands for many', async () => {
    const { refused, join } = await aServer(answers, limit(100, 2, '127.0.0.1'));
    const screens = await Promise.all(Array.from({ length: 20 }, () => join()));
    for (const screen of screens) screen.say(get('/'));
    await expect.poll(() => screens.every((screen) => screen.answers() === 1)).toBe(true);
    expect(refused).toEqual([]);
  });
});

describe('an answer', () => {
  const sendsMuch: RequestListener = (_request, response) => void response.end(much);

  test('that nobody reads is given up', async () => {
    const { refused, join } = await aServer((request, response) => {
      // Only now: before it, the connection may be idle for longer on a busy machine.
      request.socket.setTimeout(100);
      response.end(much);
    });
    const deaf = await join();
    deaf.socket.pause();
    deaf.say(get('/'));
    await expect.poll(() => refused).toEqual(['unread']);
    deaf.socket.resume();
    await expect.poll(deaf.isClosed).toBe(true);
  });

  test('that is read slowly arrives whole, however long it takes', async () => {
    const unreadTimeout = 2_000;
    const { refused, join } = await aServer(sendsMuch, { unreadTimeout });
    const slow = await join();
    let length = 0;
    let read = 0;
    slow.socket.on('data', (bytes) => {
      length += bytes.length;
      read += bytes.length;
      if (read < much.length / 40) return;
      read = 0;
      slow.socket.pause();
      setTimeout(() => slow.socket.resume(), unreadTimeout / 20);
    });
    const sentAtMs = performance.now();
    slow.say(get('/'));
    await expect.poll(() => length).toBeGreaterThan(much.length);
    expect(performance.now() - sentAtMs).toBeGreaterThan(unreadTimeout);
    expect(refused).toEqual([]);
  });

  test('that takes long to make is waited for', async () => {
    const { held, handler } = holding();
    const { server, refused, join } = await aServer(handler);
    const timedOut = once(server, 'timeout');
    const patient = await join();
    patient.say(get('/'));
    await expect.poll(() => held.length).toBe(1);
    held[0]?.req.socket.setTimeout(20);
    await timedOut;
    held[0]?.end('well');
    await expect.poll(patient.answers).toBe(1);
    expect(refused).toEqual([]);
  });
});
