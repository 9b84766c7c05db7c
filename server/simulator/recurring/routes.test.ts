import { describe, expect, test } from 'vitest';
import {
  expectProblem,
  firstCharge,
  invalid,
  newAgreement,
  openDrafted,
  openSubscriptions,
  problemOf,
} from '../testing/recurring.ts';

const uuidV4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const without = (...names: string[]) => Object.fromEntries(names.map((name) => [name, undefined]));

describe('an agreement that is drafted', () => {
  test('gets an id, a UUID, a charge and a link, and waits for the customer', async () => {
    const { drafted, recurring, id } = await openDrafted();
    expect(drafted).toEqual({
      agreementId: expect.stringMatching(/^agr_\w{8}$/),
      uuid: expect.stringMatching(uuidV4),
      vippsConfirmationUrl: expect.stringContaining('/deeplink/vippsgateway?v=2&token='),
      chargeId: expect.stringMatching(/^chr_\w{8}$/),
    });
    expect((await recurring.get(id)).body).toEqual({
      id,
      uuid: drafted.uuid,
      status: 'PENDING',
      created: '2026-01-15T12:00:00.000Z',
      start: null,
      stop: null,
      productName: 'Coffee every day',
      pricing: { type: 'LEGACY', amount: 9900, currency: 'NOK' },
      interval: { unit: 'MONTH', count: 1, text: 'every month' },
      campaign: null,
      merchantAgreementUrl: 'https://shop.example/agreement',
      merchantRedirectUrl: 'https://shop.example/thanks',
      sub: null,
      userinfoUrl: null,
      externalId: 'sub-1',
      countryCode: 'NO',
      vippsConfirmationUrl: drafted.vippsConfirmationUrl,
    });
  });

  test('without a first payment has no charge', async () => {
    const { drafted, recurring, id } = await openDrafted({ initialCharge: undefined });
    expect(drafted.chargeId).toBeNull();
    expect((await recurring.charges(id)).body).toEqual([]);
  });

  test("takes the merchant's orderId as the name of its charge", async () => {
    const { chargeId, charge } = await openDrafted({
      initialCharge: { ...firstCharge, orderId: 'till-1-a' },
    });
    expect(chargeId).toBe('till-1-a');
    expect((await charge()).id).toBe('till-1-a');
  });

  test.each(['agreement', 'eCom order'])('may not name its charge as another %s does', async (other) => {
    const { recurring, initiate, orders } = await openSubscriptions();
    const named = { initialCharge: { ...firstCharge, orderId: 'till-1-a' } };
    if (other === 'agreement') await recurring.draft('sub-1', named);
    else await initiate('till-1-a');
    expectProblem(await recurring.draft('sub-2', named), problemOf(409, 'conflict'));
    expect(await orders()).toHaveLength(1);
  });

  test.each([
    ['NOK', 'NO'],
    ['DKK', 'DK'],
    ['EUR', 'FI'],
  ])('can be in %s', async (currency, countryCode) => {
    const { recurring, id } = await openDrafted({ pricing: { amount: 9900, currency } });
    expect((await recurring.get(id)).body).toMatchObject({
      pricing: { type: 'LEGACY', amount: 9900, currency },
      countryCode,
    });
  });

  test('can leave the amount open up to a maximum', async () => {
    const pricing = { type: 'VARIABLE', suggestedMaxAmount: 30000, currency: 'NOK' };
    const { recurring, id } = await openDrafted({ pricing, interval: { unit: 'WEEK', count: 2 } });
    expect((await recurring.get(id)).body).toMatchObject({
      pricing: { ...pricing, maxAmount: 30000 },
      interval: { unit: 'WEEK', count: 2, text: 'every 2 weeks' },
    });
  });

  test('takes numbers that are sent as strings, campaigns, and links into apps', async () => {
    const { recurring } = await openSubscriptions();
    const { status } = await recurring.draft('sub-1', {
      pricing: { amount: '9900', currency: 'NOK' },
      interval: { unit: 'DAY', count: '31' },
      initialCharge: { ...firstCharge, amount: '100' },
      campaign: { type: 'PRICE_CAMPAIGN', price: 100, end: '2027-01-01T00:00:00Z' },
      merchantRedirectUrl: 'shopapp://home',
    });
    expect(status).toBe(201);
  });

  test('for an app gets a link that opens the app', async () => {
    const { drafted } = await openDrafted({ isApp: true });
    expect(drafted.vippsConfirmationUrl).toMatch(/^vipps:\/\/\?token=\w{24}$/);
  });
});

