// What time it is by the server: a device whose own clock is wrong, or is set while the page is open, changes nothing.
import { type PageClock, pageClock } from '../base/page-clock.ts';

/** Now, as the server would say it. */
export type ServerClock = {
  /** Epoch milliseconds. */
  readonly nowMs: () => number;
  /** Takes the `Date` header of an answer that has just arrived. */
  readonly observe: (dateHeader: string | null) => void;
};

const halfSecondMs = 500;

/** The server's time (epoch milliseconds) when it wrote a `Date` header, give or take half a second; null when it is unreadable. */
export function answeredAtMs(dateHeader: string | null): number | null {
  const headerMs = dateHeader === null ? Number.NaN : Date.parse(dateHeader);
  return Number.isNaN(headerMs) ? null : headerMs + halfSecondMs;
}

/** Whether two readings (milliseconds) of one clock tell the same: times have whole seconds, and answers take a while to arrive. */
export function isSameTime(oneMs: number, otherMs: number): boolean {
  return Math.abs(oneMs - otherMs) <= 2_500;
}

/** The device's wall clock is only used until the server has been heard. */
export function createServerClock({ monotonicMs, wallMs }: PageClock): ServerClock {
  let offsetMs = wallMs() - monotonicMs();
  return {
    nowMs: () => monotonicMs() + offsetMs,
    observe: (dateHeader) => {
      const heardMs = answeredAtMs(dateHeader);
      if (heardMs === null) return;
      const heardOffsetMs = heardMs - monotonicMs();
      if (!isSameTime(heardOffsetMs, offsetMs)) offsetMs = heardOffsetMs;
    },
  };
}

/** The clock of the server that this page was loaded from. */
export const serverClock = createServerClock(pageClock);
