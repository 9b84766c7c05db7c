// Products over HTTP: what a manager keeps is there for every till of the shop, and for no other's.
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { productListSchema, productSchema } from '../contract/payments.ts';
import { signedIn } from '../testing/access.ts';
import { aServer, type TestServer } from '../testing/http.ts';
import { till } from '../testing/till.ts';
import { mostProducts } from './products.ts';

const amount = { value: 19_900, currency: 'NOK' };
const terms = {
  product: { name: 'Coffee card', description: 'A cup a day' },
  pricing: { amount },
  interval: { unit: 'MONTH', count: 1 },
  initialCharge: { amount: { value: 9_900, currency: 'NOK' }, description: 'First month' },
};
const called = (name: string) => ({ ...terms, product: { name } });
const refused = (status: number, code: string) => ({ status, body: { error: { code } } });

let server: TestServer;
beforeEach(async () => {
  const others = [
    { ...till, id: '2', currency: 'DKK' as const },
    { ...till, id: '3', shop: 'other' },
    { ...till, id: '4', subscriptions: false },
  ];
  server = await aServer({ tills: [{ ...till, locale: 'nb-NO' }, ...others] });
  onTestFinished(() => server.close());
});

const add = (body: unknown, of = '1', who = server.manager) =>
  server.post(`/api/tills/${of}/products`, body, who);
const remove = (id: string, of = '1') => server.call('DELETE', `/api/tills/${of}/products/${id}`);
async function list(of = '1', who = server.manager) {
  const { body } = await server.call('GET', `/api/tills/${of}/products`, { headers: { ...who } });
  return productListSchema.strict().parse(body).products;
}
const namesOf = async (of?: string) => (await list(of)).map(({ product }) => product.name);

describe('a product', () => {
  test('is kept as it was given, and starts an agreement as it is', async () => {
    const answer = await add(terms);
    expect(answer.status).toBe(201);
    const { id, ...kept } = productSchema.strict().parse(answer.body);
    expect(kept).toEqual(terms);
    const cashier = await signedIn(server, 'cashier', 'Ola', till.shop);
    expect(await list('1', cashier)).toEqual([{ id, ...terms }]);
    const agreement = await server.post('/api/tills/1/agreements', kept, cashier);
    expect(agreement).toMatchObject({ status: 201, body: { agreement: { product: terms.product } } });
  });

  test('is at every till of the shop, by name as its language sorts', async () => {
    for (const name of ['Ål', 'zebra', 'Årskort 10', 'Kaffe', 'Årskort 9']) await add(called(name));
    expect(await namesOf()).toEqual(['Kaffe', 'zebra', 'Ål', 'Årskort 9', 'Årskort 10']);
    expect((await namesOf('2')).toSorted()).toEqual((await namesOf()).toSorted());
    expect(await namesOf('3')).toEqual([]);
  });

  test('is in the currency of the till, all of it', async () => {
    const euros = { amount: { value: 500, currency: 'EUR' } };
    for (const wrong of [
      { ...terms, pricing: euros },
      { ...terms, initialCharge: { ...terms.initialCharge, ...euros } },
    ]) {
      expect(await add(wrong)).toMatchObject(refused(400, 'invalid_request'));
    }
    expect(await add(terms, '2')).toMatchObject(refused(400, 'invalid_request'));
    expect(await namesOf()).toEqual([]);
  });

  test('is not kept where nobody can subscribe, nor when its terms are none', async () => {
    expect(await add(terms, '4')).toMatchObject(refused(403, 'not_allowed'));
    expect(await add({ ...terms, interval: { unit: 'MONTH', count: 32 } })).toMatchObject(
      refused(400, 'invalid_request'),
    );
    expect(await add({ ...terms, id: 'mine' })).toMatchObject(refused(400, 'invalid_request'));
    expect(await add({ ...terms, pricing: { amount: { ...amount, value: 99 } } })).toMatchObject(
      refused(400, 'amount_out_of_range'),
    );
    expect(await namesOf()).toEqual([]);
  });

  test('is one of so many that a shop may keep; another shop has room of its own', async () => {
    for (let number = 1; number <= mostProducts; number += 1) await add(called(`Card ${number}`));
    expect(await list()).toHaveLength(200);
    expect(await add(terms)).toMatchObject(refused(409, 'wrong_state'));
    expect(await list()).toHaveLength(200);
    expect((await add(terms, '3')).status).toBe(201);
    const [first] = await list();
    expect((await remove(first?.id ?? '')).status).toBe(204);
    expect((await add(terms)).status).toBe(201);
  });

  test('is removed once, and by way of its own shop only', async () => {
    const { id } = productSchema.parse((await add(terms)).body);
    expect(await remove(id, '3')).toMatchObject(refused(404, 'not_found'));
    expect(await list()).toHaveLength(1);
    expect((await remove(id, '2')).status).toBe(204);
    expect(await remove(id)).toMatchObject(refused(404, 'not_found'));
    expect(await list()).toEqual([]);
  });
});

test('[P8] a cashier reads products, and neither adds nor removes one', async () => {
  const { id } = productSchema.parse((await add(terms)).body);
  const cashier = await signedIn(server, 'cashier', 'Ola', till.shop);
  expect(await add(terms, '1', cashier)).toMatchObject(refused(403, 'not_allowed'));
  const removed = await server.call('DELETE', `/api/tills/1/products/${id}`, { headers: { ...cashier } });
  expect(removed).toMatchObject(refused(403, 'not_allowed'));
  expect(await list('1', cashier)).toHaveLength(1);
});

test('an unknown till has no products, and takes none', async () => {
  const answers = [
    await add(terms, '9'),
    await remove('x', '9'),
    await server.call('GET', '/api/tills/9/products'),
  ];
  for (const answer of answers) expect(answer).toMatchObject(refused(404, 'not_found'));
});
