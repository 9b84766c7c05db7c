// Exports: whole whatever happens meanwhile, no faster than they are taken, and few at a time.
import { Writable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createExports, patienceMs, sendAsTaken } from '../../http/export.ts';
import { aServer } from '../../testing/http.ts';
import { manualClock } from '../../testing/manual-clock.ts';
import { aPayment } from '../../testing/payments.ts';
import { aStore } from '../../testing/store.ts';
import type { Payment } from '../payment/types.ts';
import { csvOf } from './csv.ts';

const seed = 20261130;
const count = 25;

async function aFilledStore() {
  const store = await aStore();
  const create = (payment: Payment) => {
    const { version, state } = payment;
    return store.create(payment, { version, atMs: 0, event: 'created', state, by: null, detail: {} }, null);
  };
  for (let number = 0; number < count; number += 1) {
    const reference = `p-${String((number * 7) % count).padStart(3, '0')}`;
    await create(
      aPayment({ reference, state: 'approved', createdAtMs: Math.floor(number / 3), text: 'Tea' }),
    );
  }
  return { store, create };
}

/** @param meanwhile what happens between two pages. */
async function exported(
  { store }: Awaited<ReturnType<typeof aFilledStore>>,
  limit: number,
  meanwhile: () => Promise<unknown> = async () => undefined,
): Promise<string> {
  const read = (cursor?: string) => store.list(cursor === undefined ? {} : { cursor }, null, 0, limit);
  let text = '';
  for await (const piece of csvOf(await read(), read)) {
    text += piece;
    await meanwhile();
  }
  return text;
}

const referencesIn = (text: string) => text.match(/^p-\d{3}/gm) ?? [];

describe('the table', () => {
  it.each([1, 2, 7])('is the same, byte by byte, read in pages of %i', async (limit) => {
    const filled = await aFilledStore();
    const whole = await exported(filled, 1_000);
    expect(referencesIn(whole)).toHaveLength(count);
    expect(await exported(filled, limit)).toBe(whole);
    await filled.store.close();
  });

  it(`has each payment once that was there, and no other twice, whatever happens meanwhile (seed ${seed})`, async () => {
    type Happening = { changes: number } | { createdAtMs: number };
    const happening: fc.Arbitrary<Happening> = fc.oneof(
      fc.record({ changes: fc.integer({ min: 0, max: count - 1 }) }),
      // Also by a clock that was put back.
      fc.record({ createdAtMs: fc.integer({ min: 0, max: count }) }),
    );
    const property = fc.asyncProperty(
      fc.integer({ min: 1, max: 9 }),
      fc.array(happening, { maxLength: 30 }),
      async (limit, happenings) => {
        const filled = await aFilledStore();
        const { store, create } = filled;
        let number = 900;
        const text = await exported(filled, limit, async () => {
          const next = happenings.shift();
          if (next === undefined) return;
          if ('createdAtMs' in next) {
            number += 1;
            await create(
              aPayment({ reference: `p-${number}`, state: 'approved', createdAtMs: next.createdAtMs }),
            );
            return;
          }
          const before = await store.find(`p-${String(next.changes).padStart(3, '0')}`);
          if (before === null) throw new Error('it is there');
          const payment = { ...before, refundedAmount: 1, version: before.version + 1 };
          const { version, state } = payment;
          const entry = { version, atMs: 0, event: 'refunded', state, by: null, detail: {} } as const;
          await store.commit({ payment, entry });
        });
        await store.close();
        const found = referencesIn(text);
        expect(new Set(found).size).toBe(found.length);
        expect(found.filter((reference) => reference < 'p-900')).toHaveLength(count);
      },
    );
    await fc.assert(property, { seed, numRuns: 40 });
  });
});

/** A reader that takes what is written when it is told to. */
function aReader() {
  const taken: string[] = [];
  const waiting: (() => void)[] = [];
  const response = new Writable({
    highWaterMark: 1,
    write(chunk, _, done) {
      taken.push(String(chunk));
      waiting.push(done);
    },
  });
  const take = async () => {
    waiting.shift()?.();
    for (let turn = 0; turn < 5; turn += 1) await nextTurn();
  };
  return { response, taken, take };
}

/** More pieces than any test takes. */
function endless() {
  const made = { pieces: 0, isOver: false };
  async function* pieces() {
    try {
      while (made.pieces < 1_000) {
        made.pieces += 1;
        yield `${made.pieces}`;
      }
    } finally {
      made.isOver = true;
    }
  }
  return { made, pieces: pieces() };
}

describe('a long answer', () => {
  it('is made no faster than it is taken', async () => {
    const { response, taken, take } = aReader();
    const { made, pieces } = endless();
    void sendAsTaken(response, pieces, manualClock());
    for (let turn = 0; turn < 20; turn += 1) await nextTurn();
    expect(made.pieces).toBe(1);
    await take();
    await take();
    expect([made.pieces, taken]).toEqual([3, ['1', '2', '3']]);
    response.destroy();
  });

  it('ends when its reader leaves, and reads no more', async () => {
    const { response, take } = aReader();
    const { made, pieces } = endless();
    const sent = sendAsTaken(response, pieces, manualClock());
    for (let pieces = 0; pieces < 3; pieces += 1) await take();
    const before = made.pieces;
    response.destroy();
    await sent;
    expect(made).toEqual({ pieces: before, isOver: true });
    expect(response.listenerCount('drain')).toBe(0);
  });

  it('is given up when nobody takes it for half a minute', async () => {
    const { response, take } = aReader();
    const { made, pieces } = endless();
    const clock = manualClock();
    const sent = sendAsTaken(response, pieces, clock);
    await clock.advance(patienceMs - 1);
    await take();
    await clock.advance(patienceMs - 1);
    expect(response.destroyed).toBe(false);
    await clock.advance(1);
    await sent;
    expect([response.destroyed, made.isOver]).toEqual([true, true]);
    expect(clock.sleeping()).toEqual([]);
  });
});

describe('exports at a time', () => {
  it('are two of a shop, and four in all', () => {
    const exports = createExports();
    const leave = exports.enter('oslo');
    exports.enter('oslo');
    expect(() => exports.enter('oslo')).toThrow('Several exports are under way. Try again in 10 s.');
    leave();
    exports.enter('oslo');
    exports.enter('bergen');
    exports.enter(null);
    expect(() => exports.enter('moss')).toThrow('Several exports are under way.');
  });

  it('leave one too many with when to try again, and go on once others are over', async () => {
    const server = await aServer();
    const held = Promise.withResolvers<{ payments: []; cursor: null }>();
    const { list } = server.store;
    server.store.list = () => held.promise;
    const first = [server.call('GET', '/api/payments.csv'), server.call('GET', '/api/payments.csv')];
    await expect.poll(() => server.call('GET', '/api/payments.csv')).toMatchObject({ status: 429 });
    const refused = await server.call('GET', '/api/payments.csv');
    expect(refused).toMatchObject({ body: { error: { code: 'rate_limited' } } });
    expect(refused.headers.get('retry-after')).toBe('10');
    expect(await server.call('GET', '/api/audit.csv')).toMatchObject({ status: 429 });
    held.resolve({ payments: [], cursor: null });
    for (const { status } of await Promise.all(first)) expect(status).toBe(200);
    server.store.list = list;
    expect(await server.call('GET', '/api/payments.csv')).toMatchObject({ status: 200 });
    await server.close();
  });
});
