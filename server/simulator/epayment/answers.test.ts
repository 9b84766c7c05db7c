import { describe, expect, test } from 'vitest';
import { coded, expectProblem } from '../testing/epayment.ts';
import { openTill, type Till } from '../testing/till.ts';

const reference = 'till-1-aaa';
const uuid = expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const nok = (value: number) => ({ currency: 'NOK', value });

async function created(): Promise<Till> {
  const till = await openTill();
  await till.epayment.create(reference);
  return till;
}

const stateOf = async ({ epayment }: Till) => (await epayment.get(reference)).body.state;

describe('a payment', () => {
  test('that nobody has paid yet is CREATED, and has moved no money', async () => {
    const { epayment, url } = await created();
    const { status, body } = await epayment.get(reference);
    expect(status).toBe(200);
    expect(body).toEqual({
      aggregate: {
        authorizedAmount: nok(0),
        cancelledAmount: nok(0),
        capturedAmount: nok(0),
        refundedAmount: nok(0),
      },
      amount: nok(49900),
      state: 'CREATED',
      paymentMethod: { type: 'WALLET' },
      profile: {},
      pspReference: uuid,
      redirectUrl: expect.stringMatching(`^${url}/dwo-api-application/v1/deeplink/vippsgateway\\?v=2&token=`),
      reference,
    });
  });

  test('tells nothing of the scan: opening it changes no answer', async () => {
    const { epayment, open, orders } = await created();
    const look = async () => [(await epayment.get(reference)).body, (await epayment.events(reference)).body];
    const before = await look();
    await open(reference);
    expect((await orders())[0].state.opened).toBe(true);
    expect(await look()).toEqual(before);
  });

  test('that is approved is AUTHORIZED, whatever becomes of the money', async () => {
    const till = await created();
    await till.press(reference, 'approve');
    expect((await till.epayment.get(reference)).body).toMatchObject({
      state: 'AUTHORIZED',
      aggregate: { authorizedAmount: nok(49900), capturedAmount: nok(0) },
    });
    await till.epayment.capture(reference, 20000, 'key-1');
    await till.epayment.refund(reference, 5000, 'key-2');
    await till.epayment.cancel(reference, 'key-3');
    expect((await till.epayment.get(reference)).body).toMatchObject({
      state: 'AUTHORIZED',
      aggregate: {
        authorizedAmount: nok(49900),
        capturedAmount: nok(20000),
        refundedAmount: nok(5000),
        cancelledAmount: nok(29900),
      },
    });
  });

  test.each([
    ['NOK', 180],
    ['DKK', 14],
  ])('that is approved tells until when its capture is guaranteed (%s: %i days)', async (currency, days) => {
    const till = await openTill();
    await till.epayment.create(reference, { amount: { currency, value: 49_900 } });
    expect((await till.epayment.get(reference)).body).not.toHaveProperty('captureGuaranteedUntil');
    await till.press(reference, 'approve');
    const { captureGuaranteedUntil } = (await till.epayment.get(reference)).body;
    expect(Date.parse(captureGuaranteedUntil) - till.clock.nowMs).toBe(days * 86_400_000);
    till.clock.nowMs = Date.parse(captureGuaranteedUntil) + 1;
    await till.signIn();
    expect((await till.epayment.capture(reference, 100, 'key-1')).status).toBe(400);
  });

  test('stays CREATED when a card is declined, and can be paid with another', async () => {
    const till = await created();
    await till.press(reference, 'decline');
    expect(await stateOf(till)).toBe('CREATED');
    const [, declined] = (await till.epayment.events(reference)).body;
    expect(declined).toMatchObject({ name: 'AUTHORIZED', success: false });
    await till.press(reference, 'approve');
    expect(await stateOf(till)).toBe('AUTHORIZED');
  });

  test('that the customer turns down is ABORTED', async () => {
    const till = await created();
    await till.press(reference, 'cancel');
    expect(await stateOf(till)).toBe('ABORTED');
  });

  test('is EXPIRED when its time has run out, and cannot be paid then; one that was approved is not', async () => {
    const till = await openTill();
    await till.settings({ lifetimeSeconds: 2 });
    await till.epayment.create(reference);
    await till.epayment.create('till-1-bbb');
    await till.press('till-1-bbb', 'approve');
    till.clock.nowMs += 1999;
    expect(await stateOf(till)).toBe('CREATED');
    till.clock.nowMs += 1;
    expect(await stateOf(till)).toBe('EXPIRED');
    await till.press(reference, 'approve');
    expect(await stateOf(till)).toBe('EXPIRED');
    expect((await till.epayment.get('till-1-bbb')).body.state).toBe('AUTHORIZED');
  });

  test('takes no money at once, even where eCom would', async () => {
    const till = await openTill();
    await till.settings({ directCapture: true });
    await till.epayment.create(reference);
    await till.press(reference, 'approve');
    const { aggregate } = (await till.epayment.get(reference)).body;
    expect(aggregate).toMatchObject({ authorizedAmount: nok(49900), capturedAmount: nok(0) });
  });
});

