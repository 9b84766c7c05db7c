// Takes over a certificate that was renewed in its files, without a restart, and says when one is about to expire.
import type { Logger } from 'pino';
import type { Clock } from '../../core/clock.ts';
import { repeat } from '../../core/repeat.ts';
import { CertificateUnusable, type Pair } from './pair.ts';

const lookEveryMs = 60_000;
const dayMs = 24 * 3_600_000;
const warnBeforeMs = 14 * dayMs;

export type KeepDeps = {
  /** What the server shows now. */
  pair: Pair;
  /** @throws CertificateUnusable */
  read: () => Pair;
  /** Shows another one to who connects from now on. */
  use: (pair: Pair) => void;
  /** What somebody should see to; null is nothing. What holds of the first pair has been said at the start. */
  noticeOf: (pair: Pair, nowMs: number) => string | null;
  clock: Pick<Clock, 'nowMs' | 'monotonicMs' | 'sleep'>;
  log: Logger;
};

/** A sentence when there is little time left, or none; else null. */
export function expiryNotice({ validToMs }: Pick<Pair, 'validToMs'>, nowMs: number): string | null {
  const leftMs = validToMs - nowMs;
  if (leftMs > warnBeforeMs) return null;
  const day = new Date(validToMs).toISOString().slice(0, 10);
  if (leftMs <= 0) return `The certificate of this server expired on ${day}: no browser takes it. Renew it.`;
  return `The certificate of this server expires on ${day}. Renew it: no restart is needed.`;
}

/** @returns `expiresMs` of the one that is shown, and `stop`. */
export function keepCertificate({ pair: first, read, use, noticeOf, clock, log }: KeepDeps) {
  let pair = first;
  let said = '';
  const isSaid = noticeOf(first, clock.nowMs()) !== null;
  let warnedAtMs = isSaid ? clock.monotonicMs() : Number.NEGATIVE_INFINITY;

  function readAgain(): Pair | null {
    try {
      const found = read();
      said = '';
      return found;
    } catch (error) {
      if (!(error instanceof CertificateUnusable)) throw error;
      // Files that stay as they are are told of once.
      if (error.message !== said) {
        log.error({ why: error.message }, 'the certificate was not taken over; the one before it stays');
      }
      said = error.message;
      return null;
    }
  }

  async function look(): Promise<void> {
    const found = readAgain();
    if (found !== null && (found.cert !== pair.cert || found.key !== pair.key)) {
      use(found);
      pair = found;
      warnedAtMs = Number.NEGATIVE_INFINITY;
      log.info({ expires: new Date(pair.validToMs).toISOString() }, 'the certificate was taken over');
    }
    const notice = noticeOf(pair, clock.nowMs());
    if (notice === null || clock.monotonicMs() - warnedAtMs < dayMs) return;
    warnedAtMs = clock.monotonicMs();
    log.warn(notice);
  }

  const what = 'the certificate could not be looked at';
  const { stop } = repeat({ what, firstAfterMs: 0, everyMs: lookEveryMs, act: look }, { clock, log });
  return { stop, expiresMs: () => pair.validToMs };
}
