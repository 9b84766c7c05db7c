const windowMs = 60_000;
const sweepAbove = 10_000;

/** Counts a call; answers 0 when it is within the limit, otherwise the whole seconds until the next is. */
export type RateLimit = (key: string) => number;

/** @param limit calls per key in any 60 seconds; calls that are turned away do not count. `now` is epoch milliseconds. */
export function createRateLimit(limit: number, now: () => number): RateLimit {
  const calls = new Map<string, number[]>();
  return (key) => {
    const nowMs = now();
    const isRecent = (atMs: number) => atMs > nowMs - windowMs;
    if (calls.size > sweepAbove) {
      for (const [other, times] of calls) if (!times.some(isRecent)) calls.delete(other);
    }
    const recent = (calls.get(key) ?? []).filter(isRecent);
    const oldest = recent[0];
    const full = recent.length >= limit && oldest !== undefined;
    if (!full) recent.push(nowMs);
    calls.set(key, recent);
    return full ? Math.max(1, Math.ceil((oldest + windowMs - nowMs) / 1000)) : 0;
  };
}
