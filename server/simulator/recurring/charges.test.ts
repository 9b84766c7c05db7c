import { describe, expect, test } from 'vitest';
import { expectProblem, firstCharge, invalid, openDrafted, problemOf } from '../testing/recurring.ts';

const dayMs = 86_400_000;
const directly = { initialCharge: { ...firstCharge, transactionType: 'DIRECT_CAPTURE' } };

async function approved(more: object = {}) {
  const till = await openDrafted(more);
  await till.press(till.id, 'approve');
  return till;
}

describe('the charge of an agreement', () => {
  test('is pending until the customer agrees', async () => {
    const { charge, id, chargeId } = await openDrafted({
      initialCharge: { ...firstCharge, externalId: 'box-1' },
    });
    expect(await charge()).toEqual({
      id: chargeId,
      agreementId: id,
      externalId: 'box-1',
      externalAgreementId: 'sub-1',
      amount: 49900,
      currency: 'NOK',
      description: 'Welcome box',
      due: '2026-01-15T12:00:00.000Z',
      retryDays: 0,
      status: 'PENDING',
      transactionId: null,
      type: 'INITIAL',
      transactionType: 'RESERVE_CAPTURE',
      summary: { captured: 0, refunded: 0, cancelled: 0 },
      history: [
        {
          occurred: '2026-01-15T12:00:00.000Z',
          event: 'CREATE',
          amount: 49900,
          idempotencyKey: 'sub-1',
          success: true,
        },
      ],
    });
  });

  test('tells in its history what happened, under which key, oldest first', async () => {
    const { charge, press, recurring, id, chargeId } = await openDrafted();
    await press(id, 'decline');
    await press(id, 'approve');
    await recurring.capture(id, chargeId, 20000, 'key-1');
    await recurring.refund(id, chargeId, 5000, 'key-2');
    await recurring.cancelCharge(id, chargeId, 'key-3');
    const ownKey = `${chargeId}-${id}-ProcessPayment`;
    const { history } = await charge();
    expect(
      history.map((one: Record<string, unknown>) => [
        one['event'],
        one['amount'],
        one['idempotencyKey'],
        one['success'],
      ]),
    ).toEqual([
      ['CREATE', 49900, 'sub-1', true],
      ['RESERVE', 49900, ownKey, false],
      ['RESERVE', 49900, ownKey, true],
      ['CAPTURE', 20000, 'key-1', true],
      ['REFUND', 5000, 'key-2', true],
      ['CANCEL', 29900, 'key-3', true],
    ]);
  });

  test('is found by its id alone, and in the list of its agreement by status', async () => {
    const { recurring, charge, id, chargeId } = await approved();
    expect((await recurring.chargeById(chargeId)).body).toEqual(await charge());
    expect((await recurring.charges(id)).body).toEqual([await charge()]);
    expect((await recurring.charges(id, '?status=RESERVED')).body).toHaveLength(1);
    expect((await recurring.charges(id, '?status=CHARGED')).body).toEqual([]);
    expectProblem(await recurring.charges(id, '?status=DONE'), invalid('status'));
  });

  test('is not found under another id, or another agreement', async () => {
    const { recurring, id, chargeId } = await openDrafted();
    const other = (await recurring.draft('sub-2')).body.agreementId;
    const missing = problemOf(404, 'resource-not-found');
    expectProblem(await recurring.charge(id, 'chr_nothing'), missing);
    expectProblem(await recurring.charge(other, chargeId), missing);
    expectProblem(await recurring.chargeById('chr_nothing'), missing);
    expectProblem(await recurring.capture(other, chargeId, 100, 'key-1'), missing);
  });
});

