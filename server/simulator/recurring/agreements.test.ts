import { describe, expect, test } from 'vitest';
import { expectProblem, firstCharge, invalid, openDrafted, problemOf } from '../testing/recurring.ts';

const noCharge = { initialCharge: undefined };
const directly = { initialCharge: { ...firstCharge, transactionType: 'DIRECT_CAPTURE' } };

const lastLook = async ({ recurring, id }: Awaited<ReturnType<typeof openDrafted>>) =>
  (await recurring.get(id)).body;

describe('an agreement becomes', () => {
  test('active when the customer agrees, and has a start', async () => {
    const till = await openDrafted();
    till.clock.nowMs += 5000;
    await till.press(till.id, 'approve');
    expect(await till.standing()).toEqual(['ACTIVE', 'RESERVED', 0, 0, 0]);
    expect(await lastLook(till)).toMatchObject({ start: '2026-01-15T12:00:05.000Z', stop: null });
    till.clock.nowMs += 600_000;
    expect(await till.status()).toBe('ACTIVE');
  });

  test('active without a payment when there is none to make; nobody can agree twice', async () => {
    const till = await openDrafted(noCharge);
    await till.press(till.id, 'approve');
    expect(await till.status()).toBe('ACTIVE');
    await till.press(till.id, 'cancel');
    expect(await till.status()).toBe('ACTIVE');
    const [order] = await till.orders();
    expect(order).toMatchObject({ amount: 0, state: { opened: true, reserved: 0, cancelled: false } });
    expect(order.history).toHaveLength(2);
  });

  test.each([firstCharge, undefined])('stopped when the customer says no (%j)', async (initialCharge) => {
    const till = await openDrafted({ initialCharge });
    await till.press(till.id, 'cancel');
    expect(await lastLook(till)).toMatchObject({
      status: 'STOPPED',
      start: null,
      stop: '2026-01-15T12:00:00.000Z',
    });
    await till.press(till.id, 'approve');
    expect(await till.status()).toBe('STOPPED');
    if (initialCharge) expect(await till.standing()).toEqual(['STOPPED', 'CANCELLED', 0, 0, 49900]);
  });

  test('expired when nobody acts in time, and its charge with it', async () => {
    const till = await openDrafted();
    till.clock.nowMs += 599_999;
    expect(await till.status()).toBe('PENDING');
    till.clock.nowMs += 1;
    expect(await lastLook(till)).toMatchObject({ status: 'EXPIRED', start: null, stop: null });
    expect(await till.standing()).toEqual(['EXPIRED', 'CANCELLED', 0, 0, 49900]);
    expect((await till.charge()).history.at(-1)).toMatchObject({
      event: 'CANCEL',
      occurred: '2026-01-15T12:10:00.000Z',
    });
    await till.press(till.id, 'approve');
    expect(await till.status()).toBe('EXPIRED');
  });

  test('none of it while the card is declined: another one may do', async () => {
    const till = await openDrafted();
    await till.press(till.id, 'decline');
    expect(await till.standing()).toEqual(['PENDING', 'PENDING', 0, 0, 0]);
    await till.press(till.id, 'approve');
    expect(await till.status()).toBe('ACTIVE');
  });
});

