// Tells the server that somebody works on this page, so that it does not lock the session.
import type { PageClock } from '../base/page-clock.ts';

/** At most twice a minute, whatever people do. */
export const tellEveryMs = 30_000;

type Deps = {
  readonly tell: () => void;
  readonly clock: Pick<PageClock, 'monotonicMs'>;
  readonly after: (ms: number, act: () => void) => void;
};

/** @returns what is called for each key and each tap. What follows a report too soon is told of when the next one is due. */
export function createActivity({ tell, clock, after }: Deps): () => void {
  let toldAtMs = Number.NEGATIVE_INFINITY;
  let isWaiting = false;
  const tellNow = () => {
    isWaiting = false;
    toldAtMs = clock.monotonicMs();
    tell();
  };
  return () => {
    if (isWaiting) return;
    const leftMs = toldAtMs + tellEveryMs - clock.monotonicMs();
    if (leftMs <= 0) {
      tellNow();
      return;
    }
    isWaiting = true;
    after(leftMs, tellNow);
  };
}
