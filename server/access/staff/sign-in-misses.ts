// Sign-ins that come to nothing, on record: with the name that was tried, never with what was tried as a PIN.
import { actOfNobody } from '../../audit/act.ts';
import type { Tally } from '../../audit/tally.ts';
import type { Clock } from '../../core/clock.ts';
import { Refusal, SlowDown } from '../../core/refusal.ts';
import type { AccessStore } from '../../store/access-store.ts';
import { nameKey } from '../secrets/tokens.ts';

export type SignInMisses = {
  /** @returns what `signIn` does, once it is on record if it was refused. @throws as `signIn`. */
  watch<T>(name: string, address: string, signIn: () => Promise<T>): Promise<T>;
};

/** Who is in a hurry writes the PIN where the name belongs; nobody's name has four digits in a row. */
const withoutPins = (name: string) => name.replace(/\d{4,}/g, '…');

export function createSignInMisses(deps: {
  store: Pick<AccessStore, 'findStaff'>;
  tally: Pick<Tally, 'note'>;
  clock: Pick<Clock, 'nowMs'>;
}): SignInMisses {
  const { store, tally, clock } = deps;

  async function note(kind: 'sign_in_missed' | 'sign_in_slowed', name: string, address: string) {
    const found = await store.findStaff(nameKey(name));
    const member = found?.member ?? { id: '', name: withoutPins(name), shop: null };
    const act = actOfNobody(kind, address, clock.nowMs());
    const detail: Record<string, string> = member.id === '' ? {} : { staff: member.id };
    const told = { ...act, shop: member.shop, about: member.name, detail };
    tally.note(found === null ? 'strangers' : 'known', told);
  }

  return {
    async watch(name, address, signIn) {
      try {
        return await signIn();
      } catch (error) {
        const isHeldUp = error instanceof Refusal && error.code === 'not_allowed';
        if (error instanceof SlowDown || isHeldUp) await note('sign_in_slowed', name, address);
        else if (error instanceof Refusal && error.code === 'not_signed_in') {
          await note('sign_in_missed', name, address);
        }
        throw error;
      }
    },
  };
}
