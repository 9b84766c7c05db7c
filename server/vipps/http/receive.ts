// One answer as it comes in over a connection, until it is whole, too large, too late, or nobody wants it any more.
import type { Dispatcher } from 'undici';
import { onAbort } from './on-abort.ts';

export type Answer = { status: number; headers: Record<string, string>; bytes: Buffer };

export type Limits = {
  /** From asking to the last byte, in milliseconds. */
  wholeTimeoutMs: number;
  maxBytes: number;
  signal?: AbortSignal | undefined;
};

/** There was no whole answer. `wasSent`: the first byte of the call may have left for the other side. */
export class Unanswered extends Error {
  override readonly name = 'Unanswered';
  readonly wasSent: boolean;
  constructor(cause: Error, wasSent: boolean) {
    super('no answer', { cause });
    this.wasSent = wasSent;
  }
}

const givenUp = (code: string) => Object.assign(new Error(code), { code });

/** @param fields made for this one answer; a field that came twice becomes one (RFC 9110, 5.3). */
function flatten(fields: Record<string, unknown>): Record<string, string> {
  for (const name in fields) fields[name] = String(fields[name]);
  return fields as Record<string, string>;
}

/**
 * Every till asks every second: there are no streams and no signals here that live for one call, which cost more than the call.
 * @param ask sends the request and tells the handler of all that comes of it.
 * @throws Unanswered; its cause is what undici tells, or an error with the code `TimeoutError`, `AbortError` or `TOO_LARGE`.
 */
export function receive(ask: (handler: Dispatcher.DispatchHandler) => void, limits: Limits): Promise<Answer> {
  const { wholeTimeoutMs, maxBytes, signal } = limits;
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  let connection: Dispatcher.DispatchController | null = null;
  let failure: Error | null = null;
  const chunks: Buffer[] = [];
  let size = 0;
  let [status, headers]: [number, Answer['headers']] = [0, {}];

  const leave = () => {
    clearTimeout(timer);
    stopWaiting?.();
  };
  const fail = (error: Error) => {
    if (failure !== null) return;
    failure = error;
    leave();
    reject(new Unanswered(error, connection !== null));
    // The connection is in the middle of an answer: nobody else can use it.
    connection?.abort(error);
  };
  const abort = () => fail(givenUp('AbortError'));
  const timer = setTimeout(() => fail(givenUp('TimeoutError')), wholeTimeoutMs);
  const stopWaiting = signal && onAbort(signal, abort);
  if (signal?.aborted) {
    abort();
    return promise;
  }

  ask({
    onRequestStart(controller) {
      // It may have waited for a free connection until nobody wanted it any more.
      if (failure !== null) controller.abort(failure);
      // Told once the connection is open and secure, just before the first byte is written.
      connection = controller;
    },
    onResponseStart(_controller, code, fields) {
      const isInterim = code < 200;
      if (!isInterim) [status, headers] = [code, flatten(fields)];
    },
    onResponseData(_controller, chunk) {
      size += chunk.length;
      if (size > maxBytes) fail(givenUp('TOO_LARGE'));
      else chunks.push(chunk);
    },
    onResponseEnd() {
      leave();
      resolve({ status, headers, bytes: Buffer.concat(chunks) });
    },
    onResponseError: (_controller, error) => fail(error),
  });
  return promise;
}
