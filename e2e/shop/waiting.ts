// Waiting for something to become true, never longer than allowed.
import { setTimeout as sleep } from 'node:timers/promises';

/** @returns whether it became true within `withinMs`; it is tried every `everyMs`, and once at the end. */
export async function becomesTrue(
  isTrue: () => boolean | Promise<boolean>,
  withinMs: number,
  everyMs = 50,
): Promise<boolean> {
  const untilMs = performance.now() + withinMs;
  for (;;) {
    const isLast = performance.now() >= untilMs;
    if (await isTrue()) return true;
    if (isLast) return false;
    await sleep(everyMs);
  }
}
