import { setTimeout as realTime } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  errorSchema,
  historySchema,
  paymentListSchema,
  paymentSchema,
  tillPaymentSchema,
} from '../../contract/payments.ts';
import { aServer, type TestServer } from '../../testing/http.ts';
import { seen } from '../../testing/payments.ts';
import { VippsRejected, VippsUnavailable } from '../../vipps/http/errors.ts';

const where = { method: 'POST', path: '/payments', requestId: 'r' };
const amount = { value: 24_900, currency: 'NOK' };
const sale = { amount, text: 'Coffee' };
const path = '/api/tills/1/payments';
const failure = (status: number, code: string) => ({ status, body: { error: { code } } });

let server: TestServer;
beforeEach(async () => {
  server = await aServer();
});
afterEach(() => server.close());

async function sell(): Promise<string> {
  const answer = await server.post(path, sale);
  return paymentSchema.parse(answer.body).reference;
}

async function sellPaid(): Promise<string> {
  server.vipps.polled = seen({ scanned: true, reservedAmount: 24_900 });
  const reference = await sell();
  await server.clock.advance(10);
  return reference;
}

describe('POST payments', () => {
  it('answers 201 with the payment, as the contract has it', async () => {
    const answer = await server.post(path, sale);
    expect(answer.status).toBe(201);
    const payment = paymentSchema.strict().parse(answer.body);
    expect(payment).toMatchObject({
      state: 'presented',
      amount,
      text: 'Coffee',
      qr: { href: expect.any(String) },
    });
    expect(answer.headers.get('location')).toBe(`/api/payments/${payment.reference}`);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('answers 502 and 503 for what Vipps did, and has the payment in the history', async () => {
    server.vipps.fail.start = () => new VippsRejected('blocked', { ...where, code: '31' });
    const rejected = await server.post(path, sale);
    expect(rejected).toMatchObject(failure(502, 'vipps_rejected'));
    server.vipps.fail.start = () => new VippsUnavailable('down', { ...where, outcome: 'not_done' });
    const down = await server.post(path, sale);
    expect(down).toMatchObject(failure(503, 'vipps_unavailable'));
    for (const { headers } of [rejected, down]) {
      const stored = await server.call('GET', headers.get('location') ?? '');
      expect(stored.body).toMatchObject({ state: 'failed' });
    }
  });

  it('[P4] answers 409 for a second sale, and the same answer for the same Idempotency-Key', async () => {
    const key = { 'idempotency-key': 'k-1' };
    const first = await server.post(path, sale, key);
    expect(await server.post(path, sale)).toMatchObject(failure(409, 'till_busy'));
    expect((await server.post(path, sale, key)).body).toEqual(first.body);
    const other = await server.post(path, { ...sale, text: 'Tea' }, key);
    expect(other).toMatchObject(failure(409, 'idempotency_mismatch'));
  });
});

describe('[P9] bad input changes nothing and gets 4xx', () => {
  const bodies: [string, unknown, number, string][] = [
    ['broken JSON', '{"amount":', 400, 'invalid_request'],
    ['no body', '', 400, 'invalid_request'],
    ['a list', [], 400, 'invalid_request'],
    ['null', 'null', 400, 'invalid_request'],
    ['an amount as text', { amount: { value: '100', currency: 'NOK' } }, 400, 'invalid_request'],
    ['an amount with decimals', { amount: { value: 100.5, currency: 'NOK' } }, 400, 'invalid_request'],
    ['an amount below one krone', { amount: { value: 99, currency: 'NOK' } }, 400, 'amount_out_of_range'],
    ['a negative amount', { amount: { value: -100, currency: 'NOK' } }, 400, 'amount_out_of_range'],
    ['an absurd amount', { amount: { value: 65_000_001, currency: 'NOK' } }, 400, 'amount_out_of_range'],
    ['an unsafe integer', { amount: { value: 1e21, currency: 'NOK' } }, 400, 'amount_out_of_range'],
    ['an unknown currency', { amount: { value: 100, currency: 'USD' } }, 400, 'invalid_request'],
    ['another currency', { amount: { value: 100, currency: 'EUR' } }, 400, 'invalid_request'],
    ['a text that is none', { amount, text: 7 }, 400, 'invalid_request'],
    ['an unknown field of an amount', { amount: { ...amount, price: 1 } }, 400, 'invalid_request'],
    ['a field that is misspelt', { ...sale, referance: 'order-1234' }, 400, 'invalid_request'],
    ['a prototype key', '{"__proto__":{"a":1},"amount":1}', 400, 'invalid_request'],
    ['1 MB', { ...sale, lines: 'x'.repeat(1_000_000) }, 413, 'invalid_request'],
  ];
  for (const [name, body, status, code] of bodies) {
    it(name, async () => {
      const answer = await server.post(path, body);
      expect(answer).toMatchObject(failure(status, code));
      errorSchema.strict().parse(answer.body);
      expect(await server.store.findNewest('1')).toBeNull();
      expect(server.vipps.calls).toEqual([]);
    });
  }

  it('an unknown till, payment or address', async () => {
    expect(await server.post('/api/tills/9/payments', sale)).toMatchObject(failure(404, 'not_found'));
    for (const unknown of [
      '/api/tills/9/payment',
      '/api/payments/none',
      '/api/payments/none/qr',
      '/api/nothing',
    ]) {
      expect(await server.call('GET', unknown)).toMatchObject(failure(404, 'not_found'));
    }
    expect(await server.post('/api/payments/none/cancel', {})).toMatchObject(failure(404, 'not_found'));
    expect(await server.call('GET', '/api/payments/%E0%A4%A')).toMatchObject(failure(400, 'invalid_request'));
  });

  it('a form instead of JSON, a bad Idempotency-Key, a bad query', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect(await server.post(path, 'amount=1', form)).toMatchObject(failure(415, 'invalid_request'));
    const key = { 'idempotency-key': 'x'.repeat(256) };
    expect(await server.post(path, sale, key)).toMatchObject(failure(400, 'invalid_request'));
    for (const query of ['state=paid', 'from=yesterday', 'cursor=zzz', 'page=2', 'q=']) {
      const answer = await server.call('GET', `/api/payments?${query}`);
      expect(answer, query).toMatchObject(failure(400, 'invalid_request'));
    }
    expect(await server.store.findNewest('1')).toBeNull();
  });
});

describe('GET till payment', () => {
  const get = (headers: Record<string, string> = {}) =>
    server.call('GET', '/api/tills/1/payment', { headers });
  const tag = async () => (await get()).headers.get('etag') ?? '';

  it('shows idle, then the payment, then idle again a while after it ended', async () => {
    expect(tillPaymentSchema.parse((await get()).body).payment).toBeNull();
    const reference = await sellPaid();
    expect((await get()).body).toMatchObject({ payment: { reference, state: 'approved' } });
    await server.clock.advance(9_000);
    expect((await get()).body).toMatchObject({ payment: { reference } });
    await server.clock.advance(1_000);
    expect((await get()).body).toMatchObject({ till: { id: '1' }, payment: null });
  });

  it('answers 304 to who has this version, at once without a wish to wait', async () => {
    const etag = await tag();
    const answer = await get({ 'if-none-match': etag });
    expect(answer).toMatchObject({ status: 304, body: '' });
    expect(answer.headers.get('etag')).toBe(etag);
  });

  it('[P5] holds a request until something changes, and asks Vipps no more for it', async () => {
    await sell();
    const etag = await tag();
    const held = [1, 2, 3, 4, 5].map(() => get({ 'if-none-match': etag, prefer: 'wait=1' }));
    while (server.changeFeed.held() < 5) await realTime(1);
    const polls = server.vipps.count('poll');
    server.vipps.polled = seen({ scanned: true });
    await server.clock.advance(1_000);
    for (const answer of await Promise.all(held)) {
      expect(answer).toMatchObject({ status: 200, body: { payment: { state: 'scanned' } } });
      expect(answer.headers.get('preference-applied')).toBe('wait=1');
    }
    expect(server.vipps.count('poll')).toBe(polls + 1);
    expect(server.changeFeed.held()).toBe(0);
  });

  it('lets a held request go with 304 when its second is over', async () => {
    const held = get({ 'if-none-match': await tag(), prefer: 'wait=1' });
    while (server.changeFeed.held() < 1) await realTime(1);
    await server.clock.advance(1_000);
    expect((await held).status).toBe(304);
  });

  it('wakes a held request when a result gives way to idle', async () => {
    await sellPaid();
    const etag = await tag();
    await server.clock.advance(9_500);
    const held = get({ 'if-none-match': etag, prefer: 'wait=1' });
    while (server.changeFeed.held() < 1) await realTime(1);
    await server.clock.advance(500);
    expect(await held).toMatchObject({ status: 200, body: { payment: null } });
  });

  it('lets held requests go when the server stops, and forgets those that hang up', async () => {
    const etag = await tag();
    const hangUp = new AbortController();
    const gone = fetch(`${server.url}/api/tills/1/payment`, {
      headers: { ...server.manager, 'if-none-match': etag, prefer: 'wait=10' },
      signal: hangUp.signal,
    });
    const held = get({ 'if-none-match': etag, prefer: 'wait=10' });
    while (server.changeFeed.held() < 2) await realTime(1);
    hangUp.abort();
    await expect(gone).rejects.toThrow();
    while (server.changeFeed.held() > 1) await realTime(1);
    server.changeFeed.close();
    expect((await held).status).toBe(304);
  });
});

describe('one payment', () => {
  it('can be read with its history and its QR', async () => {
    const reference = await sell();
    const payment = paymentSchema
      .strict()
      .parse((await server.call('GET', `/api/payments/${reference}`)).body);
    const qr = await server.call('GET', payment.qr?.href ?? '');
    expect(qr).toMatchObject({ status: 200, body: '<svg/>' });
    expect(qr.headers.get('content-type')).toBe('image/svg+xml');
    expect(qr.headers.get('content-security-policy')).toContain('sandbox');
    const id = { about: 'capture', id: 'trace-1' } as const;
    await server.store.vippsIds.keepVippsId(reference, { ...id, atMs: 1_000 }, 1);
    const { events, vippsIds } = historySchema.parse(
      (await server.call('GET', `/api/payments/${reference}/events`)).body,
    );
    expect(events.map(({ name }) => name)).toEqual(['created', 'presented']);
    expect(vippsIds).toEqual([{ ...id, at: '1970-01-01T00:00:01.000Z' }]);
  });

  it('tells in its history what was voided, under the name of before too', async () => {
    const reference = await sell();
    await server.post(`/api/payments/${reference}/cancel`, {});
    await server.clock.advance(1_000);
    const { body } = await server.call('GET', `/api/payments/${reference}/events`);
    const { events } = historySchema.parse(body);
    expect(events.at(-1)).toMatchObject({ name: 'voided', event: 'released', state: 'cancelled' });
  });

  it('[P4] has no QR any more once it cannot be paid', async () => {
    const reference = await sell();
    await server.post(`/api/payments/${reference}/cancel`, {});
    const qr = await server.call('GET', `/api/payments/${reference}/qr`);
    expect(qr).toMatchObject(failure(404, 'not_found'));
    expect((await server.call('GET', `/api/payments/${reference}`)).body).toMatchObject({ qr: null });
  });

  it('can be cancelled with an empty body or none', async () => {
    const reference = await sell();
    const answer = await server.call('POST', `/api/payments/${reference}/cancel`);
    expect(answer).toMatchObject({ status: 200, body: { state: 'closing' } });
  });

  it('can be refunded in part, and not beyond what was captured', async () => {
    const reference = await sellPaid();
    const refund = `/api/payments/${reference}/refund`;
    const part = await server.post(refund, { amount: { value: 900, currency: 'NOK' } });
    expect(part).toMatchObject({ status: 200, body: { refundedAmount: 900 } });
    const rest = await server.post(refund, { amount });
    expect(rest).toMatchObject(failure(409, 'refund_exceeds_captured'));
    for (const body of [{}, { amount: 900 }, { amount: { value: 0, currency: 'NOK' } }]) {
      expect((await server.post(refund, body)).status).toBe(400);
    }
    expect(await server.post(`/api/payments/${reference}/cancel`, {})).toMatchObject(
      failure(409, 'wrong_state'),
    );
    expect(await server.post(`/api/payments/${reference}/capture`, {})).toMatchObject(
      failure(409, 'wrong_state'),
    );
  });

  it('is found in the list', async () => {
    const reference = await sellPaid();
    const list = paymentListSchema.parse((await server.call('GET', '/api/payments?till=1&q=coffee')).body);
    expect(list).toMatchObject({ payments: [{ reference }], cursor: null });
  });
});

describe('operating', () => {
  it('tells whether it lives and is ready, and shows metrics', async () => {
    expect(await server.call('GET', '/healthz')).toMatchObject({ status: 200 });
    expect(await server.call('GET', '/readyz')).toMatchObject({ status: 200 });
    const metrics = await server.call('GET', '/metrics');
    expect(metrics.body).toContain('tillside_watched_payments 0');
    server.changeFeed.close();
    expect(await server.call('GET', '/readyz')).toMatchObject({ status: 503 });
  });
});
