/** One poll a second, as often as the server itself polls Vipps (P5). */
export const pollEveryMs = 1000;

/** After a change the next poll follows at once, to be held by the server: changes often come in pairs. Still never a hot loop. */
export const afterChangeMs = 50;

/**
 * How long to wait before the next poll, so that it begins one second after the last one began: at once when the
 * server held the last one for that long. At least 1 ms, as react-query takes 0 for "never".
 * @param hadChange whether the last answer was a new version.
 */
export function msToNextPoll(beganAtMs: number, nowMs: number, hadChange: boolean): number {
  if (hadChange) return afterChangeMs;
  const elapsedMs = Math.max(0, nowMs - beganAtMs);
  return Math.max(1, Math.ceil(pollEveryMs - elapsedMs));
}
