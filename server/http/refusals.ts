// What operators learn of connections that were refused or ended for the sake of a limit.
import type { Logger } from 'pino';
import type { Clock } from '../core/clock.ts';
import type { RefusalReason } from './connections.ts';

const texts: Record<RefusalReason, string> = {
  all: 'too many connections (MAX_CONNECTIONS, and what the system allows); idle ones are ended, others refused',
  address:
    'too many connections from one address (MAX_CONNECTIONS_PER_ADDRESS); idle ones are ended, others refused',
  unanswered: 'a connection asked for too much before it was answered, and was ended',
  unread: 'a connection did not read its answer, and was ended',
  accept: 'the system did not hand over a connection',
};

/** A flood must not fill the disk with lines about itself. */
const lineEveryMs = 60_000;

export type RefusalsDeps = {
  count: (reason: RefusalReason) => void;
  clock: Pick<Clock, 'monotonicMs'>;
  log: Logger;
};

/** @returns what is called for each; it counts all of them, and logs how many there were once a minute at most for each reason. */
export function createRefusals({ count, clock, log }: RefusalsDeps) {
  const told = new Map<RefusalReason, { atMs: number; since: number }>();

  return (reason: RefusalReason, details: { err?: Error; address?: string } = {}): void => {
    count(reason);
    const nowMs = clock.monotonicMs();
    const last = told.get(reason) ?? { atMs: Number.NEGATIVE_INFINITY, since: 0 };
    if (nowMs - last.atMs < lineEveryMs) {
      last.since += 1;
      return;
    }
    log.warn({ ...details, reason, connections: last.since + 1 }, texts[reason]);
    told.set(reason, { atMs: nowMs, since: 0 });
  };
}
