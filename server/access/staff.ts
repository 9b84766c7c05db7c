// Looking after staff: who there is, new people, forgotten PINs, and who leaves.
import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Role } from '../contract-access.ts';
import { Refusal } from '../refusal.ts';
import type { AccessStore, StaffMember } from '../store/access-store.ts';
import { demoId } from './demo.ts';
import type { Pins } from './pin.ts';
import { nameKey } from './tokens.ts';

export type NewStaff = { name: string; pin: string; role: Role };

export type Staff = {
  list(): Promise<StaffMember[]>;
  /** @throws Refusal `wrong_state` when the name is taken. */
  add(person: NewStaff): Promise<StaffMember>;
  /** The first manager, only as long as there is nobody. @throws Refusal `not_allowed`. */
  addFirst(person: Omit<NewStaff, 'role'>): Promise<StaffMember>;
  /** Signs that person out everywhere. @throws Refusal `not_found`, or `wrong_state` for the demo's own manager. */
  resetPin(id: string, pin: string): Promise<StaffMember>;
  /** Signs that person out everywhere. @throws Refusal `not_found`, or `wrong_state` for the last manager and the demo's own. */
  remove(id: string): Promise<void>;
};

function keepDemo(id: string): void {
  if (id === demoId) throw new Refusal('wrong_state', 'The demo’s own manager stays as it is.');
}

const nobody = () => new Refusal('not_found', 'There is nobody like that.');

export function createStaff(store: AccessStore, clock: Pick<Clock, 'nowMs'>, pins: Pins): Staff {
  async function insert({ name, pin, role }: NewStaff, onlyFirst: boolean): Promise<StaffMember | null> {
    const pinHash = await pins.hash(pin);
    const member = { id: randomUUID(), name, role, createdAtMs: clock.nowMs(), lastSignInAtMs: null };
    const isIn = await store.addStaff(member, { nameKey: nameKey(name), pinHash }, onlyFirst);
    return isIn ? member : null;
  }

  return {
    list: () => store.listStaff(),
    async add(person) {
      const added = await insert(person, false);
      if (added === null)
        throw new Refusal('wrong_state', `There is somebody called ${person.name} already.`);
      return added;
    },
    async addFirst(person) {
      const added = await insert({ ...person, role: 'manager' }, true);
      if (added === null) throw new Refusal('not_allowed', 'This shop has staff already. Sign in instead.');
      return added;
    },
    async resetPin(id, pin) {
      keepDemo(id);
      const member = await store.setPin(id, await pins.hash(pin));
      if (member === null) throw nobody();
      return member;
    },
    async remove(id) {
      keepDemo(id);
      const outcome = await store.removeStaff(id);
      if (outcome === 'not_found') throw nobody();
      if (outcome === 'last_manager') {
        throw new Refusal('wrong_state', 'The last manager cannot be removed. Add another one first.');
      }
    },
  };
}