describe('stopping an agreement', () => {
  test('that waits for the customer ends it: nobody can agree to it any more', async () => {
    const till = await openDrafted();
    expect((await till.recurring.stop(till.id, 'key-1')).status).toBe(204);
    expect(await till.standing()).toEqual(['STOPPED', 'CANCELLED', 0, 0, 49900]);
    expect((await till.charge()).history.at(-1)).toMatchObject({ event: 'CANCEL', idempotencyKey: 'key-1' });
    await till.press(till.id, 'approve');
    expect(await till.status()).toBe('STOPPED');
    expect((await till.qr(till.drafted.vippsConfirmationUrl)).status).toBe(400);
  });

  test('releases what is reserved', async () => {
    const till = await openDrafted();
    await till.press(till.id, 'approve');
    till.clock.nowMs += 1000;
    expect((await till.recurring.stop(till.id, 'key-1')).status).toBe(204);
    expect(await till.standing()).toEqual(['STOPPED', 'CANCELLED', 0, 0, 49900]);
    expect(await lastLook(till)).toMatchObject({ stop: '2026-01-15T12:00:01.000Z' });
  });

  test('leaves a charge that is captured in part to the merchant, who can cancel the rest and refund', async () => {
    const till = await openDrafted();
    await till.press(till.id, 'approve');
    await till.recurring.capture(till.id, till.chargeId, 20000, 'key-1');
    expect((await till.recurring.stop(till.id, 'key-2')).status).toBe(204);
    expect(await till.standing()).toEqual(['STOPPED', 'PARTIALLY_CAPTURED', 20000, 0, 0]);
    expect((await till.recurring.cancelCharge(till.id, till.chargeId, 'key-3')).status).toBe(204);
    expect(await till.standing()).toEqual(['STOPPED', 'CHARGED', 20000, 0, 29900]);
    expect((await till.recurring.refund(till.id, till.chargeId, 20000, 'key-4')).status).toBe(204);
    expect(await till.standing()).toEqual(['STOPPED', 'REFUNDED', 20000, 20000, 29900]);
  });

  test('by the customer in the app leaves what is reserved to the merchant', async () => {
    const till = await openDrafted();
    await till.press(till.id, 'approve');
    till.clock.nowMs += 1000;
    await till.press(till.id, 'stop');
    expect(await till.standing()).toEqual(['STOPPED', 'RESERVED', 0, 0, 0]);
    expect(await lastLook(till)).toMatchObject({ stop: '2026-01-15T12:00:01.000Z' });
    expect((await till.recurring.capture(till.id, till.chargeId, 49900, 'key-1')).status).toBe(204);
    expect(await till.standing()).toEqual(['STOPPED', 'CHARGED', 49900, 0, 0]);
  });

  test('by the customer in the app is possible only while it is active', async () => {
    const till = await openDrafted();
    await till.press(till.id, 'stop');
    expect(await till.standing()).toEqual(['PENDING', 'PENDING', 0, 0, 0]);
    await till.press(till.id, 'cancel');
    await till.press(till.id, 'stop');
    expect(await lastLook(till)).toMatchObject({ stop: '2026-01-15T12:00:00.000Z' });
  });

  test.each([noCharge, directly])('leaves alone what is not held (%j)', async (more) => {
    const till = await openDrafted(more);
    await till.press(till.id, 'approve');
    expect((await till.recurring.stop(till.id, 'key-1')).status).toBe(204);
    expect(await till.status()).toBe('STOPPED');
    const captured = more === directly ? 49900 : 0;
    expect((await till.orders())[0].state).toMatchObject({ captured, refunded: 0 });
  });

  test('after its charge was cancelled moves nothing more', async () => {
    const till = await openDrafted();
    await till.press(till.id, 'approve');
    await till.recurring.cancelCharge(till.id, till.chargeId, 'key-1');
    const before = await till.charge();
    expect((await till.recurring.stop(till.id, 'key-2')).status).toBe(204);
    expect(await till.charge()).toEqual(before);
    expect(await till.status()).toBe('STOPPED');
  });

  test('again under the same key is taken, and moves nothing', async () => {
    const till = await openDrafted();
    await till.press(till.id, 'approve');
    await till.recurring.stop(till.id, 'key-1');
    const before = await till.charge();
    expect((await till.recurring.stop(till.id, 'key-1')).status).toBe(204);
    expect(await till.charge()).toEqual(before);
  });

  test.each(['STOPPED', 'EXPIRED'])('that is %s is refused', async (state) => {
    const till = await openDrafted();
    if (state === 'STOPPED') await till.press(till.id, 'cancel');
    else till.clock.nowMs += 600_000;
    const answer = await till.recurring.stop(till.id, 'key-1');
    expectProblem(
      answer,
      problemOf(400, 'illegal-agreement-update', { instance: `/v3/agreements/${till.id}` }),
    );
    expect(answer.body.detail).toBe(`The agreement is not active: it is ${state}`);
    expect(await till.status()).toBe(state);
  });

  test('allows no other change with it', async () => {
    const till = await openDrafted();
    const body = { status: 'STOPPED', productName: 'Tea' };
    expectProblem(await till.recurring.update(till.id, body, 'key-1'), invalid('status'));
    expectProblem(await till.recurring.update(till.id, { status: 'ACTIVE' }, 'key-2'), invalid('status'));
    expect(await till.status()).toBe('PENDING');
  });
});

