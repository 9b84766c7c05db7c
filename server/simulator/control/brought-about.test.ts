// What tests bring about on a single order over HTTP.
import { describe, expect, test } from 'vitest';
import { openDrafted, openSubscriptions } from '../testing/recurring.ts';
import { openTill } from '../testing/till.ts';

const orderId = 'till-1-aaa';
const put = (orderId: string, what: string) => `/simulator/orders/${orderId}/${what}`;

describe('an order that is unknown for a while', () => {
  test('is so to every call that names it, until it is over, and to no other', async () => {
    const till = await openSubscriptions();
    await till.initiate(orderId);
    await till.epayment.create('till-1-bbb');
    await till.recurring.draft('sub-1');
    const [{ orderId: id, agreement }] = await till.orders();
    for (const one of [orderId, 'till-1-bbb', 'sub-1'])
      expect((await till.call('PUT', put(one, 'unknown'), { body: { seconds: 2 } })).status).toBe(204);
    expect(await till.details(orderId)).toMatchObject({ status: 404, body: [{ errorCode: '35' }] });
    expect((await till.cancel(orderId)).status).toBe(404);
    expect(await till.epayment.get('till-1-bbb')).toMatchObject({
      status: 404,
      body: { extraDetails: expect.anything() },
    });
    for (const look of [
      till.recurring.get(id),
      till.recurring.charge(id, agreement.chargeId),
      till.recurring.chargeById(agreement.chargeId),
      till.recurring.stop(id, 'key-1'),
    ])
      expect((await look).status).toBe(404);
    await till.initiate('till-1-ccc');
    expect((await till.details('till-1-ccc')).status).toBe(200);
    till.clock.nowMs += 2_000;
    expect((await till.details(orderId)).status).toBe(200);
    expect((await till.epayment.get('till-1-bbb')).status).toBe(200);
    expect((await till.recurring.get(id)).body.status).toBe('PENDING');
  });
});

describe('an order whose customer is with the bank', () => {
  test('cannot be cancelled, and can be approved though its time is over', async () => {
    const till = await openTill();
    await till.settings({ lifetimeSeconds: 5 });
    await till.initiate(orderId);
    till.clock.nowMs += 4_000;
    const start = () => till.call('PUT', put(orderId, 'three-d-secure'), { body: { seconds: 5 } });
    expect((await start()).status).toBe(204);
    till.clock.nowMs += 4_000;
    expect((await till.cancel(orderId)).body[0].errorCode).toBe('52');
    await till.press(orderId, 'approve');
    expect((await till.orders())[0]).toMatchObject({ state: { reserved: 49900 } });
    expect((await start()).status).toBe(400);
  });

  test('can still be paid when that begins', async () => {
    const till = await openTill();
    await till.settings({ lifetimeSeconds: 5 });
    await till.initiate(orderId);
    till.clock.nowMs += 5_000;
    const body = { seconds: 5 };
    expect((await till.call('PUT', put(orderId, 'three-d-secure'), { body })).status).toBe(400);
  });
});

test('the list of charges shows what was true a while ago, as the charge itself does', async () => {
  const till = await openDrafted();
  till.clock.nowMs += 10_000;
  await till.press(till.id, 'approve');
  await till.faults([{ on: 'charge', kind: 'stale', delayMs: 5_000, times: 2 }]);
  expect((await till.recurring.charge(till.id, till.chargeId)).body.status).toBe('PENDING');
  expect((await till.recurring.charges(till.id)).body).toMatchObject([{ status: 'PENDING' }]);
  expect((await till.recurring.charges(till.id)).body).toMatchObject([{ status: 'RESERVED' }]);
});
