// A call to a Vipps MobilePay API: headers, token, one retry on 401, bounded retries for calls that change nothing.
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Clock } from '../../core/clock.ts';
import type { AccessToken, Credentials } from './access-token.ts';
import type { Exchange, Method } from './connection.ts';
import { certainlyNotDone, VippsRejected, VippsUnavailable } from './errors.ts';
import type { OnOdd } from './odd-answers.ts';
import { onAbort } from './on-abort.ts';
import { readAnswer } from './response.ts';

export type Send = <T extends z.ZodType>(call: {
  method: Method;
  path: string;
  /** What the metrics call it. */
  name: string;
  body?: unknown;
  headers?: Record<string, string>;
  /** Our id of the call; where Vipps makes calls idempotent by it, the stored key (P2). */
  requestId?: string;
  /** How often a failed call may be repeated here. Only for calls that change nothing. */
  retries?: number;
  signal?: AbortSignal | undefined;
  schema: T;
}) => Promise<z.infer<T>>;

export type Observe = (call: { name: string; outcome: string; tookMs: number }) => void;

export type SendDeps = {
  exchange: Exchange;
  baseUrl: URL;
  token: AccessToken;
  credentials: Credentials;
  /** The Vipps-System-* headers. */
  systemHeaders: Record<string, string>;
  clock: Clock;
  random: () => number;
  observe: Observe;
  onOdd?: OnOdd;
};

/** @returns `send`, which throws VippsRejected, VippsUnavailable or VippsInvalidResponse. */
export function createSend(deps: SendDeps): Send {
  const { origin } = deps.baseUrl;
  const fixed = {
    accept: 'application/json',
    ...deps.systemHeaders,
    'Ocp-Apim-Subscription-Key': deps.credentials.subscriptionKey,
    'Merchant-Serial-Number': deps.credentials.merchantSerialNumber,
  };

  async function once(call: Parameters<Send>[0], requestId: string): Promise<unknown> {
    const had = deps.token.get();
    const token = typeof had === 'string' ? had : await fetched(had, call, requestId);
    const { method, path, signal } = call;
    const answer = await deps.exchange({
      method,
      origin,
      path,
      requestId,
      signal,
      headers: {
        ...fixed,
        ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...call.headers,
        Authorization: `Bearer ${token}`,
      },
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    });
    if (answer.status === 401) deps.token.forget(token);
    const onOdd = (what: string) => deps.onOdd?.({ call: call.name, what });
    return readAnswer({ method, path, requestId }, answer, call.schema, onOdd);
  }

  async function measured(call: Parameters<Send>[0], requestId: string): Promise<unknown> {
    const began = deps.clock.monotonicMs();
    let outcome = 'ok';
    try {
      return await once(call, requestId);
    } catch (error) {
      outcome = error instanceof Error ? error.name : 'Error';
      throw error;
    } finally {
      deps.observe({ name: call.name, outcome, tookMs: deps.clock.monotonicMs() - began });
    }
  }

  return async (call) => {
    const requestId = call.requestId ?? randomUUID();
    let retriesLeft = call.retries ?? 0;
    let mayRenewToken = true;
    let mayBeDone = false;
    for (;;) {
      try {
        return (await measured(call, requestId)) as z.infer<typeof call.schema>;
      } catch (error) {
        if (isUnauthorized(error) && mayRenewToken) {
          mayRenewToken = false;
          continue;
        }
        const passing = error instanceof VippsUnavailable && error.retryAfterMs === null;
        if (!passing || retriesLeft === 0 || call.signal?.aborted) {
          throw mayBeDone && certainlyNotDone(error) ? ofARepeat(error, call, requestId) : error;
        }
        mayBeDone ||= error.outcome === 'unknown';
        retriesLeft -= 1;
        await deps.clock.sleep(150 + 150 * deps.random(), call.signal);
      }
    }
  };
}

/** The call itself, or the fetch of its token. */
function isUnauthorized(error: unknown): boolean {
  if (error instanceof VippsRejected) return error.status === 401;
  return (
    error instanceof VippsUnavailable && error.cause instanceof VippsRejected && isUnauthorized(error.cause)
  );
}

/** @throws VippsUnavailable, also when the caller has given up. */
function fetched(token: Promise<string>, call: Parameters<Send>[0], requestId: string): Promise<string> {
  return untilAborted(token, call.signal).catch((error: unknown) => {
    throw withoutToken(error, call, requestId);
  });
}

/** The fetch of a token is shared, so it goes on for others when one caller gives up. */
async function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise;
  const gaveUp = Promise.withResolvers<never>();
  const giveUp = () => gaveUp.reject(new Error('given up'));
  if (signal.aborted) giveUp();
  const stopWaiting = onAbort(signal, giveUp);
  return Promise.race([promise, gaveUp.promise]).finally(stopWaiting);
}

/** That a repeat was not carried out says nothing of the try before it, which had no answer. */
function ofARepeat(error: unknown, call: { method: string; path: string }, requestId: string): unknown {
  return new VippsUnavailable('its repeat was refused', {
    method: call.method,
    path: call.path,
    requestId,
    outcome: 'unknown',
    retryAfterMs: error instanceof VippsUnavailable ? error.retryAfterMs : null,
    cause: error,
  });
}

/** Without a token the call itself was never made: a refusal of the token is none of the call. */
function withoutToken(error: unknown, call: { method: string; path: string }, requestId: string): unknown {
  return new VippsUnavailable('no access token', {
    method: call.method,
    path: call.path,
    requestId,
    outcome: 'not_done',
    retryAfterMs: error instanceof VippsUnavailable ? error.retryAfterMs : null,
    cause: error,
  });
}
