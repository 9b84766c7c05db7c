import { expect, test } from 'vitest';
import { manualClock } from '../../testing/manual-clock.ts';
import { aPayment } from '../../testing/payments.ts';
import { aStore } from '../../testing/store.ts';
import { VippsRejected, VippsUnavailable } from '../../vipps/http/errors.ts';
import { createCancels } from './send-cancel.ts';

const where = { method: 'POST', path: '/', requestId: 'r' };
const refused = new VippsRejected('not now', { ...where, status: 400, code: '6190' });
const unanswered = new VippsUnavailable('no answer', { ...where, outcome: 'unknown' });
const taken = new VippsUnavailable('not carried out yet', { ...where, status: 202, outcome: 'unknown' });
const notReached = new VippsUnavailable('no answer', { ...where, outcome: 'not_done' });

/** @returns what sends a cancel, and gives the key that it went out with and whether it was a repeat. */
async function setUp(store: Awaited<ReturnType<typeof aStore>> | null = null) {
  const [clock, opened] = [manualClock(), store ?? (await aStore())];
  let [call, key] = ['', ''];
  let failure: Error | null = null;
  const heard = (name: string, sent: string) => {
    [call, key] = [name, sent];
    if (failure) throw failure;
  };
  const gateway = {
    cancel: async (_: unknown, sent: string) => heard('cancel', sent),
    release: async (_: unknown, sent: { key: string }) => heard('release', sent.key),
  };
  const cancel = createCancels({ store: opened, gateway, clock });
  const send = async (fails: Error | null = null, reference = 'till-1-a', isStopped = false) => {
    failure = fails;
    const outcome = cancel(aPayment({ reference }), { isStopped }, new AbortController().signal);
    const isRepeat = await (fails
      ? expect(outcome).rejects.toBe(fails)
      : outcome.then((one) => one.isRepeat));
    return { key, isRepeat };
  };
  return { send, calledLast: () => call, store: opened, clock };
}

test('[P2] what was accepted is over: the next intent has a key that no earlier answer covers', async () => {
  const { send } = await setUp();
  const all = [await send(), await send(), await send(null, 'till-1-b')];
  expect(new Set(all.map(({ key }) => key)).size).toBe(3);
  for (const { key, isRepeat } of all) {
    expect(key).toMatch(/^[0-9a-f]{40}$/);
    expect(isRepeat).toBe(false);
  }
});

test('[P2] so is what was refused, or taken to be carried out later', async () => {
  const { send } = await setUp();
  const all = [await send(refused), await send(taken), await send()];
  expect(new Set(all.map(({ key }) => key)).size).toBe(3);
  expect(all.at(-1)?.isRepeat).toBe(false);
});

test('[P2] [P10] what nobody has answered is repeated under its key, also by the next server, and is known for a repeat', async () => {
  const before = await setUp();
  const { key } = await before.send(unanswered);
  await before.send(notReached);
  const after = await setUp(before.store);
  expect(await after.send()).toEqual({ key, isRepeat: true });
  expect((await after.send()).key).not.toBe(key);
});

test('[P3] where the customer has stopped the agreement, its charge is cancelled, under a key of its own', async () => {
  const { send, calledLast } = await setUp();
  const { key: stopKey } = await send(unanswered);
  expect(calledLast()).toBe('cancel');
  const { key } = await send(null, 'till-1-a', true);
  expect(calledLast()).toBe('release');
  expect(key).toMatch(/^[0-9a-f]{40}$/);
  expect(key).not.toBe(stopKey);
});

test('[P2] it is stored before it is sent: where it cannot be, Vipps hears nothing', async () => {
  const { store } = await setUp();
  const heard: string[] = [];
  const full = { ...store, addSent: () => Promise.reject(new Error('disk full')) };
  const hear = async (_: unknown, what: unknown) => void heard.push(String(what));
  const gateway = { cancel: hear, release: hear };
  const cancel = createCancels({ store: full, gateway, clock: manualClock() });
  await expect(cancel(aPayment(), { isStopped: false }, new AbortController().signal)).rejects.toThrow(
    'disk full',
  );
  expect(heard).toEqual([]);
});

test('the newest intent outlives what is forgotten', async () => {
  const { send, store, clock } = await setUp();
  const keys = new Set<string>();
  for (let minute = 0; minute < 5; minute += 1) {
    keys.add((await send()).key);
    await clock.advance(70_000);
  }
  expect(keys.size).toBe(5);
  expect(await store.readSent('till-1-a', 'cancel')).toHaveLength(1);
});
