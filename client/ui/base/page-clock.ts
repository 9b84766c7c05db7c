/** The two clocks of a device: a monotonic one, and a wall clock that people can set. */
export type PageClock = {
  /** Milliseconds since the page was loaded. */
  readonly monotonicMs: () => number;
  /** Epoch milliseconds, as the device believes. */
  readonly wallMs: () => number;
};

/** The clocks of the device that shows this page. */
export const pageClock: PageClock = { monotonicMs: () => performance.now(), wallMs: () => Date.now() };
