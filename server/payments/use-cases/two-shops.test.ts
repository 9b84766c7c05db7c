// [P11] Two shops on one server, each with a sales unit of its own, may use one reference: each finds its own.
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import type { PaymentView } from '../../contract/payments.ts';
import { aPos } from '../../testing/access.ts';
import { aServer, type TestServer } from '../../testing/http.ts';
import { seen } from '../../testing/payments.ts';
import { till } from '../../testing/till.ts';

const reference = 'bill-1204';
const elsewhere = { ...till, id: '2', name: 'Till 2', shop: 'bergen' };
const units: Record<string, string> = { 1: '111111', 2: '222222' };
const soldBy = ({ id, shop }: typeof till) => ({ shop, msn: units[id] ?? '', api: 'ecom' as const });

let server: TestServer;
let here: { authorization: string };
let there: { authorization: string };
beforeEach(async () => {
  server = await aServer({ tills: [till, elsewhere], soldBy });
  onTestFinished(() => server.close());
  here = await aPos(server.store, null, 'the POS here', till.shop);
  there = await aPos(server.store, null, 'the POS there', elsewhere.shop);
});

async function sell(at: string, value: number, pos: { authorization: string }): Promise<PaymentView> {
  const body = { amount: { value, currency: 'NOK' }, reference };
  const { status, body: payment } = await server.post(`/api/tills/${at}/payments`, body, pos);
  expect(status).toBe(201);
  return payment as PaymentView;
}
const find = async (name: string, who: Record<string, string> = {}) =>
  server.call('GET', `/api/payments/${name}`, { headers: who });

test('both sell, and each finds its own payment by the name that it gave', async () => {
  const [ours, theirs] = [await sell('1', 4_900, here), await sell('2', 50_000, there)];
  expect([ours.reference, theirs.reference]).toEqual([reference, `${reference}.222222`]);
  expect(await find(reference, here)).toMatchObject({
    status: 200,
    body: { till: '1', amount: { value: 4_900 } },
  });
  expect(await find(reference, there)).toMatchObject({
    status: 200,
    body: { till: '2', amount: { value: 50_000 } },
  });
});

test('what one is paid is not paid in the other', async () => {
  await sell('1', 4_900, here);
  server.vipps.polled = seen({ reservedAmount: 4_900, scanned: true });
  await server.clock.advance(1_000);
  server.vipps.polled = seen();
  await sell('2', 4_900, there);
  expect(await find(reference, here)).toMatchObject({ body: { state: 'approved' } });
  expect(await find(reference, there)).toMatchObject({ body: { state: 'presented' } });
});

test('who stands for both has to say which: neither is taken for the other', async () => {
  const [ours, theirs] = [await sell('1', 4_900, here), await sell('2', 50_000, there)];
  expect(await find(ours.reference)).toMatchObject({ body: { till: '1' } });
  expect(await find(theirs.reference)).toMatchObject({ body: { till: '2' } });
});

test('a callback about the name has that payment looked at whose secret it brings', async () => {
  const [ours, theirs] = [await sell('1', 4_900, here), await sell('2', 50_000, there)];
  const callBack = (of: PaymentView) =>
    server.post(
      `/api/callbacks/ecom/v2/payments/${reference}`,
      {},
      { cookie: '', authorization: `callback ${of.reference}` },
    );
  expect([(await callBack(ours)).status, (await callBack(theirs)).status]).toEqual([204, 204]);
  const strange = { ...ours, reference: 'somebody' };
  expect((await callBack(strange)).status).toBe(401);
});
