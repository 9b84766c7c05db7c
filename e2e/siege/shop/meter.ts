// What the server holds of the machine, looked at from outside.
import { setTimeout as sleep } from 'node:timers/promises';
import { openDescriptors, residentMegabytes } from '../../bench/usage.ts';

/** `megabytes`: of the machine's memory, with what the garbage collector has not given back to it. */
export type Held = { readonly megabytes: number; readonly descriptors: number };

const everyMs = 250;

/** There is no such process any more. */
export class ServerGone extends Error {
  override readonly name = 'ServerGone';
}

/** @throws ServerGone */
export function heldBy(pid: number): Held {
  try {
    return { megabytes: residentMegabytes(pid), descriptors: openDescriptors(pid) };
  } catch (cause) {
    throw new ServerGone('the server has gone', { cause });
  }
}

/** Looks until `signal`. @returns the most of each that was seen. */
export async function highestUntil(pid: number, signal: AbortSignal): Promise<Held> {
  let highest = heldBy(pid);
  while (!signal.aborted) {
    await sleep(everyMs);
    const { megabytes, descriptors } = heldBy(pid);
    highest = {
      megabytes: Math.max(megabytes, highest.megabytes),
      descriptors: Math.max(descriptors, highest.descriptors),
    };
  }
  return highest;
}

/** Megabytes that are in use after a garbage collection. */
export type InUse = () => Promise<number>;

/** What has to come back to what it was. */
export type Kept = { readonly inUse: number; readonly descriptors: number };

/** How far that is, and after how long; null when it did not come back in the time that it had. */
export type Return = {
  readonly kept: Kept;
  readonly held: Held;
  readonly afterMs: { memory: number | null; descriptors: number | null };
};

/** A collection holds the server up for some 50 ms. */
const collectEveryMs = 1_000;

/** @param limit what counts as back. */
export async function untilBack(pid: number, inUse: InUse, limit: Kept, withinMs: number): Promise<Return> {
  const beganMs = performance.now();
  const afterMs: Return['afterMs'] = { memory: null, descriptors: null };
  for (;;) {
    const kept = { inUse: await inUse(), descriptors: heldBy(pid).descriptors };
    const passedMs = performance.now() - beganMs;
    if (kept.inUse <= limit.inUse) afterMs.memory ??= passedMs;
    if (kept.descriptors <= limit.descriptors) afterMs.descriptors ??= passedMs;
    const isBack = afterMs.memory !== null && afterMs.descriptors !== null;
    if (isBack || passedMs > withinMs) return { kept, held: heldBy(pid), afterMs };
    await sleep(collectEveryMs);
  }
}
