// The keys of cancels: made of what is stored, so that a repeat is the same call, also by the next server (P2).
import { createHash } from 'node:crypto';
import { VippsRejected } from './errors.ts';

/** Refusals that are remembered at once; the oldest go first. */
const mostRemembered = 1_000;

/**
 * @returns `withKey`, which sends a cancel under the key of its reference. Vipps answers a key that it has refused the same for ever, so
 * the next try after a refusal has another; one whose answer was lost has the same.
 */
export function createCancelKeys() {
  const refusals = new Map<string, number>();

  return async (reference: string, send: (key: string) => Promise<void>): Promise<void> => {
    const refused = refusals.get(reference) ?? 0;
    // 40 characters, which every API takes.
    const key = createHash('sha256').update(`cancel ${reference} ${refused}`).digest('hex').slice(0, 40);
    try {
      await send(key);
    } catch (error) {
      if (error instanceof VippsRejected) refusals.set(reference, refused + 1);
      const [oldest = ''] = refusals.keys();
      if (refusals.size > mostRemembered) refusals.delete(oldest);
      throw error;
    }
  };
}
