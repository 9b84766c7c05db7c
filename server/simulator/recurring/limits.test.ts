import { expect, test } from 'vitest';
import type { Answer } from '../testing/calls.ts';
import { openDrafted, openSubscriptions } from '../testing/recurring.ts';

type Drafted = Awaited<ReturnType<typeof openDrafted>>;

const calls: [what: string, limit: number, call: (till: Drafted, key: string) => Promise<Answer>][] = [
  ['looks at an agreement', 120, ({ recurring, id }) => recurring.get(id)],
  ['lists of agreements', 5, ({ recurring }) => recurring.list()],
  ['updates', 5, ({ recurring, id }, key) => recurring.update(id, { productName: key }, key)],
  ['looks at a charge', 10, ({ recurring, id, chargeId }) => recurring.charge(id, chargeId)],
  ['looks at a charge by its id', 100, ({ recurring, chargeId }) => recurring.chargeById(chargeId)],
  ['lists of charges', 10, ({ recurring, id }) => recurring.charges(id)],
  ['captures', 5, ({ recurring, id, chargeId }, key) => recurring.capture(id, chargeId, 100, key)],
  ['refunds', 5, ({ recurring, id, chargeId }, key) => recurring.refund(id, chargeId, 100, key)],
  ['cancels of a charge', 5, ({ recurring, id, chargeId }, key) => recurring.cancelCharge(id, chargeId, key)],
];

test.each(calls)('of %s, %i a minute are taken; the next waits', async (_, limit, call) => {
  const till = await openDrafted();
  await till.press(till.id, 'approve');
  for (let made = 0; made < limit; made += 1) expect((await call(till, `key-${made}`)).status).not.toBe(429);
  till.clock.nowMs += 20_000;
  const { status, headers, body } = await call(till, 'key-late');
  expect([status, headers.get('retry-after'), body.title]).toEqual([429, '40', 'Too Many Requests']);
  till.clock.nowMs += 40_000;
  expect((await call(till, 'key-later')).status).not.toBe(429);
});

test('of drafts, 300 a minute are taken in a sales unit', async () => {
  const { recurring } = await openSubscriptions();
  for (let made = 0; made < 300; made += 1) await recurring.draft(`sub-${made}`);
  expect((await recurring.draft('sub-300')).status).toBe(429);
});