describe('updating an agreement', () => {
  const changes = {
    productName: 'Tea every day',
    productDescription: 'Earl Grey',
    merchantAgreementUrl: 'https://shop.example/tea',
    externalId: 'sub-2',
    pricing: { amount: 12900 },
    interval: { type: 'RECURRING', period: { unit: 'WEEK', count: 2 } },
  };

  test('changes what is given, and nothing else', async () => {
    const till = await openDrafted();
    await till.press(till.id, 'approve');
    const before = await lastLook(till);
    expect((await till.recurring.update(till.id, changes, 'key-1')).status).toBe(204);
    const { interval: _, ...flat } = changes;
    expect(await lastLook(till)).toEqual({
      ...before,
      ...flat,
      pricing: { ...before.pricing, amount: 12900 },
      interval: { unit: 'WEEK', count: 2, text: 'every 2 weeks' },
    });
    await till.recurring.update(till.id, { productName: 'Cocoa' }, 'key-2');
    expect(await lastLook(till)).toMatchObject({ productName: 'Cocoa', externalId: 'sub-2' });
  });

  test.each(['PENDING', 'STOPPED'])('is refused while it is %s', async (state) => {
    const till = await openDrafted();
    if (state === 'STOPPED') await till.recurring.stop(till.id, 'key-0');
    const answer = await till.recurring.update(till.id, changes, 'key-1');
    expectProblem(answer, problemOf(400, 'illegal-agreement-update'));
    expect((await lastLook(till)).productName).toBe('Coffee every day');
  });

  test.each([
    ['productName', { productName: '' }],
    ['merchantAgreementUrl', { merchantAgreementUrl: 'http://shop.example' }],
    ['pricing.amount', { pricing: { amount: 99 } }],
    ['pricing.suggestedMaxAmount', { pricing: { suggestedMaxAmount: 20000 } }],
    ['interval.type', { interval: { type: 'FLEXIBLE', period: { unit: 'WEEK', count: 1 } } }],
    ['interval.period', { interval: { type: 'RECURRING' } }],
  ])('is refused for a bad %s', async (field, body) => {
    const till = await openDrafted();
    await till.press(till.id, 'approve');
    expectProblem(await till.recurring.update(till.id, body, 'key-1'), invalid(field));
  });

  test('of one whose amount is open changes the maximum only', async () => {
    const pricing = { type: 'VARIABLE', suggestedMaxAmount: 30000, currency: 'NOK' };
    const till = await openDrafted({ pricing });
    await till.press(till.id, 'approve');
    const update = (price: object, key: string) => till.recurring.update(till.id, { pricing: price }, key);
    expectProblem(await update({ amount: 20000 }, 'key-1'), invalid('pricing.amount'));
    expect((await update({ suggestedMaxAmount: 20000 }, 'key-2')).status).toBe(204);
    expect((await lastLook(till)).pricing).toEqual({
      ...pricing,
      suggestedMaxAmount: 20000,
      maxAmount: 20000,
    });
  });
});

describe('force accept', () => {
  test('agrees as the customer would, once', async () => {
    const { recurring, id, standing } = await openDrafted();
    expect((await recurring.accept(id, 'key-1')).status).toBe(204);
    expect(await standing()).toEqual(['ACTIVE', 'RESERVED', 0, 0, 0]);
    expect((await recurring.accept(id, 'key-1')).status).toBe(204);
    const again = await recurring.accept(id, 'key-2');
    expectProblem(again, problemOf(400, 'operation-failed'));
    expect(again.body.detail).toContain('ACTIVE');
  });

  test('needs a phone number and a key', async () => {
    const { recurring, id, status } = await openDrafted();
    expectProblem(await recurring.accept(id, 'key-1', {}), invalid('phoneNumber'));
    expectProblem(await recurring.accept(id, undefined), problemOf(400, 'idempotency-key-header'));
    expect(await status()).toBe('PENDING');
  });
});
