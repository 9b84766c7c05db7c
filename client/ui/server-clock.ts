import { createServerClock } from './countdown.ts';

/** The clock of the server that this page was loaded from. */
export const serverClock = createServerClock(
  () => performance.now(),
  () => Date.now(),
);