describe('the state of the charge', () => {
  test('reserved, captured in parts, then charged', async () => {
    const { standing, recurring, id, chargeId, charge } = await approved();
    expect(await standing()).toEqual(['ACTIVE', 'RESERVED', 0, 0, 0]);
    expect((await recurring.capture(id, chargeId, 20000, 'key-1')).status).toBe(204);
    expect(await standing()).toEqual(['ACTIVE', 'PARTIALLY_CAPTURED', 20000, 0, 0]);
    expect((await charge()).transactionId).toBeNull();
    expect((await recurring.capture(id, chargeId, '29900', 'key-2')).status).toBe(204);
    expect(await standing()).toEqual(['ACTIVE', 'CHARGED', 49900, 0, 0]);
    expect((await charge()).transactionId).toMatch(/^\d{10}$/);
  });

  test('captured directly, it is charged as soon as the customer agrees', async () => {
    const { standing, charge, recurring, id, chargeId } = await approved(directly);
    expect(await standing()).toEqual(['ACTIVE', 'CHARGED', 49900, 0, 0]);
    expect(await charge()).toMatchObject({
      transactionType: 'DIRECT_CAPTURE',
      history: [{ event: 'CREATE' }, { event: 'CAPTURE', success: true }],
    });
    expectProblem(
      await recurring.capture(id, chargeId, 100, 'key-1'),
      problemOf(400, 'charge-capture-failed'),
    );
    expectProblem(
      await recurring.cancelCharge(id, chargeId, 'key-2'),
      problemOf(400, 'cancel-charge-failed'),
    );
  });

  test('refunded in parts, up to what is captured', async () => {
    const { standing, recurring, id, chargeId } = await approved();
    await recurring.capture(id, chargeId, 49900, 'key-1');
    expect((await recurring.refund(id, chargeId, 20000, 'key-2')).status).toBe(204);
    expect(await standing()).toEqual(['ACTIVE', 'PARTIALLY_REFUNDED', 49900, 20000, 0]);
    const tooMuch = await recurring.refund(id, chargeId, 29901, 'key-3');
    expectProblem(tooMuch, problemOf(400, 'operation-failed'));
    expect(tooMuch.body.detail).toContain('The charge is PARTIALLY_REFUNDED');
    expect((await recurring.refund(id, chargeId, 29900, 'key-4')).status).toBe(204);
    expect(await standing()).toEqual(['ACTIVE', 'REFUNDED', 49900, 49900, 0]);
  });

  test('cancelled: the money is released, once, and the agreement goes on', async () => {
    const { standing, recurring, id, chargeId } = await approved();
    expect((await recurring.cancelCharge(id, chargeId, 'key-1')).status).toBe(204);
    expect(await standing()).toEqual(['ACTIVE', 'CANCELLED', 0, 0, 49900]);
    expectProblem(
      await recurring.cancelCharge(id, chargeId, 'key-2'),
      problemOf(400, 'cancel-charge-failed'),
    );
    expectProblem(
      await recurring.capture(id, chargeId, 100, 'key-3'),
      problemOf(400, 'charge-capture-failed'),
    );
  });

  test('captured in part, then cancelled, is charged: only the rest is released', async () => {
    const { standing, recurring, id, chargeId } = await approved();
    await recurring.capture(id, chargeId, 20000, 'key-1');
    expect((await recurring.cancelCharge(id, chargeId, 'key-2')).status).toBe(204);
    expect(await standing()).toEqual(['ACTIVE', 'CHARGED', 20000, 0, 29900]);
  });

  test('cannot be captured above what is reserved, or later than 180 days after', async () => {
    const { recurring, id, chargeId, clock, signIn } = await approved();
    const failed = problemOf(400, 'charge-capture-failed');
    const tooMuch = await recurring.capture(id, chargeId, 49901, 'key-1');
    expectProblem(tooMuch, failed);
    expect(tooMuch.body.detail).toContain('The charge is RESERVED');
    clock.nowMs += 180 * dayMs + 1;
    await signIn();
    expectProblem(await recurring.capture(id, chargeId, 100, 'key-2'), failed);
  });

  test('cannot be changed before the customer agrees', async () => {
    const { recurring, id, chargeId, standing } = await openDrafted();
    expectProblem(
      await recurring.capture(id, chargeId, 100, 'key-1'),
      problemOf(400, 'charge-capture-failed'),
    );
    expectProblem(await recurring.refund(id, chargeId, 100, 'key-2'), problemOf(400, 'operation-failed'));
    expectProblem(
      await recurring.cancelCharge(id, chargeId, 'key-3'),
      problemOf(400, 'cancel-charge-failed'),
    );
    expect(await standing()).toEqual(['PENDING', 'PENDING', 0, 0, 0]);
  });
});

describe.each(['capture', 'refund'] as const)('a %s', (action) => {
  test.each([99, 100.5, null, 'a', undefined])('of %j is refused', async (amount) => {
    const { recurring, id, chargeId } = await approved(directly);
    expectProblem(await recurring[action](id, chargeId, amount, 'key-1'), invalid('amount'));
  });

  test.each([undefined, '', 'k'.repeat(41)])('with the key %j is refused', async (key) => {
    const { recurring, id, chargeId } = await approved();
    const answer = await recurring[action](id, chargeId, 100, key);
    expectProblem(answer, problemOf(400, 'idempotency-key-header'));
  });

  test('with the same key and body moves nothing; with another body it is a conflict', async () => {
    const { recurring, id, chargeId, charge } = await approved();
    await recurring.capture(id, chargeId, 20000, 'key-0');
    expect((await recurring[action](id, chargeId, 10000, 'key-1')).status).toBe(204);
    const before = await charge();
    expect((await recurring[action](id, chargeId, 10000, 'key-1')).status).toBe(204);
    const other = await recurring[action](id, chargeId, 10001, 'key-1');
    expectProblem(other, problemOf(409, 'idempotency-conflict'));
    expect(await charge()).toEqual(before);
  });

  test('that was refused is refused again under its key, and tried anew under another', async () => {
    const { recurring, id, chargeId, press } = await openDrafted();
    const refused = await recurring[action](id, chargeId, 100, 'key-1');
    expect(refused.status).toBe(400);
    await press(id, 'approve');
    await recurring.capture(id, chargeId, 200, 'key-0');
    expect(await recurring[action](id, chargeId, 100, 'key-1')).toMatchObject({
      status: 400,
      body: refused.body,
    });
    expect((await recurring[action](id, chargeId, 100, 'key-2')).status).toBe(204);
  });
});

test('a capture needs no words of its own, a refund does', async () => {
  const { call, id, chargeId } = await approved(directly);
  const path = `/recurring/v3/agreements/${id}/charges/${chargeId}`;
  const [headers, body] = [{ 'Idempotency-Key': 'key-1' }, { amount: 100 }];
  expectProblem(await call('POST', `${path}/refund`, { headers, body }), invalid('description'));
  const later = await openDrafted();
  await later.press(later.id, 'approve');
  const reserved = `/recurring/v3/agreements/${later.id}/charges/${later.chargeId}/capture`;
  expect((await later.call('POST', reserved, { headers, body })).status).toBe(204);
});

test('cancelling a charge twice under one key releases its money once', async () => {
  const { recurring, id, chargeId, charge } = await approved();
  expect((await recurring.cancelCharge(id, chargeId, 'key-1')).status).toBe(204);
  const before = await charge();
  expect((await recurring.cancelCharge(id, chargeId, 'key-1')).status).toBe(204);
  expect(await charge()).toEqual(before);
});
