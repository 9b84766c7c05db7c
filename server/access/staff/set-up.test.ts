import { describe, expect, onTestFinished, test } from 'vitest';
import { aServer } from '../../testing/http.ts';
import { manualClock } from '../../testing/manual-clock.ts';
import { createSetUp } from './set-up.ts';

const quarterMs = 15 * 60_000;
const done = async () => 'done';
const refused = { code: 'not_allowed' };

describe('[P8] a set-up link', () => {
  test('is good once', async () => {
    const setUp = createSetUp(manualClock());
    const token = setUp.offer();
    expect(await setUp.use(token, done)).toBe('done');
    await expect(setUp.use(token, done)).rejects.toMatchObject(refused);
  });

  test('is good for 15 minutes, whatever the wall clock says', async () => {
    const clock = manualClock();
    const setUp = createSetUp(clock);
    const token = setUp.offer();
    clock.jumpWallClock(2 * quarterMs);
    await clock.advance(quarterMs - 1);
    expect(await setUp.use(token, done)).toBe('done');
    const late = setUp.offer();
    clock.jumpWallClock(-4 * quarterMs);
    await clock.advance(quarterMs);
    await expect(setUp.use(late, done)).rejects.toMatchObject(refused);
  });

  test('is nothing before one is offered, and nothing but itself', async () => {
    const setUp = createSetUp(manualClock());
    await expect(setUp.use('', done)).rejects.toMatchObject(refused);
    const token = setUp.offer();
    for (const wrong of ['', 'x', `${token}x`, token.slice(1)]) {
      await expect(setUp.use(wrong, done)).rejects.toMatchObject(refused);
    }
    expect(await setUp.use(token, done)).toBe('done');
  });

  test('ends the one before', async () => {
    const setUp = createSetUp(manualClock());
    const earlier = setUp.offer();
    const later = setUp.offer();
    await expect(setUp.use(earlier, done)).rejects.toMatchObject(refused);
    expect(await setUp.use(later, done)).toBe('done');
  });

  test('is good for one of two who use it at once', async () => {
    const setUp = createSetUp(manualClock());
    const token = setUp.offer();
    let worked = 0;
    const work = async () => void worked++;
    const both = await Promise.allSettled([setUp.use(token, work), setUp.use(token, work)]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(worked).toBe(1);
  });

  test('is not used up by work that failed', async () => {
    const setUp = createSetUp(manualClock());
    const token = setUp.offer();
    const failing = async () => Promise.reject(new Error('the disk is full'));
    await expect(setUp.use(token, failing)).rejects.toThrow('the disk is full');
    expect(await setUp.use(token, done)).toBe('done');
  });
});

describe('[P8] the first manager, over HTTP', () => {
  /** A shop in which there is nobody. */
  async function newShop() {
    const server = await aServer({ hasManager: false });
    onTestFinished(() => server.close());
    const token = server.access.setUp.offer();
    const setUp = (name: string, pin = '13579024', by = token) =>
      server.post('/api/set-up', { token: by, name, pin }, { cookie: '' });
    return { ...server, setUp };
  }

  test('is signed in at once, and is there to stay', async () => {
    const { setUp, call, access } = await newShop();
    const answer = await setUp('Kari');
    expect(answer).toMatchObject({ status: 201, body: { name: 'Kari', role: 'manager', refundUpTo: null } });
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(await call('GET', '/api/staff', { headers: { cookie } })).toMatchObject({ status: 200 });
    expect(await access.staff.list(null)).toMatchObject([{ name: 'Kari', role: 'manager', shop: null }]);
    expect(await setUp('Ola')).toMatchObject({ status: 403, body: { error: refused } });
  });

  test('is one of two who come at once', async () => {
    const { setUp, access } = await newShop();
    const statuses = (await Promise.all([setUp('Kari'), setUp('Ola')])).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([201, 403]);
    expect(await access.staff.list(null)).toHaveLength(1);
  });

  test('is nobody when there is staff, though the link is good', async () => {
    const { setUp, access } = await newShop();
    await access.staff.add({ name: 'Siri', pin: '975318', role: 'cashier' });
    expect(await setUp('Kari')).toMatchObject({ status: 403, body: { error: refused } });
    expect(await access.staff.list(null)).toMatchObject([{ name: 'Siri', role: 'cashier' }]);
  });

  test('needs a PIN of 6 digits, and may try again with a better one', async () => {
    const { setUp } = await newShop();
    for (const pin of ['12345', '12345a', '1'.repeat(21)])
      expect((await setUp('Kari', pin)).status).toBe(400);
    expect((await setUp('Kari')).status).toBe(201);
  });

  test('is slowed down in guessing the link', async () => {
    const { setUp, clock } = await newShop();
    for (let i = 0; i < 5; i++) expect((await setUp('Eve', '13579024', `guess ${i}`)).status).toBe(403);
    const slowed = await setUp('Eve', '13579024', 'guess 6');
    expect(slowed).toMatchObject({ status: 429, body: { error: { code: 'rate_limited' } } });
    expect(slowed.headers.get('retry-after')).toBe('1');
    await clock.advance(1_000);
    expect((await setUp('Eve', '13579024', 'guess 7')).status).toBe(403);
  });

  test('comes in by the link, however many guess at it from the same address', async () => {
    const { setUp } = await newShop();
    for (let i = 0; i < 30; i++) await setUp('Eve', '13579024', `guess ${i}`);
    expect((await setUp('Kari')).status).toBe(201);
  });
});
