// A request of an attacker, over a connection of its own.
import { request as send } from 'node:http';
import type { Outcome, Strike } from './attack.ts';

export type Request = {
  method?: 'GET' | 'POST';
  path: string;
  headers?: Readonly<Record<string, string>>;
  body?: unknown;
  /** Leaves as soon as the answer begins, and reads none of its body. */
  leavesEarly?: boolean;
};

/** An answer that takes longer is given up. */
const patienceMs = 30_000;
/** What a server says that asks for fewer requests, or that has no room for this one. */
const heldOff = [403, 413, 429, 503];

/** Opens a connection, asks, reads the answer and closes it: the way that costs the server most. */
export function ask({ target, from, signal }: Strike, asked: Request): Promise<Outcome> {
  const { method = 'GET', path, headers = {}, body, leavesEarly = false } = asked;
  const text = body === undefined ? '' : JSON.stringify(body);
  const type = body === undefined ? {} : { 'content-type': 'application/json' };
  return new Promise((resolve) => {
    const request = send(`${target.url}${path}`, {
      method,
      agent: false,
      localAddress: from,
      headers: { ...headers, ...type, 'content-length': Buffer.byteLength(text) },
      signal,
      timeout: patienceMs,
    });
    request.on('response', (response) => {
      const status = response.statusCode ?? 0;
      const answered = { how: `answered ${status}`, isRefused: heldOff.includes(status) };
      response.on('error', () => resolve({ how: `answered ${status}, cut off`, isRefused: true }));
      response.on('end', () => resolve(answered));
      if (leavesEarly) {
        response.destroy();
        resolve(answered);
      } else {
        response.resume();
      }
    });
    request.on('timeout', () => request.destroy(new Error('no answer')));
    request.on('error', (error) => resolve(signal.aborted ? stillOpen : failed(error)));
    request.end(text);
  });
}

/** The siege was over before. */
export const stillOpen: Outcome = { how: 'open to the end', isRefused: false };

export function failed(error: Error): Outcome {
  const how = 'code' in error ? String(error.code) : error.message;
  return { how, isRefused: true };
}