describe('a draft is refused', () => {
  test.each([
    ['pricing', without('pricing')],
    ['pricing.amount', { pricing: { currency: 'NOK' } }],
    ['pricing.amount', { pricing: { amount: 99, currency: 'NOK' } }],
    ['pricing.amount', { pricing: { amount: 100.5, currency: 'NOK' } }],
    ['pricing.currency', { pricing: { amount: 9900, currency: 'SEK' } }],
    ['pricing.type', { pricing: { type: 'FLEXIBLE', currency: 'NOK' } }],
    ['pricing.suggestedMaxAmount', { pricing: { type: 'VARIABLE', amount: 9900, currency: 'NOK' } }],
    [
      'pricing.suggestedMaxAmount',
      { pricing: { type: 'VARIABLE', suggestedMaxAmount: 2_000_001, currency: 'NOK' } },
    ],
    ['interval', without('interval')],
    ['interval.unit', { interval: { unit: 'month', count: 1 } }],
    ['interval.count', { interval: { unit: 'MONTH', count: 0 } }],
    ['interval.count', { interval: { unit: 'MONTH', count: 32 } }],
    ['merchantAgreementUrl', without('merchantAgreementUrl')],
    ['merchantAgreementUrl', { merchantAgreementUrl: 'http://shop.example' }],
    ['merchantAgreementUrl', { merchantAgreementUrl: 'shopapp://agreement' }],
    ['merchantRedirectUrl', { merchantRedirectUrl: 'http://shop.example' }],
    ['merchantRedirectUrl', { merchantRedirectUrl: `https://shop.example/${'a'.repeat(1024)}` }],
    ['productName', without('productName')],
    ['productName', { productName: 'x'.repeat(46) }],
    ['productName', { productName: ' ' }],
    ['productDescription', { productDescription: 'x'.repeat(101) }],
    ['externalId', { externalId: '' }],
    ['externalId', { externalId: 'x'.repeat(65) }],
    ['phoneNumber', { phoneNumber: '1'.repeat(16) }],
    ['scope', { scope: 'name' }],
    ['countryCode', { countryCode: 'no' }],
    ['initialCharge.amount', { initialCharge: { ...firstCharge, amount: 99 } }],
    ['initialCharge.description', { initialCharge: { ...firstCharge, description: undefined } }],
    ['initialCharge.description', { initialCharge: { ...firstCharge, description: 'x'.repeat(46) } }],
    ['initialCharge.transactionType', { initialCharge: { ...firstCharge, transactionType: 'RESERVE' } }],
    ['initialCharge.orderId', { initialCharge: { ...firstCharge, orderId: 'a_b' } }],
    ['initialCharge.orderId', { initialCharge: { ...firstCharge, orderId: 'x'.repeat(51) } }],
    ['initialCharge.externalId', { initialCharge: { ...firstCharge, externalId: '' } }],
  ])('for its %s (%j)', async (field, more) => {
    const { recurring, orders } = await openSubscriptions();
    expectProblem(await recurring.draft('sub-1', more), invalid(field));
    expect(await orders()).toEqual([]);
  });

  test('when it would skip the landing page, which takes a permission', async () => {
    const { recurring } = await openSubscriptions();
    const answer = await recurring.draft('sub-1', { skipLandingPage: true });
    expectProblem(answer, problemOf(403, 'unsupported-feature'));
  });

  test.each([undefined, 'k'.repeat(41), 'a#b', 'a?b', 'a/b', 'a\\b'])('for its key %j', async (key) => {
    const { recurring } = await openSubscriptions();
    const answer = await recurring.draft('sub-1', {}, { 'Idempotency-Key': key });
    expectProblem(answer, problemOf(400, 'idempotency-key-header'));
  });

  test('in the words of the API when its body cannot be read', async () => {
    const { call } = await openSubscriptions();
    const post = (raw: string, type: string) =>
      call('POST', '/recurring/v3/agreements', {
        headers: { 'Idempotency-Key': 'key-1', 'Content-Type': type },
        raw,
      });
    const answer = await post('{', 'application/json');
    expectProblem(answer, problemOf(400, 'invalid-json', { instance: '/v3/agreements' }));
    expectProblem(await post('{}', 'text/plain'), problemOf(415, 'unsupported-media-type'));
  });
});

