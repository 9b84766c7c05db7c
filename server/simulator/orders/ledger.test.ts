import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openTill } from '../testing/till.ts';
import { createLedger } from './ledger.ts';
import { createOrder } from './order.ts';

function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'simulator-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'data', 'orders.json');
}

const newOrder = (orderId: string) =>
  createOrder(
    {
      api: 'ecom',
      orderId,
      msn: '123456',
      amount: 49900,
      currency: 'NOK',
      text: 'Socks',
      token: `t-${orderId}`,
      imageId: `i-${orderId}`,
      expiresAtMs: 600_000,
      directCapture: false,
    },
    0,
  );

test('orders, what happened to them and the answers under their keys survive a restart', async () => {
  const ledgerFile = newFile();
  const before = await openTill({ ledgerFile });
  const { body } = await before.initiate('till-1-a');
  await before.press('till-1-a', 'approve');
  const first = await before.capture('till-1-a', 20000, 'key-1');
  const history = (await before.details('till-1-a')).body;
  await before.simulator.close();

  const after = await openTill({ ledgerFile });
  expect((await after.details('till-1-a')).body).toEqual(history);
  expect((await after.capture('till-1-a', 20000, 'key-1')).body).toEqual(first.body);
  expect((await after.details('till-1-a')).body).toEqual(history);
  expect((await after.initiate('till-1-a')).body[0].errorCode).toBe('34');
  const token = new URL(body.url).searchParams.get('token');
  expect((await after.call('GET', `/phone/${token}`)).text).toContain('Paid');
});

test('payments of the ePayment API survive a restart, with their currency and the keys of their calls', async () => {
  const ledgerFile = newFile();
  const before = await openTill({ ledgerFile });
  const more = { amount: { currency: 'EUR', value: 49900 }, metadata: { till: '1' } };
  const { body } = await before.epayment.create('till-1-aaa', more);
  const look = async ({ epayment }: typeof before) => {
    const { redirectUrl: _, ...rest } = (await epayment.get('till-1-aaa')).body;
    return [rest, (await epayment.events('till-1-aaa')).body];
  };
  await before.press('till-1-aaa', 'approve');
  const seen = await look(before);
  await before.simulator.close();

  const after = await openTill({ ledgerFile });
  expect(await look(after)).toEqual(seen);
  expect(seen[0]).toMatchObject({
    state: 'AUTHORIZED',
    amount: { currency: 'EUR' },
    metadata: { till: '1' },
  });
  expect(await after.epayment.create('till-1-aaa', more)).toMatchObject({ status: 201, body });
  expect(await after.orders()).toHaveLength(1);
});

test('a file from before there was more than eCom, in kroner, is read as it was meant', () => {
  const file = newFile();
  createLedger(file).save(newOrder('a'));
  const [account] = JSON.parse(readFileSync(file, 'utf8'));
  const { api: _, currency: __, ...order } = account.order;
  writeFileSync(file, JSON.stringify([{ ...account, order }]));
  expect(createLedger(file).find('123456', 'a')).toEqual(newOrder('a'));
});

test('a token survives a restart, as one of Vipps would', async () => {
  const before = await openTill();
  const headers = {
    client_id: 'demo-client',
    client_secret: 'demo-secret',
    'Ocp-Apim-Subscription-Key': 'demo-key',
  };
  const { body } = await before.call('POST', '/accesstoken/get', { headers });
  const after = await openTill();
  const Authorization = `Bearer ${body.access_token}`;
  expect(
    (await after.call('GET', '/ecomm/v2/payments/a/details', { headers: { Authorization } })).status,
  ).toBe(404);
});

test('the file is complete after every change, readable by its owner only, and nothing else is left behind', () => {
  const file = newFile();
  const ledger = createLedger(file);
  for (const orderId of ['a', 'b']) {
    ledger.save(newOrder(orderId));
    expect(createLedger(file).find('123456', orderId)).toEqual(newOrder(orderId));
  }
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(file, '..'))).toEqual(['orders.json']);
});

test.each(['not json', '{"orders": 1}', '[{"order": {}}]', ''])(
  'the file %j is set aside',
  async (content) => {
    const ledgerFile = newFile();
    createLedger(ledgerFile).save(newOrder('a'));
    writeFileSync(ledgerFile, content);
    const till = await openTill({ ledgerFile });
    expect(await till.orders()).toEqual([]);
    expect(readFileSync(`${ledgerFile}.broken`, 'utf8')).toBe(content);
    expect(existsSync(ledgerFile)).toBe(false);
    expect((await till.initiate('b')).status).toBe(200);
  },
);

test('the oldest orders are forgotten, so that memory and file stay small', () => {
  const ledger = createLedger();
  for (let count = 0; count < 2001; count += 1) ledger.save(newOrder(`order-${count}`));
  expect(ledger.orders()).toHaveLength(2000);
  expect(ledger.find('123456', 'order-0')).toBeUndefined();
  expect(ledger.orders()[0]?.orderId).toBe('order-2000');
});
