import { describe, expect, onTestFinished, test } from 'vitest';
import { openTill } from '../../simulator/testing/till.ts';
import { manualClock } from '../../testing/manual-clock.ts';
import { allOurs, anOrder, aPatientLine, settingsFor } from '../../testing/vipps.ts';
import { connectVipps } from '../connect.ts';
import { VippsInvalidResponse, VippsRejected, VippsUnavailable } from '../http/errors.ts';
import type { Send } from '../http/request.ts';
import { createEcom } from './ecom.ts';

/** The gateway and, at the other end of a real socket, the simulator. */
async function setUp() {
  const simulator = await openTill();
  const clock = { ...manualClock(), sleep: async () => undefined };
  const deps = { clock, random: () => 0, version: '1.2.3', observe: () => undefined };
  const { gateway, close } = connectVipps(settingsFor(simulator.url), deps, aPatientLine());
  onTestFinished(close);
  return { ...simulator, gateway };
}

const reference = 'till-1-a1b2c3d4e5f6g';
const order = anOrder({ reference });
const operation = (key: string, amountMinor = 49_900) => ({ amountMinor, key });

async function paid() {
  const shop = await setUp();
  await shop.gateway.start(order);
  await shop.press(reference, 'approve');
  return shop;
}

const failureOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'nothing was thrown',
    (error: unknown) => error,
  );

describe('starting a sale', () => {
  test('brings the QR and how long it can be scanned', async () => {
    const { gateway, orders } = await setUp();
    const { image, expiresInMs } = await gateway.start(order);
    expect(image.contentType).toBe('image/svg+xml');
    expect(image.bytes.toString()).toContain('<svg');
    expect(expiresInMs).toBe(600_000);
    expect(await orders()).toMatchObject([{ orderId: reference, amount: 49_900, calls: { initiate: 1 } }]);
  });

  test.each([
    ['no text gets one, for Vipps takes none that is empty', '', 'Tillside'],
    ['a text that is too long is cut to 100 characters', 'x'.repeat(120), 'x'.repeat(100)],
  ])('%s', async (_, text, expected) => {
    const { gateway, orders } = await setUp();
    await gateway.start({ ...order, text });
    expect((await orders())[0].history[0].transactionText).toBe(expected);
  });

  test('[P11] under a reference that is in use says so, with the refusal of Vipps', async () => {
    const { gateway, initiate } = await setUp();
    await initiate(reference);
    expect(await failureOf(gateway.start(order))).toMatchObject({
      name: 'ReferenceTaken',
      cause: { name: 'VippsRejected', code: '34' },
    });
  });

  test('that Vipps has no time for was not done', async () => {
    const { gateway, faults, orders } = await setUp();
    await faults([{ on: 'initiate', kind: 'status', status: 429, retryAfter: 3 }]);
    expect(await failureOf(gateway.start(order))).toMatchObject({
      name: 'VippsUnavailable',
      outcome: 'not_done',
      retryAfterMs: 3_000,
    });
    expect(await orders()).toEqual([]);
  });

  test.each([
    ['drop_after', VippsUnavailable],
    ['cut', VippsUnavailable],
    ['wrong_shape', VippsInvalidResponse],
    ['reset', VippsUnavailable],
  ])('[P4] that may have gone through (%s) is lost, and is not sent again', async (kind, cause) => {
    const { gateway, faults, orders } = await setUp();
    await faults([{ on: 'initiate', kind, times: 1 }]);
    const error = await failureOf(gateway.start(order));
    expect(error).toMatchObject({ name: 'StartUnfinished', lost: true });
    expect((error as Error).cause).toBeInstanceOf(cause);
    const calls = (await orders()).map((one: { calls: { initiate: number } }) => one.calls.initiate);
    expect(calls).toEqual(kind === 'reset' ? [] : [1]);
  });

  test.each([
    ['its QR', { on: 'qr', kind: 'status', status: 500 }],
    ['a QR that is refused', { on: 'qr', kind: 'html', status: 400 }],
    ['a readable QR', { on: 'qr', kind: 'wrong_shape' }],
    ['its image', { on: 'image', kind: 'reset' }],
    ['an image that is an image', { on: 'image', kind: 'html', status: 200 }],
  ])('without %s is unfinished: the order exists', async (_, rule) => {
    const { gateway, faults, orders } = await setUp();
    await faults([rule]);
    const error = await failureOf(gateway.start(order));
    expect(error).toMatchObject({ name: 'StartUnfinished', lost: false });
    expect(await orders()).toHaveLength(1);
  });

  test.each([
    ['QR', { on: 'qr', kind: 'status', status: 503, times: 1 }],
    ['image', { on: 'image', kind: 'status', status: 503, times: 1 }],
  ])('survives one passing failure of the %s', async (_, rule) => {
    const { gateway, faults } = await setUp();
    await faults([rule]);
    expect(await gateway.start(order)).toMatchObject({ image: { contentType: 'image/svg+xml' } });
  });
});

