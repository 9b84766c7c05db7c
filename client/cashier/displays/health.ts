// Whether a customer can see this till's screen, by the last poll of its displays.
import type { DisplayView } from '../../../server/contract/access.ts';
import type { Texts } from '../../ui/texts/texts.ts';

/** A display polls about once a second; after this long without a poll it is away. */
const awayAfterMs = 5_000;

export type Health =
  | { readonly kind: 'seen'; readonly seconds: number }
  /** `away`: no paired display polls; `none`: no display is paired with the till. */
  | { readonly kind: 'away' | 'none' }
  /** The server has not answered yet, or not for a while. */
  | { readonly kind: 'unknown' };

/** @param atMs when the server answered, in epoch milliseconds by its own clock. */
export function healthOf(displays: readonly Pick<DisplayView, 'lastSeenAt'>[], atMs: number): Health {
  if (displays.length === 0) return { kind: 'none' };
  const seenMs = displays.flatMap(({ lastSeenAt }) => (lastSeenAt === null ? [] : [Date.parse(lastSeenAt)]));
  const agoMs = atMs - Math.max(...seenMs);
  // Both times are whole seconds: less than one is shown as 1.
  return agoMs <= awayAfterMs
    ? { kind: 'seen', seconds: Math.max(1, Math.round(agoMs / 1000)) }
    : { kind: 'away' };
}

/** Whether the customer needs the QR on the cashier's screen. */
export const needsThisScreen = ({ kind }: Health) => kind === 'away' || kind === 'none';

/** `Customer screen: seen 1 s ago`; null when nothing is known. */
export function healthText(health: Health, texts: Texts['counter']['screen']): string | null {
  if (health.kind === 'unknown') return null;
  const said = health.kind === 'seen' ? texts.seen(health.seconds) : texts[health.kind];
  return `${texts.label}: ${said}`;
}
