// A manager who lets somebody do what that one may not alone, by name and PIN where they stand: nobody is signed in or out by it.
import type { Request } from 'express';
import type { Logger } from 'pino';
import type { Approval } from '../../contract/access.ts';
import { Refusal } from '../../core/refusal.ts';
import { addressOf } from '../../http/requests.ts';
import { isWithin } from '../policy.ts';
import type { Cookies } from '../secrets/cookies.ts';
import { fromOf } from '../sessions/from.ts';
import type { Sessions } from './sessions.ts';
import type { SignInMisses } from './sign-in-misses.ts';

export type ApprovalDeps = {
  sessions: Pick<Sessions, 'prove'>;
  signInMisses: SignInMisses;
  cookies: Pick<Cookies, 'read'>;
  log: Logger;
};

/**
 * @param approval a manager's name and PIN, tried as at the sign-in and on record as there.
 * @param about what it is for.
 * @returns who it is.
 * @throws Refusal `approval_required` for a wrong name or PIN, and for who is no manager there; `not_allowed` for a name that is locked,
 * SlowDown after several misses. Never `not_signed_in`: that would be about who asks.
 */
export type Approve = (
  approval: Approval,
  request: Request,
  about: { reference: string; shop: string; till: string },
) => Promise<{ id: string; name: string }>;

export function createApprovals({ sessions, signInMisses, cookies, log }: ApprovalDeps): Approve {
  async function prove(approval: Approval, request: Request) {
    const from = fromOf(request, cookies);
    try {
      return await signInMisses.watch(approval.name, from.address, () => sessions.prove(approval, from));
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'not_signed_in')) throw error;
      throw new Refusal('approval_required', 'The name or the PIN of who approves is wrong.');
    }
  }

  return async (approval, request, { reference, ...place }) => {
    const { id, name, role, shop } = await prove(approval, request);
    if (role !== 'manager' || !isWithin({ shop, till: null }, place)) {
      throw new Refusal('approval_required', 'Who approves has to be a manager of the shop.');
    }
    log.info({ staff: name, reference, address: addressOf(request) }, 'approved');
    return { id, name };
  };
}