describe('events', () => {
  test('are the whole history, oldest first, with the key of what the merchant asked for', async () => {
    const { epayment, press, clock } = await created();
    for (const step of [
      () => press(reference, 'approve'),
      () => epayment.capture(reference, 40000, 'key-1'),
      () => epayment.refund(reference, 15000, 'key-2'),
      () => epayment.cancel(reference, 'key-3'),
    ]) {
      clock.nowMs += 1000;
      await step();
    }
    const { body } = await epayment.events(reference);
    const at = (second: number) => `2026-01-15T12:00:0${second}.000Z`;
    const common = { reference, success: true, pspReference: expect.any(String) };
    expect(body).toEqual([
      { ...common, name: 'CREATED', amount: nok(49900), timestamp: at(0), idempotencyKey: reference },
      { ...common, name: 'AUTHORIZED', amount: nok(49900), timestamp: at(1) },
      { ...common, name: 'CAPTURED', amount: nok(40000), timestamp: at(2), idempotencyKey: 'key-1' },
      { ...common, name: 'REFUNDED', amount: nok(15000), timestamp: at(3), idempotencyKey: 'key-2' },
      { ...common, name: 'CANCELLED', amount: nok(9900), timestamp: at(4), idempotencyKey: 'key-3' },
    ]);
    const ids = new Set(body.slice(0, 4).map(({ pspReference }: { pspReference: string }) => pspReference));
    expect(ids.size).toBe(4);
    expect(body[0].pspReference).toBe((await epayment.get(reference)).body.pspReference);
  });

  test('end with the customer saying no, or with the end of the time', async () => {
    const { epayment, press, clock } = await created();
    await epayment.create('till-1-bbb');
    await press(reference, 'cancel');
    clock.nowMs += 700_000;
    const last = async (id: string) => (await epayment.events(id)).body.at(-1);
    expect(await last(reference)).toMatchObject({ name: 'ABORTED', timestamp: '2026-01-15T12:00:00.000Z' });
    expect(await last('till-1-bbb')).toMatchObject({
      name: 'EXPIRED',
      amount: nok(49900),
      timestamp: '2026-01-15T12:10:00.000Z',
      success: true,
    });
  });
});

describe('a reference that does not exist', () => {
  test('is not found by any call', async () => {
    const { epayment } = await openTill();
    for (const answer of [
      await epayment.get(reference),
      await epayment.events(reference),
      await epayment.capture(reference, 100, 'key-1'),
      await epayment.refund(reference, 100, 'key-1'),
      await epayment.cancel(reference, 'key-1'),
      await epayment.forceApprove(reference),
    ]) {
      expectProblem(answer, coded(404, '5090'));
    }
  });

  test('is also one of another sales unit, in other letters, or of the other API', async () => {
    const { epayment, initiate, details } = await openTill({ salesUnits: ['654321'] });
    await epayment.create(reference);
    const other = { 'Merchant-Serial-Number': '654321' };
    expect((await epayment.get(reference, other)).status).toBe(404);
    expect((await epayment.get(reference.toUpperCase())).status).toBe(404);
    expect((await details(reference)).body[0].errorCode).toBe('35');
    await initiate('till-1-bbb');
    expect((await epayment.get('till-1-bbb')).status).toBe(404);
  });
});

describe('force approve', () => {
  test('approves as a customer would, by phone number or token, once', async () => {
    const till = await created();
    expect(
      (await till.epayment.forceApprove(reference, { customer: { phoneNumber: '4791234567' } })).status,
    ).toBe(200);
    expect(await stateOf(till)).toBe('AUTHORIZED');
    expectProblem(await till.epayment.forceApprove(reference), coded(400, '6230'));
    const { body } = await till.epayment.create('till-1-bbb');
    const token = new URL(body.redirectUrl).searchParams.get('id');
    expect((await till.epayment.forceApprove('till-1-bbb', { token })).status).toBe(200);
  });

  test('refuses bad phone numbers, tokens of other payments, and payments that have ended', async () => {
    const { epayment, clock } = await created();
    const wrong = await epayment.forceApprove(reference, { customer: { phoneNumber: '91234567' } });
    expect(wrong.body.extraDetails).toMatchObject([{ name: 'customer.phoneNumber' }]);
    const other = await epayment.forceApprove(reference, { token: 'other' });
    expect(other.body.extraDetails).toMatchObject([{ name: 'token' }]);
    clock.nowMs += 600_000;
    expectProblem(await epayment.forceApprove(reference), coded(400, '10010'));
  });
});
