// Time left, as it is shown.

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
