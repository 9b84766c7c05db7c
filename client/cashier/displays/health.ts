// Whether a customer can see this till's screen, by when its displays asked the server last.
import type { DisplayView } from '../../../server/contract/access.ts';
import type { Texts } from '../../ui/texts/texts.ts';

/** A display asks about once a second: after this long it is not there. */
const awayAfterMs = 5_000;

export type Health =
  | { readonly kind: 'seen'; readonly seconds: number }
  /** There is one, but it does not ask; or none is paired with the till. */
  | { readonly kind: 'away' | 'none' }
  /** The server has not told yet, or not for a while. */
  | { readonly kind: 'unknown' };

/** @param atMs when the server told, in epoch milliseconds by its own clock. */
export function healthOf(displays: readonly Pick<DisplayView, 'lastSeenAt'>[], atMs: number): Health {
  if (displays.length === 0) return { kind: 'none' };
  const seenMs = displays.flatMap(({ lastSeenAt }) => (lastSeenAt === null ? [] : [Date.parse(lastSeenAt)]));
  const agoMs = atMs - Math.max(...seenMs);
  // Whole seconds of two clocks: what is below one second is one.
  return agoMs <= awayAfterMs
    ? { kind: 'seen', seconds: Math.max(1, Math.round(agoMs / 1000)) }
    : { kind: 'away' };
}

/** Whether the customer needs another screen than their own. */
export const needsThisScreen = ({ kind }: Health) => kind === 'away' || kind === 'none';

/** `Customer screen: seen 1 s ago`; null when nothing is known. */
export function healthText(health: Health, texts: Texts['counter']['screen']): string | null {
  if (health.kind === 'unknown') return null;
  const said = health.kind === 'seen' ? texts.seen(health.seconds) : texts[health.kind];
  return `${texts.label}: ${said}`;
}
