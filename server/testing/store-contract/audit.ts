// What every store must do about the audit log, whatever database is behind it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anchorIn, createVerifier, origin } from '../../audit/chain.ts';
import type { Told } from '../../store/audit-store.ts';
import type { Database } from '../../store/sqlite/sqlite.ts';

export const told = (bent: Partial<Told> = {}): Told => ({
  kind: 'refund',
  atMs: 1_000,
  shop: 'oslo',
  who: { kind: 'staff', id: 'id of Kari', name: 'Kari' },
  address: '192.0.2.7',
  about: 'till-1-a',
  detail: { amount: 24_900, currency: 'NOK' },
  ...bent,
});

/** @returns where the chain in a store breaks; null when it is whole. */
export async function faultIn({ audit }: Pick<Database, 'audit'>) {
  const anchor = await audit.findAnchor();
  const start = (anchor && anchorIn(anchor)) ?? origin;
  const verifier = createVerifier(start);
  for (const entry of await audit.readOn(start.sequence, 10_000)) {
    const fault = verifier.take(entry);
    if (fault !== null) return fault;
  }
  return verifier.end(await audit.readHead());
}

/** @param open gives an empty store. */
export function auditContract(open: () => Promise<Database>): void {
  let store: Database;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());
  const about = async (filter: Parameters<Database['audit']['list']>[0]) =>
    (await store.audit.list(filter, null, 100)).map((entry) => entry.about);

  describe('the audit log', () => {
    it('[P12] keeps every field, numbered in the order in which they came, in one chain', async () => {
      expect(await store.audit.readHead()).toEqual(origin);
      await store.audit.append(told());
      const nobody = { kind: 'nobody', id: null, name: '' } as const;
      await store.audit.append(told({ shop: null, who: nobody, address: '', about: '', detail: {} }));
      const [first, second] = await store.audit.readOn(0, 10);
      const content = { sequence: 1, at: 1_000, kind: 'refund', shop: 'oslo', who_kind: 'staff' };
      const rest = { who_id: 'id of Kari', who_name: 'Kari', address: '192.0.2.7', about: 'till-1-a' };
      const detail = '{"amount":24900,"currency":"NOK"}';
      expect(first).toEqual({ ...content, ...rest, detail, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
      expect(second).toMatchObject({
        sequence: 2,
        shop: null,
        who_kind: 'nobody',
        who_id: null,
        detail: '{}',
      });
      expect(await store.audit.readHead()).toEqual({ sequence: 2, hash: second?.hash });
      expect(await faultIn(store)).toBeNull();
    });

    it('numbers what comes at once without a gap', async () => {
      await Promise.all(Array.from({ length: 20 }, (_, index) => store.audit.append(told({ atMs: index }))));
      expect((await store.audit.readHead()).sequence).toBe(20);
      expect(await faultIn(store)).toBeNull();
    });

    it('finds by shop, person, kind and time, newest first, a page at a time', async () => {
      const ola = { kind: 'staff', id: 'id of Ola', name: 'Ola' } as const;
      await store.audit.append(told({ atMs: 1, about: 'a' }));
      await store.audit.append(told({ atMs: 2, about: 'b', who: ola }));
      await store.audit.append(told({ atMs: 3, about: 'c', kind: 'capture' }));
      await store.audit.append(told({ atMs: 3, about: 'd', shop: 'bergen' }));
      await store.audit.append(told({ atMs: 2, about: 'e', shop: null }));
      expect(await about({ shop: null })).toEqual(['d', 'c', 'e', 'b', 'a']);
      expect(await about({ shop: 'oslo' })).toEqual(['c', 'b', 'a']);
      expect(await about({ shop: null, person: 'id of Ola' })).toEqual(['b']);
      expect(await about({ shop: null, kind: 'capture' })).toEqual(['c']);
      expect(await about({ shop: 'bergen', kind: 'capture' })).toEqual([]);
      expect(await about({ shop: null, fromMs: 2, toMs: 3 })).toEqual(['e', 'b']);
      const [first, second] = await store.audit.list({ shop: null }, null, 2);
      if (!first || !second) throw new Error('nothing was found');
      const rest = await store.audit.list({ shop: null }, second, 100);
      expect([first, second, ...rest].map((entry) => entry.about)).toEqual(['d', 'c', 'e', 'b', 'a']);
    });

    it('loses its oldest entries when they are old, and stays a chain that says so', async () => {
      for (const atMs of [10, 20, 30, 40]) await store.audit.append(told({ atMs }));
      const [, second] = await store.audit.readOn(0, 10);
      expect(await store.audit.giveUp(30, 10, 500)).toBe(2);
      expect(await faultIn(store)).toBeNull();
      expect(await store.audit.removeGivenUp(1)).toBe(1);
      expect(await faultIn(store)).toBeNull();
      expect(await store.audit.removeGivenUp(10)).toBe(1);
      expect(await store.audit.removeGivenUp(10)).toBe(0);
      const left = await store.audit.readOn(0, 10);
      expect(left.map(({ sequence, at, kind }) => [sequence, at, kind])).toEqual([
        [3, 30, 'refund'],
        [4, 40, 'refund'],
        [5, 500, 'audit_trimmed'],
      ]);
      const anchor = await store.audit.findAnchor();
      expect(anchor && anchorIn(anchor)).toEqual({ sequence: 2, hash: second?.hash });
      expect(await faultIn(store)).toBeNull();
    });

    it('is trimmed no further than wanted, and not at all where nothing is old', async () => {
      for (const atMs of [10, 20, 30, 40]) await store.audit.append(told({ atMs }));
      expect(await store.audit.giveUp(10, 10, 500)).toBe(0);
      expect(await store.audit.findAnchor()).toBeNull();
      expect(await store.audit.removeGivenUp(10)).toBe(0);
      expect(await store.audit.giveUp(1_000, 3, 500)).toBe(3);
      expect(await store.audit.giveUp(400, 10, 600)).toBe(1);
      expect(await store.audit.removeGivenUp(10)).toBe(4);
      expect((await store.audit.readOn(0, 10)).map(({ sequence }) => sequence)).toEqual([5, 6]);
      expect(await faultIn(store)).toBeNull();
    });
  });
}
