// Whether the server lives and is ready, for whoever watches over it: asked by anybody, and as often as anybody likes.
import { Router } from 'express';
import type { Clock } from '../core/clock.ts';
import { Refusal } from '../core/refusal.ts';

/** How long what a check found is told to all that ask: less than the 10 seconds at which most monitors ask. */
export const rememberedMs = 5_000;

export type HealthDeps = {
  /** Rejects when nothing can be stored. It writes to the disk, so it is not run for each that asks. */
  check: () => Promise<void>;
  isStopping: () => boolean;
  clock: Pick<Clock, 'monotonicMs'>;
};

/** @returns what `check` found in the last `rememberedMs`; all that ask while it runs share the one check. */
function createCanStore({ check, clock }: HealthDeps): () => Promise<boolean> {
  let found: Promise<boolean> | null = null;
  let untilMs = Number.POSITIVE_INFINITY;

  return () => {
    if (found !== null && clock.monotonicMs() < untilMs) return found;
    untilMs = Number.POSITIVE_INFINITY;
    found = check()
      .then(
        () => true,
        () => false,
      )
      .finally(() => {
        untilMs = clock.monotonicMs() + rememberedMs;
      });
    return found;
  };
}

export function createHealth(deps: HealthDeps): Router {
  const canStore = createCanStore(deps);
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  router.get('/readyz', async (request, response) => {
    // Browsers say so on https and on loopback; monitors are no pages and say nothing.
    const from = request.get('sec-fetch-site') ?? 'none';
    if (from !== 'none' && from !== 'same-origin') {
      throw new Refusal('not_allowed', 'Pages from elsewhere may not ask this.');
    }
    const isReady = (await canStore()) && !deps.isStopping();
    response.status(isReady ? 200 : 503).json({ status: isReady ? 'ready' : 'not ready' });
  });
  return router;
}
