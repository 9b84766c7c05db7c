// What somebody may not give back alone, and a manager approves on the spot, over HTTP.
import pino from 'pino';
import { describe, expect, test } from 'vitest';
import { historySchema } from '../contract/payments.ts';
import { aShop, type Headers } from '../testing/access/giving-back.ts';
import { cheapPins, signedIn } from '../testing/access.ts';
import { till } from '../testing/till.ts';
import { demoId, demoManager } from './demo/account.ts';
import { nameKey } from './secrets/tokens.ts';

const pin = '48291637';
const by = (name: string) => ({ approval: { name, pin } });
const wrong = { approval: { name: 'Mona', pin: '48291638' } };
const tills = [till, { ...till, id: '2', shop: 'other' }];
const required = { status: 403, body: { error: { code: 'approval_required' } } };

/** Everybody whose name and PIN can be tried. Ola is a cashier of this shop, and may give back nothing alone unless `options` say so. */
async function staffed(options: Parameters<typeof aShop>[0] = {}) {
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  const shop = await aShop({ tills, log, ...options });
  const hire = async (name: string, role: 'cashier' | 'manager', of: string | null, id = name) => {
    const member = { id, name, role, shop: of, createdAtMs: 0, lastSignInAtMs: null };
    const pinHash = await cheapPins().hash(id === demoId ? demoManager.pin : pin);
    await shop.store.access.addStaff(member, { nameKey: nameKey(name), pinHash });
  };
  await hire('Mona', 'manager', till.shop);
  await hire('Berit', 'manager', null);
  await hire('Kim', 'manager', 'other');
  await hire('Siri', 'cashier', till.shop);
  await hire(demoManager.name, 'manager', null, demoId);
  const ola = await signedIn(shop, 'cashier', 'Ola of this shop', till.shop);
  const eventsOf = async (reference: string) =>
    historySchema.parse((await shop.call('GET', `/api/payments/${reference}/events`)).body).events;
  return { ...shop, ola, lines, eventsOf };
}

describe('[P8] what a cashier may not give back alone is approved', () => {
  const approvers = {
    'this shop': by('Mona'),
    'all shops': by('Berit'),
    'the demo': { approval: demoManager },
  };

  test.each(Object.entries(approvers))('by a manager of %s', async (_, approval) => {
    const { sell, refundOf, ola, find } = await staffed();
    const reference = await sell();
    expect((await refundOf(reference, 24_900, ola, approval)).status).toBe(200);
    expect(await find(reference)).toMatchObject({ refundedAmount: 24_900 });
  });

  const others = {
    nobody: {},
    'a cashier': by('Siri'),
    'a manager of another shop': by('Kim'),
    'who does not know the PIN': wrong,
    'a name that nobody has': by('Mons'),
  };
  test.each(Object.entries(others))('not by %s, and whoever asks stays signed in', async (_, approval) => {
    const { sell, refundOf, ola, find, call } = await staffed();
    const reference = await sell();
    expect(await refundOf(reference, 100, ola, approval)).toMatchObject(required);
    expect(await find(reference)).toMatchObject({ refundedAmount: 0, refundingAmount: 0 });
    expect((await call('GET', '/api/session', { headers: ola })).status).toBe(200);
  });

  test('also what is reserved', async () => {
    const { sell, releaseOf, ola, find } = await staffed({ capture: 'manual' });
    const reference = await sell();
    expect(await releaseOf(reference, ola)).toMatchObject(required);
    expect(await releaseOf(reference, ola, wrong)).toMatchObject(required);
    expect(await releaseOf(reference, ola, by('Kim'))).toMatchObject(required);
    expect((await releaseOf(reference, ola, by('Mona'))).status).toBe(200);
    expect(await find(reference)).toMatchObject({ releasedAmount: 24_900 });
  });

  test('once: the next takes another approval', async () => {
    const { sell, refundOf, ola } = await staffed();
    const reference = await sell();
    expect((await refundOf(reference, 100, ola, by('Mona'))).status).toBe(200);
    expect(await refundOf(reference, 100, ola)).toMatchObject(required);
  });

  test('without signing the manager in, or making the device known', async () => {
    const { sell, refundOf, ola, store } = await staffed();
    const answer = await refundOf(await sell(), 100, ola, by('Mona'));
    expect(answer.headers.getSetCookie()).toEqual([]);
    const [mona] = (await store.access.listStaff()).filter(({ name }) => name === 'Mona');
    expect(mona).toMatchObject({ lastSignInAtMs: null });
  });
});

