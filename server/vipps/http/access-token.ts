// The access token: cached, refreshed ahead of its end, one fetch in flight. It never leaves memory (P7).
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../../core/clock.ts';
import { lifeSchema } from '../lifetime.ts';
import type { Exchange } from './connection.ts';
import type { VippsRejected } from './errors.ts';
import type { OnOdd } from './odd-answers.ts';
import { readAnswer } from './response.ts';

export type Credentials = {
  clientId: string;
  clientSecret: string;
  subscriptionKey: string;
  merchantSerialNumber: string;
};

export type AccessToken = {
  /** A token that is good for at least a little longer, at once where there is one. @throws as every call to Vipps does. */
  get(): string | Promise<string>;
  /** Forgets this token, unless a newer one is here already. */
  forget(token: string): void;
};

// Vipps gives its numbers as strings here. A token lives for a day at most; one that ends sooner is answered 401, and fetched anew.
const lifeOfToken = lifeSchema({ name: 'expires_in', otherwiseS: 5 * 60, mostS: 24 * 3_600 }, true);
const answerSchema = z.object({ access_token: z.string().min(1), expires_in: lifeOfToken });

/** Where the keys are shown. */
export const tokenPath = '/accesstoken/get';
const aboutKeys: readonly (number | null)[] = [400, 401, 403];

/** Whether it is the keys that Vipps refused, be it for a token or at its gateway, and not what was asked with them. */
export function refusesKeys(error: VippsRejected): boolean {
  if (error.path === tokenPath) return aboutKeys.includes(error.status);
  // An API's own 403 has a code: the keys were good, and what was asked was not allowed.
  return error.status === 401 || (error.status === 403 && error.code === null);
}

/** Refreshed this long before the end: 5 minutes, or a tenth of a short life. */
const aheadMs = (lifeMs: number) => Math.min(5 * 60_000, lifeMs / 10);

/** A refresh that failed is tried again this much later, while the old token is still good. */
const refreshPauseMs = 10_000;

export function createToken(deps: {
  exchange: Exchange;
  baseUrl: URL;
  credentials: Credentials;
  headers: Record<string, string>;
  clock: Clock;
  onOdd?: OnOdd;
}): AccessToken {
  let cached: { token: string; refreshAtMs: number; endsAtMs: number } | null = null;
  let inFlight: Promise<string> | null = null;

  async function fetchToken(): Promise<string> {
    const askedAtMs = deps.clock.monotonicMs();
    const call = { method: 'POST', path: tokenPath, requestId: randomUUID() } as const;
    const answer = await deps.exchange({
      ...call,
      origin: deps.baseUrl.origin,
      headers: {
        ...deps.headers,
        client_id: deps.credentials.clientId,
        client_secret: deps.credentials.clientSecret,
        'Ocp-Apim-Subscription-Key': deps.credentials.subscriptionKey,
        'Merchant-Serial-Number': deps.credentials.merchantSerialNumber,
      },
      body: '',
    });
    const { access_token, expires_in } = readAnswer(call, answer, answerSchema, (what) =>
      deps.onOdd?.({ call: 'token', what }),
    );
    const lifeMs = expires_in * 1000;
    cached = {
      token: access_token,
      refreshAtMs: askedAtMs + lifeMs - aheadMs(lifeMs),
      endsAtMs: askedAtMs + lifeMs - 5_000,
    };
    return access_token;
  }

  function refresh(): Promise<string> {
    inFlight ??= fetchToken().finally(() => {
      inFlight = null;
    });
    return inFlight;
  }

  return {
    get() {
      const now = deps.clock.monotonicMs();
      if (cached === null || now >= cached.endsAtMs) return refresh();
      // Still good: the refresh goes on in the background, and when it fails there is time to try again.
      const { token } = cached;
      if (now >= cached.refreshAtMs) {
        cached = { ...cached, refreshAtMs: now + refreshPauseMs };
        refresh().catch(() => undefined);
      }
      return token;
    },
    forget(token) {
      if (cached?.token === token) cached = null;
    },
  };
}
