// What the tablet knows of itself: which till it is paired with, or the code that pairs it.
import type { OwnDisplay } from '../../../server/contract/access.ts';
import { call, type Failure, failureOf, waitAfter } from '../../ui/api/api.ts';

const timeoutMs = 5_000;

export type Device = {
  /** As the server answered last; null before the first answer, and after the tablet was unpaired. */
  readonly display: OwnDisplay | null;
  /** Why the last request failed; null when it did not. */
  readonly failure: Failure | null;
  /** How long the server asks to wait before the next request, in seconds. */
  readonly waitSeconds: number;
};
export const nothingKnown: Device = { display: null, failure: null, waitSeconds: 0 };

/** The till that the address of a display names: `/display/{till}`; null for `/display`. */
export function tillInAddress(pathname: string): string | null {
  const till = pathname.split('/').filter(Boolean)[1];
  return till === undefined ? null : decodeURIComponent(till);
}

const known = (body: unknown): Device => ({ ...nothingKnown, display: body as OwnDisplay });

async function introduce(till: string | null): Promise<Device> {
  const body = till === null ? {} : { till };
  return known((await call('/api/display', { method: 'POST', body, timeoutMs })).body);
}

/** The state after an error: a code that is shown stays (P6), unless it has run out. */
function afterError(error: unknown, display: OwnDisplay | null): Device {
  return { display, failure: failureOf(error), waitSeconds: waitAfter(error) };
}

/**
 * Asks which till this tablet is paired with. Where it is not known yet, or not any more, it registers and gets a fresh code.
 * @param till the one that the address names.
 */
export async function askDevice(till: string | null, last: Device): Promise<Device> {
  try {
    return known((await call('/api/display', { timeoutMs })).body);
  } catch (error) {
    if (failureOf(error) !== 'not_signed_in') return afterError(error, last.display);
  }
  return introduce(till).catch((error: unknown) => afterError(error, null));
}

export type Step =
  | { readonly name: 'connecting' | 'slowed' }
  | { readonly name: 'pairing'; readonly code: string }
  /** `move`: the till's screen has another address. */
  | { readonly name: 'till' | 'move'; readonly till: string };

/** What the tablet does next; `till` is the one that the address names. */
export function stepOf({ display, failure }: Device, till: string | null): Step {
  if (display === null) return { name: failure === 'rate_limited' ? 'slowed' : 'connecting' };
  if (display.till !== null) return { name: display.till === till ? 'till' : 'move', till: display.till };
  return display.code === null ? { name: 'connecting' } : { name: 'pairing', code: display.code };
}

/** Whether what the till answered means that this tablet is its display no longer: it was unpaired, or there is no such till any more. */
export function isUnpaired(failure: Failure | null): boolean {
  return failure === 'not_signed_in' || failure === 'not_allowed' || failure === 'not_found';
}

/** A code in two groups of three digits. */
export function codeGroups(code: string): readonly [string, string] {
  return [code.slice(0, 3), code.slice(3)];
}