describe('a poll at an order', () => {
  test('sees the scan, the declined card and the payment', async () => {
    const { gateway, open, press } = await setUp();
    await gateway.start(order);
    expect(await gateway.poll(order)).toMatchObject({ scanned: false, reservedAmount: 0 });
    await open(reference);
    expect(await gateway.poll(order)).toMatchObject({ scanned: true, declined: false });
    await press(reference, 'decline');
    expect(await gateway.poll(order)).toMatchObject({ declined: true, reservedAmount: 0 });
    await press(reference, 'approve');
    expect(await gateway.poll(order)).toMatchObject({ declined: false, reservedAmount: 49_900 });
  });

  test('sees that the customer said no', async () => {
    const { gateway, press } = await setUp();
    await gateway.start(order);
    await press(reference, 'cancel');
    expect(await gateway.poll(order)).toMatchObject({ cancelled: true, reservedAmount: 0 });
  });

  test('sees a direct capture', async () => {
    const { gateway, press, settings } = await setUp();
    await settings({ directCapture: true });
    await gateway.start(order);
    await press(reference, 'approve');
    expect(await gateway.poll(order)).toMatchObject({ reservedAmount: 49_900, capturedAmount: 49_900 });
  });

  test('is null for an order that Vipps does not know, by its own code', async () => {
    const { gateway } = await setUp();
    expect(await gateway.poll(order)).toBeNull();
  });

  test('[P1] is not null for a 404 from something in between, which knows nothing of money', async () => {
    const { gateway, faults } = await paid();
    await faults([{ on: 'details', kind: 'html', status: 404 }]);
    expect(await failureOf(gateway.poll(order))).toMatchObject({ name: 'VippsRejected', status: 404 });
  });

  const initiated = { operation: 'INITIATE', operationSuccess: true, amount: 100 };
  const bad = (change: object) => ({
    orderId: reference,
    transactionLogHistory: [{ ...initiated, ...change }],
  });
  test.each([
    ['another order', { ...bad({}), orderId: 'till-2' }],
    ['no history', { orderId: reference, transactionLogHistory: [] }],
    ['an unknown operation', bad({ operation: 'DANCE' })],
    ['no word of success', bad({ operationSuccess: undefined })],
    ['a fraction of an øre', bad({ amount: 0.5 })],
    ['no amount', bad({ amount: null })],
    ['an empty amount', bad({ amount: '' })],
    ['an amount that is a word', bad({ amount: true })],
    ['less than nothing', bad({ amount: -100 })],
  ])('[P1] that shows %s is unreadable', async (_, body) => {
    const send: Send = async ({ schema, method, path }) => {
      const read = schema.safeParse(body);
      if (read.success) return read.data;
      throw new VippsInvalidResponse('unreadable', { method, path, requestId: 'r' });
    };
    const urls = { fallbackUrl: 'https://shop.example', callbackUrl: 'https://shop.example' };
    const notAskedFor = () => Promise.reject(new Error('not asked for'));
    const parts = {
      qr: { present: notAskedFor },
      receipts: { send: notAskedFor },
      whose: allOurs,
      callbackToken: () => 't',
    };
    const ecom = createEcom({ send, ...parts, merchantSerialNumber: '123456', ...urls });
    expect(await failureOf(ecom.poll(order))).toBeInstanceOf(VippsInvalidResponse);
  });
});

