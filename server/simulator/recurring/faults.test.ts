import { describe, expect, test } from 'vitest';
import type { Answer } from '../testing/calls.ts';
import { expectProblem, firstCharge, openDrafted, openSubscriptions } from '../testing/recurring.ts';

const named = { initialCharge: { ...firstCharge, orderId: 'charge-1' } };

/** An agreement, sub-1, whose charge, charge-1, is reserved and captured to 20000. */
async function paid() {
  const till = await openDrafted(named);
  await till.press(till.id, 'approve');
  await till.recurring.capture(till.id, till.chargeId, 20000, 'key-0');
  return till;
}
type Paid = Awaited<ReturnType<typeof paid>>;

const another = { initialCharge: { ...firstCharge, orderId: 'charge-2' } };
const calls: [name: string, on: string, call: (till: Paid) => Promise<Answer>, status: number][] = [
  ['a draft', 'initiate', ({ recurring }) => recurring.draft('sub-2', another), 201],
  ['a look', 'details', ({ recurring, id }) => recurring.get(id), 200],
  ['a look at the charge', 'charge', ({ recurring, id }) => recurring.charge(id, 'charge-1'), 200],
  ['a look by the charge', 'find', ({ recurring }) => recurring.chargeById('charge-1'), 200],
  ['a capture', 'capture', ({ recurring, id }) => recurring.capture(id, 'charge-1', 10000, 'key-1'), 204],
  ['a refund', 'refund', ({ recurring, id }) => recurring.refund(id, 'charge-1', 10000, 'key-2'), 204],
  ['a cancel', 'cancel', ({ recurring, id }) => recurring.cancelCharge(id, 'charge-1', 'key-3'), 204],
  ['a stop', 'cancel', ({ recurring, id }) => recurring.stop(id, 'key-4'), 204],
];

const shown = async ({ orders }: Paid) =>
  (await orders()).map(({ state, history, agreement }: Record<string, unknown>) => [
    state,
    history,
    agreement,
  ]);

describe.each(calls)('a fault on %s', (name, on, call, status) => {
  test('of kind status answers a problem, without acting', async () => {
    const till = await paid();
    const before = await shown(till);
    await till.faults([{ on, kind: 'status', status: 503, retryAfter: 7 }]);
    const answer = await call(till);
    expect(answer.headers.get('retry-after')).toBe('7');
    expectProblem(answer, {
      type: 'about:blank',
      title: 'Service Unavailable',
      status: 503,
      detail: 'Internal error',
      instance: expect.stringMatching(/^\/v3\/(agreements|charges)/),
      contextId: expect.any(String),
    } as { status: number });
    expect(await shown(till)).toEqual(before);
  });

  test('of kind drop_after acts, then breaks the connection; the repeat gets an answer', async () => {
    const till = await paid();
    await till.faults([{ on, kind: 'drop_after', times: 1 }]);
    await expect(call(till)).rejects.toThrow();
    const after = await shown(till);
    expect((await call(till)).status).toBe(status);
    expect(await shown(till)).toEqual(after);
  });

  test("can be for one agreement only, by its id, the merchant's name for it, or its charge", async () => {
    const till = await paid();
    await till.faults([{ on, kind: 'html', orderId: 'sub-other' }]);
    expect((await call(till)).status).toBe(status);
    const names = on === 'initiate' ? ['sub-2', 'charge-2'] : [till.id, 'sub-1', 'charge-1'];
    for (const orderId of names) {
      await till.faults([{ on, kind: 'html', orderId, times: 1 }]);
      expect((await call(till)).status, `${name} by ${orderId}`).toBe(502);
      expect((await call(till)).status).not.toBe(502);
    }
  });
});

test.each([
  [404, 'resource-not-found'],
  [409, 'conflict'],
])('a status of %i that a test asks for is in the words of the API', async (status, type) => {
  const till = await paid();
  await till.faults([{ on: 'details', kind: 'status', status }]);
  const { body } = await till.recurring.get(till.id);
  expect(body).toMatchObject({ status, type: expect.stringContaining(`#${type}`) });
});

test('a change of the terms is no cancel', async () => {
  const till = await paid();
  await till.faults([{ on: 'cancel', kind: 'status', status: 500 }]);
  expect((await till.recurring.update(till.id, { productName: 'Tea' }, 'key-1')).status).toBe(204);
  expect((await till.orders())[0].calls.cancel).toBe(0);
});

describe('the control API', () => {
  test('shows an agreement as it shows an eCom order, with the calls that it has seen', async () => {
    const till = await openSubscriptions();
    await till.faults([{ on: 'initiate', kind: 'status', status: 500, times: 1 }]);
    await till.recurring.draft('sub-1', named);
    const { agreementId: id, vippsConfirmationUrl } = (await till.recurring.draft('sub-1', named)).body;
    await till.recurring.draft('sub-1', named);
    await till.qr(vippsConfirmationUrl);
    await till.recurring.get(id);
    till.clock.nowMs += 1000;
    await till.recurring.get(id);
    await till.press(id, 'approve');
    await till.recurring.charge(id, 'charge-1');
    await till.recurring.capture(id, 'charge-1', 20000, 'key-1');
    await till.recurring.refund(id, 'charge-1', 5000, 'key-2');
    await till.recurring.stop(id, 'key-3');
    await till.initiate('till-1-a');
    const [ecom, agreement] = await till.orders();
    expect(Object.keys(agreement)).toEqual(Object.keys(ecom));
    expect(ecom).toMatchObject({ api: 'ecom', reference: 'till-1-a', agreement: null });
    expect(agreement).toMatchObject({
      api: 'recurring',
      orderId: id,
      reference: 'sub-1',
      msn: '123456',
      amount: 49900,
      currency: 'NOK',
      state: { opened: true, reserved: 49900, captured: 20000, refunded: 5000, cancelled: false },
      history: ['REFUND', 'CAPTURE', 'RESERVE', 'INITIATE'].map((operation) => ({ operation })),
      phoneUrl: expect.stringContaining('/phone/'),
      calls: { initiate: 3, qr: 1, details: 2, charge: 1, capture: 1, refund: 1, cancel: 1 },
      looks: [till.clock.nowMs - 1000, till.clock.nowMs],
      agreement: { status: 'STOPPED', chargeId: 'charge-1' },
    });
  });

  test('shows an agreement without a name and a charge under its own id', async () => {
    const { orders, id } = await openDrafted({ externalId: undefined, initialCharge: undefined });
    expect((await orders())[0]).toMatchObject({
      orderId: id,
      reference: id,
      amount: 0,
      agreement: { status: 'PENDING', chargeId: null },
    });
  });

  test('counts a draft by its charge when the agreement has no name', async () => {
    const { orders } = await openDrafted({ ...named, externalId: undefined });
    expect((await orders())[0].calls.initiate).toBe(1);
  });
});
