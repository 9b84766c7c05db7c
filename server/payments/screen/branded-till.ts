// What a till is called on its screens now; worked out anew only when that changes.
import { createHash } from 'node:crypto';
import type { TillView } from '../../contract/payments.ts';
import type { Clock } from '../../core/clock.ts';
import { brandAt } from '../../reconciliation/brand.ts';

export type BrandedTillDeps = {
  clock: Pick<Clock, 'nowMs'>;
  /** The last day (`YYYY-MM-DD`) on which tills that were MobilePay's say both names. */
  bothNamesUntil: string;
};

type BrandedTill = {
  till: TillView;
  /** Changes when the till's own settings or its brand do, so that no screen keeps an old name. */
  tag: string;
  changesAtMs: number | null;
  madeAtMs: number;
};

const tagOf = (till: TillView) =>
  createHash('sha256').update(JSON.stringify(till)).digest('base64url').slice(0, 8);

function make(till: TillView, nowMs: number, bothNamesUntil: string): BrandedTill {
  const { brand, changesAtMs } = brandAt(till, nowMs, bothNamesUntil);
  const branded = { ...till, brand };
  return { till: branded, tag: tagOf(branded), changesAtMs, madeAtMs: nowMs };
}

/** @returns a till as its screens know it, and in how many milliseconds it is called something else; null is never. */
export function createBrandedTills({ clock, bothNamesUntil }: BrandedTillDeps) {
  const all = new WeakMap<TillView, BrandedTill>();

  return (till: TillView) => {
    const nowMs = clock.nowMs();
    const known = all.get(till);
    // Somebody may put the clock back.
    const holds =
      known && nowMs >= known.madeAtMs && (known.changesAtMs === null || nowMs < known.changesAtMs);
    const now = holds ? known : make(till, nowMs, bothNamesUntil);
    all.set(till, now);
    const { changesAtMs } = now;
    return { till: now.till, tag: now.tag, changesInMs: changesAtMs === null ? null : changesAtMs - nowMs };
  };
}
