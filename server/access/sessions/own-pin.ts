// The PIN of who is signed in, entered once more on their session.
import type { Request } from 'express';
import { Refusal } from '../../core/refusal.ts';
import type { StaffPrincipal } from '../policy.ts';
import type { Cookies } from '../secrets/cookies.ts';
import type { Sessions } from '../staff/sessions.ts';
import type { SignInMisses } from '../staff/sign-in-misses.ts';
import { fromOf } from './from.ts';

export type OwnPinDeps = {
  cookies: Cookies;
  sessions: Pick<Sessions, 'prove'>;
  signInMisses: SignInMisses;
};

/**
 * @returns what checks a PIN as a sign-in does: as slow to guess, and on record when it is wrong.
 * It throws Refusal `pin_required` for a wrong one, SlowDown after several, Refusal `not_allowed` when the name is locked.
 */
export function createOwnPin({ cookies, sessions, signInMisses }: OwnPinDeps) {
  return async (request: Request, { session: { name } }: StaffPrincipal, pin: string): Promise<void> => {
    const from = fromOf(request, cookies);
    const prove = () => sessions.prove({ name, pin }, from);
    await signInMisses.watch(name, from.address, prove).catch((error: unknown) => {
      // A page takes 401 for the end of its session, and would leave with all that is typed there.
      const isWrong = error instanceof Refusal && error.code === 'not_signed_in';
      throw isWrong ? new Refusal('pin_required', 'The PIN is wrong.') : error;
    });
  };
}
