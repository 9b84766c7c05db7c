// What each connection asked last, and what came of it: a screen asks the very same over its own every second.
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

type Asked<What> = { url: string | undefined; rawHeaders: readonly string[]; what: What };

const isSame = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((text, at) => text === other[at]);

export type AskedAgain<What> = {
  /** @returns what came of the same request, if it was the last that was kept of its connection; to the letter, whoever sends it. */
  find(request: IncomingMessage): What | null;
  /** Instead of what was kept of this connection before. */
  keep(request: IncomingMessage, what: What): void;
};

/** For each open connection one GET, and what came of it. */
export function createAskedAgain<What>(): AskedAgain<What> {
  const last = new WeakMap<Socket, Asked<What>>();
  return {
    find({ socket, method, url, rawHeaders }) {
      const asked = last.get(socket);
      if (asked === undefined || method !== 'GET' || asked.url !== url) return null;
      return isSame(asked.rawHeaders, rawHeaders) ? asked.what : null;
    },
    keep({ socket, url, rawHeaders }, what) {
      last.set(socket, { url, rawHeaders, what });
    },
  };
}
