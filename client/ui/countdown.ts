// Time left by the server's clock: a tablet whose own clock is wrong, or is set while we count, changes nothing.

/** Now, as the server would say it. */
export type ServerClock = {
  /** Epoch milliseconds. */
  readonly nowMs: () => number;
  /** Takes the `Date` header of an answer that has just arrived. */
  readonly observe: (dateHeader: string | null) => void;
};

// The header has whole seconds and answers take a while to arrive: less than this is noise, not a different clock.
const toleranceMs = 1500;
const halfSecondMs = 500;

/** `monotonicMs` never jumps (performance.now); `wallMs` is only used until the server has been heard. */
export function createServerClock(monotonicMs: () => number, wallMs: () => number): ServerClock {
  let offsetMs = wallMs() - monotonicMs();
  return {
    nowMs: () => monotonicMs() + offsetMs,
    observe: (dateHeader) => {
      const headerMs = dateHeader === null ? Number.NaN : Date.parse(dateHeader);
      if (Number.isNaN(headerMs)) return;
      const heardMs = headerMs + halfSecondMs - monotonicMs();
      if (Math.abs(heardMs - offsetMs) > toleranceMs) offsetMs = heardMs;
    },
  };
}

/** Whole seconds left, never negative; the last one counts until it is over. */
export function secondsLeft(remainingMs: number): number {
  return Math.max(0, Math.ceil(remainingMs / 1000));
}

/** Milliseconds until `secondsLeft` changes, between 1 and 1000. */
export function msToNextSecond(remainingMs: number): number {
  if (remainingMs <= 0) return 1000;
  return Math.max(1, Math.ceil(remainingMs - (secondsLeft(remainingMs) - 1) * 1000));
}

/** `9:41`, or `1:02:03` from an hour on. */
export function formatSeconds(seconds: number): string {
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}:${twoDigits(seconds % 60)}`;
  return `${Math.floor(minutes / 60)}:${twoDigits(minutes % 60)}:${twoDigits(seconds % 60)}`;
}
