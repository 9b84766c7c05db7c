// Looking after staff: who there is, new people, forgotten PINs, and who leaves.
import { randomUUID } from 'node:crypto';
import { type Act, tell } from '../../audit/act.ts';
import type { NewStaff } from '../../contract/access.ts';
import type { Clock } from '../../core/clock.ts';
import { Refusal } from '../../core/refusal.ts';
import type { AccessStore, StaffMember } from '../../store/access-store.ts';
import { demoId } from '../demo/account.ts';
import { nameKey } from '../secrets/tokens.ts';
import { lookAlike, toName } from './names.ts';
import type { Pins } from './pin.ts';
import { checkNewPin } from './pin-rules.ts';

/** `of`: the shop whose staff the acting manager looks after; null is all shops. Others' staff are as unknown to them as nobody. */
export type Staff = {
  list(of: string | null): Promise<StaffMember[]>;
  /** Without a shop this is somebody of all shops. @throws Refusal `wrong_state` when the name is taken, was, or looks like one that is, `invalid_request` for a weak PIN. */
  add(person: NewStaff, act?: Act): Promise<StaffMember>;
  /** The first manager, of all shops, only as long as there is nobody. @throws Refusal `not_allowed`. */
  addFirst(person: Pick<NewStaff, 'name' | 'pin'>, act?: Act): Promise<StaffMember>;
  /** Since when each name is locked that is, in epoch milliseconds by the id of its person. */
  listLocked(): Promise<ReadonlyMap<string, number>>;
  /** @throws Refusal `not_found`. */
  unlock(id: string, of: string | null, act?: Act): Promise<StaffMember>;
  /** Signs that person out everywhere, and unlocks the name. @throws Refusal `not_found`, or `wrong_state` for the demo's own manager. */
  resetPin(id: string, pin: string, of: string | null, act?: Act): Promise<StaffMember>;
  /**
   * Signs that person out everywhere.
   * @throws Refusal `not_found`, or `wrong_state` for the demo's own manager and for the last who can manage what they manage.
   */
  remove(id: string, of: string | null, act?: Act): Promise<void>;
};

/** @throws Refusal `wrong_state`. */
export function keepDemo(id: string): void {
  if (id === demoId) throw new Refusal('wrong_state', 'The demo’s own manager stays as it is.');
}

const taken = (name: string) =>
  new Refusal('wrong_state', `Somebody is called ${name}, was called so, or has a name that looks like it.`);
const nobody = () => new Refusal('not_found', 'There is nobody like that.');

/**
 * Whose somebody new is.
 * @param wanted the shop that was named, if one was. @param of the shop of the manager who adds; null is all of them. @param shops there are.
 * @throws Refusal `not_allowed` for a shop that is not theirs who add, `invalid_request` for one that there is not.
 */
export function shopOfNew(
  wanted: string | null | undefined,
  of: string | null,
  shops: readonly string[],
): string | null {
  const shop = wanted ?? of;
  if (of !== null && shop !== of)
    throw new Refusal('not_allowed', 'You may add people to your own shop only.');
  if (shop !== null && !shops.includes(shop)) {
    throw new Refusal('invalid_request', `shop: there is no shop ${shop}; there is ${shops.join(', ')}.`);
  }
  return shop;
}

const told = (act: Act | undefined, { id, name, role, shop }: StaffMember) =>
  tell(act, { shop, about: name, detail: { staff: id, role } });

export function createStaff(store: AccessStore, clock: Pick<Clock, 'nowMs'>, pins: Pins): Staff {
  /** @throws Refusal `wrong_state`. */
  async function checkUnlike(name: string): Promise<void> {
    const others = [
      ...(await store.listStaff()).map((member) => member.name),
      ...(await store.listFormerNames()),
    ];
    if (others.some((other) => lookAlike(name, other))) throw taken(name);
  }

  async function insert(person: NewStaff, onlyFirst: boolean, act?: Act): Promise<StaffMember | null> {
    const { pin, role, shop = null } = person;
    const name = toName(person.name);
    checkNewPin(pin, role);
    await checkUnlike(name);
    const pinHash = await pins.hash(pin);
    const when = { createdAtMs: clock.nowMs(), lastSignInAtMs: null };
    const member = { id: randomUUID(), name, role, shop, ...when };
    const secret = { nameKey: nameKey(name), pinHash };
    const isIn = await store.addStaff(member, secret, onlyFirst, told(act, member));
    return isIn ? member : null;
  }

  async function list(of: string | null): Promise<StaffMember[]> {
    const all = await store.listStaff();
    return of === null ? all : all.filter(({ shop }) => shop === of);
  }

  async function known(id: string, of: string | null): Promise<StaffMember> {
    const found = (await list(of)).find((member) => member.id === id);
    if (found === undefined) throw nobody();
    return found;
  }

  async function changeable(id: string, of: string | null): Promise<StaffMember> {
    const found = await known(id, of);
    keepDemo(id);
    return found;
  }

  return {
    list,
    async add(person, act) {
      const added = await insert(person, false, act);
      if (added === null) throw taken(person.name);
      return added;
    },
    async addFirst({ name, pin }, act) {
      const added = await insert({ name, pin, role: 'manager' }, true, act);
      if (added === null) throw new Refusal('not_allowed', 'This shop has staff already. Sign in instead.');
      return added;
    },
    listLocked: async () => new Map((await store.listLocked()).map(({ staffId, atMs }) => [staffId, atMs])),
    async unlock(id, of, act) {
      const member = await known(id, of);
      await store.unlock(id, told(act, member));
      return member;
    },
    async resetPin(id, pin, of, act) {
      const before = await changeable(id, of);
      checkNewPin(pin, before.role);
      const member = await store.setPin(id, await pins.hash(pin), told(act, before));
      if (member === null) throw nobody();
      return member;
    },
    async remove(id, of, act) {
      const member = await changeable(id, of);
      const outcome = await store.removeStaff(id, told(act, member));
      if (outcome === 'not_found') throw nobody();
      if (outcome === 'last_manager') {
        throw new Refusal('wrong_state', 'The last manager cannot be removed. Add another one first.');
      }
    },
  };
}
