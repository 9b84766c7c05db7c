// Listens in on the line to Vipps: from where the last answer came, what kind of answer it was, and what time it is there.
import type { Clock } from '../core/clock.ts';
import type { Exchange } from '../vipps/http/connection.ts';

/** The last call. */
export type Heard = {
  host: string;
  /** Null when there was no answer. */
  status: number | null;
  /** Not an API's answer, but a page for people: of a proxy, or of a network that wants its guests to sign in. */
  isPage: boolean;
};

export type Witness = {
  exchange: Exchange;
  last(): Heard | null;
  /** Whether a host has been asked for anything. */
  asked(host: string): boolean;
  /** By how many milliseconds this machine is ahead of Vipps; null while nobody has told the time. */
  aheadMs(): number | null;
};

const isPage = (contentType: string | undefined) => /^\s*text\/html\b/i.test(contentType ?? '');

/** Of several it is the smallest: an answer is always a little older than it says. */
function nearer(one: number | null, other: number): number {
  return one === null || Math.abs(other) < Math.abs(one) ? other : one;
}

export function createWitness(exchange: Exchange, clock: Pick<Clock, 'nowMs'>): Witness {
  let heard: Heard | null = null;
  const hosts = new Set<string>();
  let aheadMs: number | null = null;
  return {
    async exchange(call) {
      const { host } = new URL(call.origin);
      heard = { host, status: null, isPage: false };
      hosts.add(host);
      const answer = await exchange(call);
      heard = { host, status: answer.status, isPage: isPage(answer.headers['content-type']) };
      const thereMs = Date.parse(answer.headers['date'] ?? '');
      if (!Number.isNaN(thereMs)) aheadMs = nearer(aheadMs, clock.nowMs() - thereMs);
      return answer;
    },
    last: () => heard,
    asked: (host) => hosts.has(host),
    aheadMs: () => aheadMs,
  };
}