describe('the key of a draft', () => {
  test('with the same body gets the same answer, and makes one agreement', async () => {
    const { recurring, drafted, orders } = await openDrafted();
    expect(await recurring.draft('sub-1')).toMatchObject({ status: 201, body: drafted });
    expect(await orders()).toHaveLength(1);
  });

  test('with another body is a conflict, as with another call', async () => {
    const { recurring, orders, id } = await openDrafted();
    const conflict = problemOf(409, 'idempotency-conflict');
    expectProblem(await recurring.draft('sub-1', { productName: 'Tea' }), conflict);
    expectProblem(await recurring.stop(id, 'sub-1'), conflict);
    expect(await orders()).toHaveLength(1);
  });

  test('belongs to the sales unit', async () => {
    const { recurring, orders } = await openDrafted({}, { salesUnits: ['654321'] });
    const { status } = await recurring.draft('sub-1', {}, { 'Merchant-Serial-Number': '654321' });
    expect(status).toBe(201);
    expect((await orders()).map(({ msn }: { msn: string }) => msn)).toEqual(['654321', '123456']);
  });
});

describe('agreements are found', () => {
  test('by the sales unit that made them, and by no other API', async () => {
    const { recurring, id, details, epayment } = await openDrafted({}, { salesUnits: ['654321'] });
    const missing = problemOf(404, 'resource-not-found');
    expectProblem(await recurring.get(id, { 'Merchant-Serial-Number': '654321' }), missing);
    expectProblem(await recurring.get('agr_nothing'), missing);
    expect((await details(id)).status).toBe(404);
    expect((await epayment.get(id)).status).toBe(404);
  });

  test('and nothing else is: orders of the other APIs stay hidden', async () => {
    const { recurring, initiate, epayment } = await openSubscriptions();
    await initiate('till-1-aaa');
    await epayment.create('till-1-bbb');
    for (const id of ['till-1-aaa', 'till-1-bbb']) {
      expectProblem(await recurring.get(id), problemOf(404, 'resource-not-found'));
      expectProblem(await recurring.stop(id, `stop-${id}`), problemOf(404, 'resource-not-found'));
      expectProblem(await recurring.chargeById(id), problemOf(404, 'resource-not-found'));
    }
  });

  test('in a list by status, active ones unless it says otherwise, oldest first', async () => {
    const { recurring, press, initiate, clock } = await openSubscriptions();
    await initiate('till-1-aaa');
    const ids: string[] = [];
    for (const reference of ['sub-1', 'sub-2', 'sub-3']) {
      clock.nowMs += 1000;
      ids.push((await recurring.draft(reference)).body.agreementId);
    }
    const [first = '', second = '', third = ''] = ids;
    await press(third, 'approve');
    await press(second, 'approve');
    const list = async (query = '') => (await recurring.list(query)).body.map(({ id }: { id: string }) => id);
    expect(await list()).toEqual([second, third]);
    expect(await list('?status=PENDING')).toEqual([first]);
    expect(await list(`?createdAfter=${clock.nowMs - 1000}`)).toEqual([third]);
    expectProblem(await recurring.list('?status=OPEN'), invalid('status'));
  });
});

test.each([
  ['Authorization', { Authorization: 'Bearer x' }, 401],
  ['subscription key', { 'Ocp-Apim-Subscription-Key': 'x' }, 401],
  ['sales unit', { 'Merchant-Serial-Number': '999999' }, 403],
  ['system name', { 'Vipps-System-Name': 'x'.repeat(31) }, 400],
])('a call with a bad %s is refused', async (_, headers, status) => {
  const { recurring } = await openSubscriptions();
  expect((await recurring.draft('sub-1', {}, headers)).status).toBe(status);
});

test('later charges are not simulated', async () => {
  const { call, id } = await openDrafted();
  const { status } = await call('POST', `/recurring/v3/agreements/${id}/charges`, {
    body: newAgreement('x'),
  });
  expect(status).toBe(404);
});