describe('money is moved', () => {
  test('[P2] once, however often a capture is repeated with its key', async () => {
    const { gateway, faults, orders } = await paid();
    await faults([{ on: 'capture', kind: 'drop_after', times: 1 }]);
    expect(await failureOf(gateway.capture(order, operation('key-1', 20_000)))).toMatchObject({
      name: 'VippsUnavailable',
      outcome: 'unknown',
      requestId: 'key-1',
    });
    for (let repeat = 0; repeat < 2; repeat++) {
      expect(await gateway.capture(order, operation('key-1', 20_000))).toEqual({ capturedAmount: 20_000 });
    }
    expect(await gateway.capture(order, operation('key-2', 29_900))).toEqual({ capturedAmount: 49_900 });
    expect((await orders())[0].state.captured).toBe(49_900);
  });

  test('[P2] back once, however often a refund is repeated with its key', async () => {
    const { gateway, orders } = await paid();
    await gateway.capture(order, operation('key-1'));
    for (let repeat = 0; repeat < 2; repeat++) {
      expect(await gateway.refund(order, operation('key-2', 100))).toEqual({ refundedAmount: 100 });
    }
    expect(await gateway.refund(order, operation('key-3', 200))).toEqual({ refundedAmount: 300 });
    expect((await orders())[0].state.refunded).toBe(300);
  });

  test('not at all where Vipps says no, and its code says why', async () => {
    const { gateway } = await paid();
    expect(await failureOf(gateway.refund(order, operation('k', 100)))).toMatchObject({ code: '72' });
    expect(await failureOf(gateway.capture(order, operation('k', 50_000)))).toMatchObject({ code: '61' });
    await gateway.capture(order, operation('k1'));
    const tooLate = await failureOf(gateway.cancel(order, 'cancel-1'));
    expect(tooLate).toBeInstanceOf(VippsRejected);
    expect(tooLate).toMatchObject({ code: '51' });
  });

  test('no more after a cancel, before the payment and after it', async () => {
    const before = await setUp();
    await before.gateway.start(order);
    await before.gateway.cancel(order, 'cancel-1');
    expect(await before.gateway.poll(order)).toMatchObject({ cancelled: true });
    const after = await paid();
    await after.gateway.cancel({ ...order, text: 'Changed their mind' }, 'cancel-1');
    expect(await after.gateway.poll(order)).toMatchObject({ cancelled: true, capturedAmount: 0 });
    const [newest] = (await after.orders())[0].history;
    expect(newest).toMatchObject({ operation: 'VOID', transactionText: 'Changed their mind' });
  });

  test('[P1] a cancel, capture or refund counts only when the answer says so', async () => {
    const [{ gateway, faults }, reserved] = [await paid(), await paid()];
    for (const spoil of [faults, reserved.faults])
      await spoil(['cancel', 'capture', 'refund'].map((on) => ({ on, kind: 'wrong_shape' })));
    expect(await failureOf(gateway.capture(order, operation('k')))).toBeInstanceOf(VippsInvalidResponse);
    expect(await failureOf(gateway.refund(order, operation('k')))).toBeInstanceOf(VippsInvalidResponse);
    const cancelled = reserved.gateway.cancel(order, 'cancel-1');
    expect(await failureOf(cancelled)).toBeInstanceOf(VippsInvalidResponse);
  });
});
