// What every store must do about staff, sessions and displays, whatever database is behind it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AccessStore, StaffMember, StoredDisplay } from '../../store/access-store.ts';
import type { Store } from '../../store/store.ts';
import { aSession } from '../access/sessions.ts';

const aMember = (name: string, bent: Partial<StaffMember> = {}): StaffMember => ({
  id: `id of ${name}`,
  name,
  role: 'cashier',
  shop: null,
  createdAtMs: 1_795_423_921_090,
  lastSignInAtMs: null,
  ...bent,
});
const aDisplay = (id: string, bent: Partial<StoredDisplay> = {}): StoredDisplay => ({
  id,
  till: '1',
  pairedAtMs: 1_795_423_921_090,
  pairedBy: 'Kari',
  lastSeenAtMs: null,
  ...bent,
});

/** @param open gives an empty store. */
export function accessContract(open: () => Promise<Store & { readonly access: AccessStore }>): void {
  let store: Awaited<ReturnType<typeof open>>;
  let access: AccessStore;
  beforeEach(async () => {
    store = await open();
    access = store.access;
  });
  afterEach(() => store.close());

  const hire = async (name: string, bent: Partial<StaffMember> = {}) => {
    const member = aMember(name, bent);
    expect(await access.addStaff(member, { nameKey: name.toLowerCase(), pinHash: `of ${name}` })).toBe(true);
    return member;
  };
  const signIn = (tokenHash: string, { id }: StaffMember, nowMs = 0) =>
    access.openSession(aSession(tokenHash, id, { expiresAtMs: nowMs + 1_000, nowMs, atMs: 77 }));

  describe('staff', () => {
    it('keeps every field, in the order of their names', async () => {
      expect(await access.hasStaff()).toBe(false);
      const ola = await hire('ola');
      const kari = await hire('Kari', { role: 'manager', shop: 'oslo' });
      expect(await access.hasStaff()).toBe(true);
      expect(await access.listStaff()).toEqual([kari, ola]);
      expect(await access.findStaff('kari')).toEqual({ member: kari, pinHash: 'of Kari' });
      expect(await access.findStaff('Kari')).toBeNull();
    });

    it('takes a name once, and keeps who had it first', async () => {
      const first = await hire('Kari');
      const second = aMember('KARI', { id: 'another' });
      expect(await access.addStaff(second, { nameKey: 'kari', pinHash: 'theirs' })).toBe(false);
      expect(await access.listStaff()).toEqual([first]);
      expect(await access.findStaff('kari')).toMatchObject({ pinHash: 'of Kari' });
    });

    it('[P8] lets one be the first, however many try at once', async () => {
      const tries = ['Kari', 'Ola', 'Siri'].map((name) =>
        access.addStaff(aMember(name), { nameKey: name, pinHash: 'x' }, true),
      );
      expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
      expect(await access.listStaff()).toHaveLength(1);
    });

    it('[P8] lets nobody be the first when there is staff', async () => {
      await hire('Kari');
      expect(await access.addStaff(aMember('Ola'), { nameKey: 'ola', pinHash: 'x' }, true)).toBe(false);
      expect(await access.findStaff('ola')).toBeNull();
    });

    it('keeps the last manager, though not the last cashier', async () => {
      const cashier = await hire('Ola');
      const manager = await hire('Kari', { role: 'manager' });
      const other = await hire('Siri', { role: 'manager' });
      expect(await access.removeStaff(other.id)).toBe('removed');
      await signIn('hash', manager);
      expect(await access.removeStaff(manager.id)).toBe('last_manager');
      expect(await access.findSession('hash')).not.toBeNull();
      expect(await access.removeStaff(cashier.id)).toBe('removed');
      expect(await access.removeStaff(cashier.id)).toBe('not_found');
      expect(await access.hasStaff()).toBe(true);
    });

    it('[P8] keeps the last manager of all shops, though others manage one of them', async () => {
      const head = await hire('Kari', { role: 'manager' });
      const other = await hire('Siri', { role: 'manager' });
      const oslo = await hire('Ola', { role: 'manager', shop: 'oslo' });
      expect(await access.removeStaff(other.id)).toBe('removed');
      expect(await access.removeStaff(head.id)).toBe('last_manager');
      expect(await access.removeStaff(oslo.id)).toBe('removed');
      expect(await access.removeStaff(head.id)).toBe('last_manager');
    });

    it('keeps the last manager of a shop where nobody manages all of them', async () => {
      const oslo = await hire('Ola', { role: 'manager', shop: 'oslo' });
      await hire('Berit', { role: 'manager', shop: 'bergen' });
      expect(await access.removeStaff(oslo.id)).toBe('last_manager');
      await hire('Olga', { role: 'manager', shop: 'oslo' });
      expect(await access.removeStaff(oslo.id)).toBe('removed');
    });

    it('keeps one manager when two are removed at once', async () => {
      const two = [await hire('Kari', { role: 'manager' }), await hire('Siri', { role: 'manager' })];
      const outcomes = await Promise.all(two.map(({ id }) => access.removeStaff(id)));
      expect(outcomes.toSorted()).toEqual(['last_manager', 'removed']);
    });
  });

  describe('sessions', () => {
    it('knows a session by its hash, and notes when somebody signed in', async () => {
      const kari = await hire('Kari');
      await signIn('hash', kari);
      const member = { ...kari, lastSignInAtMs: 77 };
      expect(await access.findSession('hash')).toEqual({
        member,
        expiresAtMs: 1_000,
        provedAtMs: 0,
        activeAtMs: 0,
        isLocked: false,
      });
      expect(await access.findSession('of Kari')).toBeNull();
      expect(await access.listStaff()).toEqual([member]);
    });

    it('notes on one session when the PIN was entered, and tells of one that has ended', async () => {
      const kari = await hire('Kari');
      for (const hash of ['here', 'there']) await signIn(hash, kari, 5);
      expect(await access.noteProof({ tokenHash: 'here', atMs: 70 })).toBe(true);
      expect(await access.findSession('here')).toMatchObject({ provedAtMs: 70 });
      expect(await access.findSession('there')).toMatchObject({ provedAtMs: 5 });
      expect(await access.noteProof({ tokenHash: 'none', atMs: 70 })).toBe(false);
    });

    it('notes when somebody worked on sessions, and on no others; what has ended is no trouble', async () => {
      const kari = await hire('Kari');
      for (const hash of ['here', 'there', 'idle']) await signIn(hash, kari, 5);
      const activities = ['here', 'none', 'there'].map((tokenHash, at) => ({ tokenHash, atMs: 70 + at }));
      await access.noteActivity(activities);
      const found = await Promise.all(['here', 'there', 'idle'].map((hash) => access.findSession(hash)));
      expect(found.map((session) => session?.activeAtMs)).toEqual([70, 72, 5]);
    });

    it('[P8] locks one session until it is unlocked, which takes a PIN and is work', async () => {
      const kari = await hire('Kari');
      for (const hash of ['here', 'there']) await signIn(hash, kari, 5);
      expect(await access.lockSession('here')).toBe(true);
      expect(await access.findSession('here')).toMatchObject({ isLocked: true, activeAtMs: 5 });
      expect(await access.findSession('there')).toMatchObject({ isLocked: false });
      expect(await access.unlockSession({ tokenHash: 'here', atMs: 80 })).toBe(true);
      const open = { isLocked: false, activeAtMs: 80, provedAtMs: 80 };
      expect(await access.findSession('here')).toMatchObject(open);
      expect(await access.lockSession('none')).toBe(false);
      expect(await access.unlockSession({ tokenHash: 'none', atMs: 80 })).toBe(false);
    });

    it('ends one session and leaves the others', async () => {
      const kari = await hire('Kari');
      await signIn('at the till', kari);
      await signIn('in the office', kari);
      await access.endSession('at the till');
      await access.endSession('none');
      expect(await access.findSession('at the till')).toBeNull();
      expect(await access.findSession('in the office')).not.toBeNull();
    });

    it('[P8] ends all sessions of a person who gets a new PIN, and no others', async () => {
      const kari = await hire('Kari');
      for (const hash of ['one', 'two']) await signIn(hash, kari);
      await signIn('another', await hire('Ola'));
      expect(await access.setPin(kari.id, 'new')).toEqual({ ...kari, lastSignInAtMs: 77 });
      expect(await access.findStaff('kari')).toMatchObject({ pinHash: 'new' });
      expect(await access.findStaff('ola')).toMatchObject({ pinHash: 'of Ola' });
      const found = await Promise.all(['one', 'two', 'another'].map((hash) => access.findSession(hash)));
      expect(found.map((session) => session !== null)).toEqual([false, false, true]);
      expect(await access.setPin('nobody', 'new')).toBeNull();
    });

    it('[P8] ends the sessions of a person who is removed', async () => {
      const kari = await hire('Kari');
      await signIn('hash', kari);
      await access.removeStaff(kari.id);
      await hire('Kari');
      expect(await access.findSession('hash')).toBeNull();
    });

    it('forgets sessions that are over when the next one begins', async () => {
      const kari = await hire('Kari');
      await signIn('ends at 1000', kari);
      await signIn('ends at 1001', kari, 1);
      await signIn('new', kari, 1_000);
      expect(await access.findSession('ends at 1000')).toBeNull();
      expect(await access.findSession('ends at 1001')).not.toBeNull();
      expect(await access.findSession('new')).toMatchObject({ expiresAtMs: 2_000 });
    });
  });

  describe('displays', () => {
    it('keeps every field, in the order in which they were paired', async () => {
      const later = aDisplay('a', { pairedAtMs: 2, till: '2', lastSeenAtMs: 3 });
      const sooner = aDisplay('b', { pairedAtMs: 1 });
      await access.addDisplay(later, 'hash of a');
      await access.addDisplay(sooner, 'hash of b');
      expect(await access.listDisplays()).toEqual([sooner, later]);
      expect(await access.findDisplay('hash of a')).toEqual(later);
      expect(await access.findDisplay('a')).toBeNull();
    });

    it('notes when one was seen', async () => {
      await access.addDisplay(aDisplay('a'), 'hash of a');
      await access.addDisplay(aDisplay('b'), 'hash of b');
      await access.sawDisplay('a', 9);
      expect(await access.findDisplay('hash of a')).toEqual(aDisplay('a', { lastSeenAtMs: 9 }));
      expect(await access.findDisplay('hash of b')).toEqual(aDisplay('b'));
    });

    it('[P8] removes one, once, and knows it no more', async () => {
      await access.addDisplay(aDisplay('a'), 'hash of a');
      await access.addDisplay(aDisplay('b'), 'hash of b');
      expect(await access.removeDisplay('a')).toEqual(aDisplay('a'));
      expect(await access.removeDisplay('a')).toBeNull();
      expect(await access.findDisplay('hash of a')).toBeNull();
      await access.sawDisplay('a', 9);
      expect(await access.listDisplays()).toEqual([aDisplay('b')]);
    });
  });
}
