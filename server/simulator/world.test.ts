import { describe, expect, test } from 'vitest';
import { createSimulator } from './simulator.ts';
import {
  createTill,
  credentials,
  newPayment,
  openTill,
  tokenHeaders,
  tokenHeadersOf,
} from './testing/till.ts';

const otherShop = {
  clientId: 'other-client',
  clientSecret: 'other-secret',
  subscriptionKey: 'other-key',
  msn: '222222',
};
const orderId = 'till-1-a';

/** Two tills at one simulator, each of its own account, and the token of each. */
async function twoShops(shop = otherShop) {
  const others = [{ credentials: shop, salesUnits: ['333333'] }];
  const first = await openTill({ others, salesUnits: ['654321'] });
  const second = createTill(first.url, shop);
  await second.signIn();
  const tokenOf = async (headers: Record<string, string>) =>
    (await first.call('POST', '/accesstoken/get', { headers })).body.access_token;
  return { first, second, tokenOf };
}

const unit = (msn: string) => ({ 'Merchant-Serial-Number': msn });

describe('each of several accounts', () => {
  test('signs in with all of its own keys, and with no mixture', async () => {
    const { first } = await twoShops();
    const signIn = (headers: object) =>
      first.call('POST', '/accesstoken/get', { headers: { ...tokenHeadersOf(otherShop), ...headers } });
    expect((await signIn({})).status).toBe(200);
    expect((await signIn({ client_id: credentials.clientId })).body.error).toBe('unauthorized_client');
    expect((await signIn({ client_secret: credentials.clientSecret })).body.error).toBe('invalid_client');
    expect((await signIn({ 'Ocp-Apim-Subscription-Key': credentials.subscriptionKey })).status).toBe(401);
  });

  test.each([
    ['another secret', otherShop],
    ['the same secret', { ...otherShop, clientSecret: credentials.clientSecret }],
  ])('can use its token with its own subscription key only, though the other has %s', async (_what, shop) => {
    const { first, tokenOf } = await twoShops(shop);
    const [mine, theirs] = [await tokenOf(tokenHeaders), await tokenOf(tokenHeadersOf(shop))];
    const look = (token: string, key: string) =>
      first.call('GET', '/ecomm/v2/payments/none/details', {
        headers: { Authorization: `Bearer ${token}`, 'Ocp-Apim-Subscription-Key': key },
      });
    expect((await look(mine, 'demo-key')).status).toBe(404);
    expect((await look(theirs, 'other-key')).status).toBe(404);
    for (const mixed of [await look(mine, 'other-key'), await look(theirs, 'demo-key')]) {
      expect(mixed.status).toBe(401);
      expect(mixed.body.responseInfo).toEqual({ responseCode: 401, responseMessage: 'Unauthorized' });
    }
  });

  test('acts for its own sales units only, named in the header or in the body', async () => {
    const { first, second } = await twoShops();
    const look = async ({ call }: Pick<typeof second, 'call'>, msn: string) =>
      (await call('GET', '/ecomm/v2/payments/none/details', { headers: unit(msn) })).status;
    for (const msn of ['222222', '333333'])
      expect([await look(second, msn), await look(first, msn)]).toEqual([404, 403]);
    for (const msn of ['123456', '654321'])
      expect([await look(second, msn), await look(first, msn)]).toEqual([403, 404]);
    const body = newPayment(orderId, {}, { merchantSerialNumber: '333333' });
    expect((await second.call('POST', '/ecomm/v2/payments', { body })).status).toBe(200);
    const refused = await first.call('POST', '/ecomm/v2/payments', { body });
    expect(refused).toMatchObject({ status: 400, body: [{ errorCode: '37' }] });
    expect((await first.epayment.get('till-1-aaa', unit('222222'))).status).toBe(403);
  });
});

describe('two accounts with an order of the same id', () => {
  test('see and change only their own, also when a call names no sales unit', async () => {
    const { first, second } = await twoShops();
    expect((await first.initiate(orderId, { amount: 10_000 })).status).toBe(200);
    expect((await second.details(orderId)).status).toBe(404);
    expect((await second.initiate(orderId, { amount: 20_000 })).status).toBe(200);
    await second.cancel(orderId);
    const amounts = async ({ details }: Pick<typeof second, 'details'>) =>
      (await details(orderId)).body.transactionLogHistory.map(
        ({ operation, amount }: { operation: string; amount: number }) => `${operation} ${amount}`,
      );
    expect(await amounts(first)).toEqual(['INITIATE 10000']);
    expect(await amounts(second)).toEqual(['CANCEL 20000', 'INITIATE 20000']);
    expect(await first.orders()).toMatchObject([
      { msn: '222222', amount: 20_000, calls: { initiate: 1, details: 2, cancel: 1 } },
      { msn: '123456', amount: 10_000, calls: { initiate: 1, details: 1, cancel: 0 } },
    ]);
  });

  test('do so in the ePayment API', async () => {
    const { first, second } = await twoShops();
    const [reference, key] = ['till-1-aaa', 'key-1'];
    expect((await first.epayment.create(reference)).status).toBe(201);
    expect((await second.epayment.get(reference)).status).toBe(404);
    expect((await second.epayment.create(reference)).status).toBe(201);
    await second.epayment.cancel(reference, key);
    expect((await first.epayment.get(reference)).body.state).toBe('CREATED');
    expect((await second.epayment.get(reference)).body.state).toBe('TERMINATED');
  });

  test('get no QR for the landing page of the other', async () => {
    const { first, second } = await twoShops();
    const { body } = await first.initiate(orderId);
    expect((await first.qr(body.url)).status).toBe(200);
    expect(await second.qr(body.url)).toMatchObject({
      status: 400,
      body: { detail: 'Supplied landing page token is not valid' },
    });
  });
});

test('two accounts with one subscription key could not be told apart: there is no such simulator', () => {
  const same = { credentials: { ...otherShop, subscriptionKey: credentials.subscriptionKey } };
  expect(() => createSimulator({ credentials, others: [same] })).toThrow(
    /^Two accounts have the same subscription key$/,
  );
});
