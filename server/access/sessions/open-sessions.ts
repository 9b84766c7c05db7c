// The sessions that go on: who sees them, and who may end them.
import { type Act, tell } from '../../audit/act.ts';
import type { OpenSession } from '../../contract/access.ts';
import { type Clock, wallTimeMs } from '../../core/clock.ts';
import { Refusal } from '../../core/refusal.ts';
import type { AccessStore, SessionSeen } from '../../store/access-store.ts';
import { isAllowed, type StaffPrincipal } from '../policy.ts';
import { checkProof } from './proof.ts';

export type OpenSessionsDeps = {
  store: Pick<AccessStore, 'listSessions' | 'endSession'>;
  clock: Pick<Clock, 'nowMs' | 'steadyMs'>;
};

export type OpenSessions = {
  /** Their own; for managers, those of the staff whom they look after. */
  list(principal: StaffPrincipal): Promise<OpenSession[]>;
  /**
   * What is asked next on it is refused.
   * @returns whose it was.
   * @throws Refusal `not_found` for one that has ended and for those of others, `pin_required` when it is somebody else's and the PIN of
   * the manager was entered too long ago.
   */
  end(id: string, principal: StaffPrincipal, act?: Act): Promise<string>;
};

export function createOpenSessions({ store, clock }: OpenSessionsDeps): OpenSessions {
  const iso = (ms: number) => new Date(ms).toISOString();

  async function seenBy(principal: StaffPrincipal): Promise<SessionSeen[]> {
    const { id, session } = principal;
    const managesStaff = isAllowed(principal, 'manage_staff');
    const all = await store.listSessions(clock.steadyMs());
    return all.filter(
      ({ member }) =>
        member.id === id || (managesStaff && (session.shop === null || member.shop === session.shop)),
    );
  }

  const toView = (seen: SessionSeen, ownHash: string): OpenSession => ({
    id: seen.id,
    staff: seen.member.id,
    name: seen.member.name,
    openedAt: seen.openedAtMs === null ? null : iso(seen.openedAtMs),
    activeAt: iso(wallTimeMs(seen.activeAtMs, clock)),
    locked: seen.isLocked,
    address: seen.address,
    browser: seen.browser,
    own: seen.tokenHash === ownHash,
  });

  return {
    list: async (principal) => (await seenBy(principal)).map((seen) => toView(seen, principal.tokenHash)),
    async end(id, principal, act) {
      const found = (await seenBy(principal)).find((seen) => seen.id === id);
      if (found === undefined) throw new Refusal('not_found', 'There is no such session, or it has ended.');
      const { member, address, browser, tokenHash } = found;
      if (member.id !== principal.id) checkProof(principal, clock);
      const detail = { staff: member.id, from: address, browser };
      await store.endSession(tokenHash, tell(act, { shop: member.shop, about: member.name, detail }));
      return member.name;
    },
  };
}
