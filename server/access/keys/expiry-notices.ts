// Tells whoever reads the log which keys expire soon, which have expired, and which of those are still tried.
import type { Logger } from 'pino';
import type { Clock } from '../../core/clock.ts';
import { repeat } from '../../core/repeat.ts';
import type { StoredKey } from '../../store/access-store.ts';
import { hasExpired, type Keys } from '../api-keys.ts';

const dayMs = 24 * 60 * 60_000;
const soonMs = 7 * dayMs;

export type ExpiryNoticeDeps = {
  keys: Pick<Keys, 'list'>;
  clock: Pick<Clock, 'nowMs' | 'monotonicMs' | 'sleep'>;
  log: Logger;
};

export type ExpiryNotices = {
  /** A key, or a token of before its rotation, was tried that is over: said once a day for each key. */
  tried(key: StoredKey): void;
  /** Says at once, and then once a day, what has expired and what will within a week. @returns `stop`. */
  start(): { stop(): Promise<void> };
};

export function createExpiryNotices({ keys, clock, log }: ExpiryNoticeDeps): ExpiryNotices {
  /** Only keys that there are get here. */
  const saidAtMs = new Map<string, number>();

  function sayOf(key: StoredKey): void {
    const { expiresAtMs } = key;
    if (expiresAtMs === null || expiresAtMs - clock.nowMs() > soonMs) return;
    const what = { apiKey: key.name, expiresAt: new Date(expiresAtMs).toISOString() };
    if (hasExpired(key, clock)) log.warn(what, 'an API key has expired');
    else log.warn(what, 'an API key expires soon: rotate it');
  }

  async function act(): Promise<void> {
    for (const key of await keys.list()) sayOf(key);
  }

  return {
    tried(key) {
      const nowMs = clock.monotonicMs();
      if (nowMs - (saidAtMs.get(key.id) ?? Number.NEGATIVE_INFINITY) < dayMs) return;
      saidAtMs.set(key.id, nowMs);
      const why = hasExpired(key, clock) ? 'it has expired' : 'its token was replaced by a rotation';
      log.warn({ apiKey: key.name }, `an API key was refused: ${why}`);
    },
    start: () =>
      repeat({ what: 'daily look at API keys', firstAfterMs: 0, everyMs: dayMs, act }, { clock, log }),
  };
}
