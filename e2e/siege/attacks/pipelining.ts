import { setTimeout as sleep } from 'node:timers/promises';
import type { Attack } from './attack.ts';
import { open, untilEnded } from './connection.ts';

const requests = 300;
const unreadMs = 3_000;
const readMs = 2_000;

/**
 * Asks for a built file 300 times at once and reads nothing for three seconds; half of the connections then close, as the one did that left
 * 291 open files for good, and half read what has come. Twenty a second are 6,000 requests a second, which is more than one core can answer.
 */
export const pipelining: Attack = {
  name: 'pipelining',
  bounds: { connections: 100, perSecond: 20, total: 12_000 },
  async strike(strike) {
    const { target, random, signal } = strike;
    const readsLater = random.chance(0.5);
    const socket = open(strike);
    const ended = untilEnded(socket, signal, readsLater ? unreadMs + readMs : unreadMs);
    socket.write(
      `GET ${target.asset} HTTP/1.1\r\nHost: ${new URL(target.url).host}\r\n\r\n`.repeat(requests),
    );
    if (readsLater) {
      await Promise.race([ended, sleep(unreadMs)]);
      socket.resume();
    }
    return ended;
  },
};
