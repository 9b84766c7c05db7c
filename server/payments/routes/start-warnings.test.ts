// HTTP: what is decoration costs no sale, and whoever sent it is told.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StartedPayment } from '../../contract/payments.ts';
import { aServer, type TestServer } from '../../testing/http.ts';
import { till } from '../../testing/till.ts';

let server: TestServer;
const amount = { value: 24_900, currency: 'NOK' as const };
const path = `/api/tills/${till.id}/payments`;

beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.close());

async function cancelled({ body }: { body: unknown }): Promise<void> {
  const { reference } = body as StartedPayment;
  await server.post(`/api/payments/${reference}/cancel`, {});
  await server.clock.advance(10);
}

test('[P4] a repeat under one key gets the same answer, with its warnings, which no look at it has', async () => {
  const body = { amount, text: 'Table\n4', cashier: 'Kari' };
  const warnings = ['text: made one line.', 'cashier: ignored, for it is not known here.'];
  const first = await server.post(path, body, { 'Idempotency-Key': 'a' });
  expect(first).toMatchObject({ status: 201, body: { text: 'Table 4', warnings } });
  expect(await server.post(path, body, { 'Idempotency-Key': 'a' })).toMatchObject({
    status: 201,
    body: first.body as object,
  });
  const { reference } = first.body as StartedPayment;
  expect((await server.call('GET', `/api/payments/${reference}`)).body).not.toHaveProperty('warnings');
  await cancelled(first);
});

test('[P11] a reference that is misspelt starts nothing', async () => {
  const count = async () =>
    ((await server.call('GET', '/api/payments')).body as { payments: unknown[] }).payments.length;
  const before = await count();
  const refused = await server.post(path, { amount, referance: 'order-1234' });
  expect(refused).toMatchObject({
    status: 400,
    body: { error: { message: 'referance: not known here. Did you mean reference?' } },
  });
  expect(await count()).toBe(before);
});

const escaped = (text: string) =>
  [...text].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');

test('a hundred lines with names of a hundred characters, each escaped, are one sale', async () => {
  const name = 'Å'.repeat(100);
  const lines = Array.from({ length: 100 }, () => ({
    name,
    quantity: 1.25,
    amount: { value: 650_000, currency: 'NOK' },
    discount: { value: 650_000, currency: 'NOK' },
    taxPercentage: 25.5,
    isReturn: false,
  }));
  const plain = JSON.stringify({ amount: { value: 65_000_000, currency: 'NOK' }, lines });
  const text = plain.replaceAll(name, escaped(name));
  expect(Buffer.byteLength(text)).toBeGreaterThan(64 * 1024);
  expect(JSON.parse(text)).toEqual(JSON.parse(plain));
  const answer = await server.post(path, text);
  expect(answer).toMatchObject({ status: 201, body: { lines } });
  expect(answer.body).not.toHaveProperty('warnings');
  await cancelled(answer);
});
