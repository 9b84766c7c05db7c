import { expect, test } from 'vitest';
import { openTill, type Till } from '../testing/till.ts';
import { createRateLimit } from './rate-limit.ts';

test('a limit slides: a call is free again a minute after the oldest one', () => {
  let nowMs = 0;
  const limit = createRateLimit(2, () => nowMs);
  expect(limit('a')).toBe(0);
  nowMs = 20_000;
  expect(limit('a')).toBe(0);
  expect(limit('a')).toBe(40);
  expect(limit('b')).toBe(0);
  nowMs = 59_999;
  expect(limit('a')).toBe(1);
  nowMs = 60_000;
  expect(limit('a')).toBe(0);
  expect(limit('a')).toBe(20);
});

test.each([
  ['initiate', 2, (till: Till) => till.initiate('a')],
  ['details', 120, (till: Till) => till.details('a')],
  ['capture', 5, (till: Till) => till.capture('a', 0, 'key-1')],
  ['refund', 5, (till: Till) => till.refund('a', 100, 'key-1')],
  ['cancel', 5, (till: Till) => till.cancel('a')],
] as const)('%s is limited to %i calls a minute for one order', async (name, limit, call) => {
  const till = await openTill();
  if (name !== 'initiate') await till.initiate('a');
  for (let count = 0; count < limit; count += 1) expect((await call(till)).status).not.toBe(429);
  till.clock.nowMs += 15_000;
  const refused = await call(till);
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).toBe('45');
  expect(refused.body).toMatchObject([{ errorGroup: 'VippsError', errorCode: '98' }]);
  expect((await till.initiate('b')).status).toBe(200);
  till.clock.nowMs += 45_000;
  expect((await call(till)).status).not.toBe(429);
});

test('limits of different operations and sales units do not add up', async () => {
  const till = await openTill({ salesUnits: ['654321'] });
  for (let count = 0; count < 5; count += 1) await till.cancel('a');
  await till.initiate('a');
  for (let count = 0; count < 5; count += 1) await till.capture('a', 0, 'key-1');
  expect((await till.cancel('a')).status).toBe(200);
  expect((await till.initiate('a', {}, { merchantSerialNumber: '654321' })).status).toBe(200);
});

const reference = 'till-1-aaa';

test.each([
  ['create', 5, ({ epayment }: Till) => epayment.create(reference)],
  ['get', 120, ({ epayment }: Till) => epayment.get(reference)],
  ['events', 120, ({ epayment }: Till) => epayment.events(reference)],
  ['capture', 5, ({ epayment }: Till) => epayment.capture(reference, 100, 'key-1')],
  ['refund', 5, ({ epayment }: Till) => epayment.refund(reference, 100, 'key-1')],
  ['cancel', 5, ({ epayment }: Till) => epayment.cancel(reference, 'key-1')],
] as const)(
  '%s of the ePayment API is limited to %i calls a minute for one reference',
  async (name, limit, call) => {
    const till = await openTill();
    if (name !== 'create') await till.epayment.create(reference);
    for (let count = 0; count < limit; count += 1) expect((await call(till)).status).not.toBe(429);
    till.clock.nowMs += 15_000;
    const refused = await call(till);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('45');
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    expect(refused.body).toMatchObject({ title: 'Too Many Requests', status: 429 });
    expect((await till.epayment.create('till-1-bbb')).status).toBe(201);
    till.clock.nowMs += 45_000;
    expect((await call(till)).status).not.toBe(429);
  },
);

test('limits of the ePayment API do not add up, over calls or sales units', async () => {
  const till = await openTill({ salesUnits: ['654321'] });
  for (let count = 0; count < 5; count += 1) await till.epayment.create(reference);
  for (let count = 0; count < 120; count += 1) await till.epayment.get(reference);
  expect((await till.epayment.events(reference)).status).toBe(200);
  for (let count = 0; count < 6; count += 1) await till.epayment.capture(reference, 100, 'key-1');
  expect((await till.epayment.cancel(reference, 'key-1')).status).toBe(200);
  const other = { 'Merchant-Serial-Number': '654321' };
  expect((await till.epayment.create(reference, {}, other)).status).toBe(201);
});