describe('[P8] guessing at the PIN of who approves', () => {
  test('is slowed as at the sign-in, and ends in a lock that says so', async () => {
    const { sell, server, ola, clock, store } = await staffed();
    const reference = await sell();
    const refund = (approval: object) =>
      server.post(
        `/api/payments/${reference}/refund`,
        { amount: { value: 100, currency: 'NOK' }, ...approval },
        ola,
      );
    for (let miss = 0; miss < 5; miss += 1) expect(await refund(wrong)).toMatchObject(required);
    const slowed = await refund(by('Mona'));
    expect(slowed).toMatchObject({ status: 429, body: { error: { code: 'rate_limited' } } });
    expect(Number(slowed.headers.get('retry-after'))).toBeGreaterThan(0);
    for (let miss = 5; miss < 20; miss += 1) {
      await clock.advance(60_000);
      expect(await refund(wrong)).toMatchObject(required);
    }
    await clock.advance(60_000);
    const locked = { status: 403, body: { error: { code: 'not_allowed' } } };
    expect(await refund(by('Mona'))).toMatchObject(locked);
    expect(await store.access.isLocked('Mona')).toBe(true);
    expect((await refund(by('Berit'))).status).toBe(200);
  });
});

describe('[P2] a repeat under the same key', () => {
  const key = { 'Idempotency-Key': 'a' };

  test('of what is stored takes no PIN again, and no PIN of it is tried', async () => {
    const { sell, refundOf, ola, find, store } = await staffed();
    const reference = await sell();
    const who: Headers = { ...ola, ...key };
    expect((await refundOf(reference, 100, who, by('Mona'))).status).toBe(200);
    expect((await refundOf(reference, 100, who)).status).toBe(200);
    for (let miss = 0; miss < 25; miss += 1) {
      expect((await refundOf(reference, 100, who, wrong)).status).toBe(200);
    }
    expect(await find(reference)).toMatchObject({ refundedAmount: 100 });
    expect(await store.access.isLocked('Mona')).toBe(false);
    expect((await refundOf(reference, 200, who)).body).toMatchObject({
      error: { code: 'idempotency_mismatch' },
    });
  });

  test('of what was refused is approved under it', async () => {
    const { sell, refundOf, ola } = await staffed();
    const [reference, who] = [await sell(), { ...ola, ...key }];
    expect(await refundOf(reference, 100, who)).toMatchObject(required);
    expect(await refundOf(reference, 100, who, wrong)).toMatchObject(required);
    expect((await refundOf(reference, 100, who, by('Mona'))).status).toBe(200);
  });

  test('that comes while the first is under way gets the same, with whatever PIN', async () => {
    const { sell, refundOf, ola, find } = await staffed();
    const [reference, who] = [await sell(), { ...ola, ...key }];
    const both = [refundOf(reference, 100, who, by('Mona')), refundOf(reference, 100, who, by('Mona'))];
    expect((await Promise.all(both)).map(({ status }) => status)).toEqual([200, 200]);
    expect(await find(reference)).toMatchObject({ refundedAmount: 100 });
  });
});

describe('[P12] who has approved', () => {
  test('stands in the history, and with the entry of the audit log', async () => {
    const { sell, refundOf, ola, eventsOf, store } = await staffed({ cashierRefundUpTo: 100 });
    const reference = await sell();
    await refundOf(reference, 100, ola);
    await refundOf(reference, 200, ola, { ...by('mona'), reason: 'Cold' });
    const asked = (await eventsOf(reference)).filter(({ name }) => name === 'refund');
    expect(asked).toMatchObject([
      { by: { name: 'Ola of this shop' }, approvedBy: null, detail: { amount: 100 } },
      { by: { name: 'Ola of this shop' }, approvedBy: { kind: 'staff', name: 'Mona' } },
    ]);
    expect(asked[1]?.detail).toEqual({ amount: 200, reason: 'Cold' });
    const entries = await store.audit.readOn(0, 100);
    const details = entries.filter(({ kind }) => kind === 'refund').map(({ detail }) => JSON.parse(detail));
    expect(details[0]).not.toHaveProperty('approvedBy');
    expect(details[1]).toMatchObject({ amount: 200, approvedBy: 'Mona', approver: 'Mona' });
  });

  test('and who has tried in vain, are on record without any PIN; nor is one in the log or the history', async () => {
    const { sell, refundOf, ola, eventsOf, store, lines } = await staffed();
    const reference = await sell();
    await refundOf(reference, 100, ola, wrong);
    await refundOf(reference, 100, ola, { approval: { name: 'Mona', pin: '48291' } });
    await refundOf(reference, 100, ola, by('Mona'));
    const entries = await store.audit.readOn(0, 100);
    const said = entries.map(({ kind, who_name, about }) => [kind, who_name, about]);
    expect(said).toContainEqual(['sign_in_missed', '', 'Mona']);
    expect(said).toContainEqual(['refused', 'Ola of this shop', 'refundPayment']);
    const texts = {
      entries,
      lines,
      history: await eventsOf(reference),
      stored: await store.readHistory(reference),
    };
    expect(lines.join('')).toContain('approved');
    expect(JSON.stringify(texts)).not.toContain('48291');
  });
});
