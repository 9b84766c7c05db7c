import type { Texts } from '../../ui/texts/texts.ts';

type SeenTexts = Texts['displays']['seen'];

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** The server gives the time to about ten seconds, and the list is a few seconds old. */
const nowMs = 30_000;

/** When a display was last seen, in plain words; `atMs` is now by the server's clock, in epoch milliseconds. */
export function lastSeenText(lastSeenAt: string | null, atMs: number, texts: SeenTexts): string {
  if (lastSeenAt === null) return texts.never;
  const agoMs = atMs - Date.parse(lastSeenAt);
  if (agoMs < nowMs) return texts.now;
  if (agoMs < hourMs) return texts.minutes(Math.max(1, Math.floor(agoMs / minuteMs)));
  if (agoMs < dayMs) return texts.hours(Math.floor(agoMs / hourMs));
  return texts.days(Math.floor(agoMs / dayMs));
}
