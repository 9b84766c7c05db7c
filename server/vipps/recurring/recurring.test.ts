// Agreements over real sockets: the gateway at one end, the simulator at the other.
import { describe, expect, onTestFinished, test } from 'vitest';
import { openTill } from '../../simulator/testing/till.ts';
import { manualClock } from '../../testing/manual-clock.ts';
import { nothingShown } from '../../testing/payments.ts';
import { anAgreement, anOrder, aPatientLine, settingsFor } from '../../testing/vipps.ts';
import { connectVipps } from '../connect.ts';
import { type Order, StartUnfinished } from '../gateway.ts';
import { VippsRejected, VippsUnavailable } from '../http/errors.ts';

const first = 4_900;
const reference = 'till-1-agreement';
const nok = (value: number) => ({ value, currency: 'NOK' as const });
/** @param firstMinor what is paid at once; null is nothing. */
const wanted = (firstMinor: number | null): Order =>
  anOrder({
    reference,
    api: 'recurring',
    text: 'Coffee club',
    amount: nok(firstMinor ?? 0),
    agreement: anAgreement(firstMinor),
  });

async function setUp() {
  const simulator = await openTill();
  const clock = { ...manualClock(), sleep: async () => undefined };
  const deps = { clock, random: () => 0, version: '1.2.3', observe: () => undefined };
  const { gateway, close } = connectVipps(settingsFor(simulator.url), deps, aPatientLine());
  onTestFinished(close);

  /** @returns the order as it is known once it is on the screen, and what the customer does with it. */
  async function start(firstMinor: number | null) {
    const order = wanted(firstMinor);
    const { image, expiresInMs, agreement = null } = await gateway.start(order);
    const known: Order = {
      ...order,
      agreement: { ...anAgreement(firstMinor), ...agreement } as Order['agreement'],
    };
    const press = (button: Parameters<typeof simulator.press>[1]) =>
      simulator.press(agreement?.id ?? '', button);
    return { known, image, expiresInMs, agreement, press };
  }
  return { ...simulator, gateway, start };
}

describe('signing up a subscriber', () => {
  test('brings the QR, and what Vipps calls the agreement', async () => {
    const { start, orders } = await setUp();
    const { image, expiresInMs, agreement } = await start(first);
    expect(image.contentType).toBe('image/svg+xml');
    expect(expiresInMs).toBe(600_000);
    expect(agreement).toMatchObject({ chargeId: reference });
    expect(await orders()).toMatchObject([
      { api: 'recurring', orderId: agreement?.id, reference, amount: first, calls: { initiate: 1 } },
    ]);
  });

  test('[P2] repeats a start whose answer was lost, and makes one agreement', async () => {
    const { start, faults, orders } = await setUp();
    await faults([{ on: 'initiate', kind: 'drop_after', times: 1 }]);
    expect((await start(null)).agreement).toMatchObject({ chargeId: null });
    expect(await orders()).toHaveLength(1);
  });

  test('[P1] without a QR the agreement may exist, and is known by its name', async () => {
    const { gateway, faults } = await setUp();
    await faults([{ on: 'qr', kind: 'status', status: 500 }]);
    const failure = await gateway.start(wanted(null)).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StartUnfinished);
    expect(failure).toMatchObject({ lost: false, agreement: { id: expect.stringMatching(/^agr/) } });
  });

  test('is refused in Vipps’ own words', async () => {
    const { gateway } = await setUp();
    const tooCheap = { ...anAgreement(), pricing: { amount: nok(1) } };
    const attempt = gateway.start({ ...wanted(null), agreement: tooCheap });
    await expect(attempt).rejects.toBeInstanceOf(VippsRejected);
  });
});

describe('[P1] a poll', () => {
  test('at an agreement that nobody has answered shows nothing, also once it is scanned', async () => {
    const { gateway, start } = await setUp();
    const { known } = await start(first);
    expect(await gateway.poll(known)).toMatchObject(nothingShown);
  });

  test('shows that the customer has agreed, with nothing to pay', async () => {
    const { gateway, start } = await setUp();
    const { known, press } = await start(null);
    await press('approve');
    expect(await gateway.poll(known)).toMatchObject({ ...nothingShown, accepted: true });
  });

  test('shows that the first payment is reserved', async () => {
    const { gateway, start } = await setUp();
    const { known, press } = await start(first);
    await press('approve');
    expect(await gateway.poll(known)).toMatchObject({
      ...nothingShown,
      accepted: true,
      reservedAmount: first,
    });
  });

  test('shows that the customer has said no', async () => {
    const { gateway, start } = await setUp();
    const { known, press } = await start(first);
    await press('cancel');
    expect(await gateway.poll(known)).toMatchObject({ ...nothingShown, cancelled: true });
  });

  test('shows that time ran out', async () => {
    const { gateway, start, clock } = await setUp();
    const { known } = await start(null);
    clock.nowMs += 600_000;
    expect(await gateway.poll(known)).toMatchObject({ ...nothingShown, expired: true });
  });

  test('at one that Vipps has no name for, or does not know, finds none', async () => {
    const { gateway } = await setUp();
    expect(await gateway.poll(wanted(null))).toBeNull();
    const unknown = { ...anAgreement(), id: 'agr_gone', chargeId: null };
    expect(await gateway.poll({ ...wanted(null), agreement: unknown })).toBeNull();
  });

  test('that finds the agreement but not its charge says nothing', async () => {
    const { gateway, start, faults } = await setUp();
    const { known, press } = await start(first);
    await press('approve');
    await faults([{ on: 'charge', kind: 'status', status: 404 }]);
    await expect(gateway.poll(known)).rejects.toBeInstanceOf(VippsRejected);
  });

  test('that the gateway in between answers 404 says nothing', async () => {
    const { gateway, start, faults } = await setUp();
    const { known } = await start(null);
    await faults([{ on: 'details', kind: 'status', status: 404, by: 'gateway' }]);
    await expect(gateway.poll(known)).rejects.toBeInstanceOf(VippsRejected);
  });
});

describe('money is moved', () => {
  test('[P2] once, however often a capture or refund is repeated with its key', async () => {
    const { gateway, start, orders } = await setUp();
    const { known, press } = await start(first);
    await press('approve');
    const capture = { amountMinor: first, key: 'key-1' };
    const refund = { amountMinor: 900, key: 'key-2' };
    const pspReference = expect.stringMatching(/^\d+$/);
    for (let repeat = 0; repeat < 2; repeat++) {
      expect(await gateway.capture(known, capture)).toEqual({ capturedAmount: first, pspReference });
    }
    for (let repeat = 0; repeat < 2; repeat++) {
      expect(await gateway.refund(known, refund)).toEqual({ refundedAmount: 900, pspReference });
    }
    expect((await orders())[0].state).toMatchObject({ captured: first, refunded: 900 });
    const { doneKeys = [] } = (await gateway.poll(known)) ?? {};
    expect(doneKeys).toEqual(expect.arrayContaining(['key-1', 'key-2']));
  });

  test('[P1] a capture counts only when the charge shows it', async () => {
    const { gateway, start, faults } = await setUp();
    const { known, press } = await start(first);
    await press('approve');
    // Answered as if it had been taken, and never carried out.
    await faults([{ on: 'capture', kind: 'html', status: 204, times: 1 }]);
    const attempt = gateway.capture(known, { amountMinor: first, key: 'key-1' });
    await expect(attempt).rejects.toBeInstanceOf(VippsUnavailable);
    await expect(attempt).rejects.toMatchObject({ outcome: 'unknown' });
  });

  test.each([404, 409])('[P1] a capture was not refused when its charge is answered %i', async (status) => {
    const { gateway, start, faults } = await setUp();
    const { known, press } = await start(first);
    await press('approve');
    await faults([{ on: 'charge', kind: 'status', status, times: 1 }]);
    const attempt = gateway.capture(known, { amountMinor: first, key: 'key-1' });
    await expect(attempt).rejects.toMatchObject({ name: 'VippsUnavailable', outcome: 'unknown' });
  });

  test.each([
    ['refund', 'refund', 'refundedAmount', 1_000],
    ['release', 'cancel', 'releasedAmount', first - 1_000],
  ] as const)('[P1] a poll shows a %s that had no answer', async (wish, on, shown, amountMinor) => {
    const { gateway, start, faults } = await setUp();
    const { known, press } = await start(first);
    await press('approve');
    await gateway.capture(known, { amountMinor: 1_000, key: 'key-1' });
    for (let count = 0; count < 7; count += 1) await gateway.poll(known);
    await faults([{ on, kind: 'drop_after' }]);
    await expect(gateway[wish](known, { amountMinor, key: 'key-2' })).rejects.toThrow();
    expect(await gateway.poll(known)).toMatchObject({ [shown]: amountMinor });
  });

  test('back, for what is not captured', async () => {
    const { gateway, start } = await setUp();
    const { known, press } = await start(first);
    await press('approve');
    await gateway.capture(known, { amountMinor: 1_000, key: 'key-1' });
    await gateway.release(known, { amountMinor: first - 1_000, key: 'key-2' });
    expect(await gateway.poll(known)).toMatchObject({ capturedAmount: 1_000, releasedAmount: first - 1_000 });
  });
});

describe('an agreement ends', () => {
  test('before the customer has answered, and cannot be entered any more', async () => {
    const { gateway, start, press: pressOrder } = await setUp();
    const { known, agreement } = await start(null);
    await gateway.cancel(known, 'cancel-1');
    await pressOrder(agreement?.id ?? '', 'approve');
    expect(await gateway.poll(known)).toMatchObject({ accepted: false, cancelled: true });
  });

  test('[P3] afterwards, with what was reserved for it', async () => {
    const { gateway, start, orders } = await setUp();
    const { known, press } = await start(first);
    await press('approve');
    await gateway.cancel(known, 'cancel-1');
    expect(await gateway.poll(known)).toMatchObject({ accepted: false, cancelled: true, capturedAmount: 0 });
    expect((await orders())[0]).toMatchObject({ agreement: { status: 'STOPPED' } });
  });

  test('[P3] by the customer, and what was reserved for it is released by a cancel of its charge', async () => {
    const { gateway, start } = await setUp();
    const { known, press } = await start(first);
    await press('approve');
    await press('stop');
    const stopped = { accepted: false, stopped: true, reservedAmount: first };
    expect(await gateway.poll(known)).toMatchObject({ ...stopped, cancelled: false, releasedAmount: 0 });
    await expect(gateway.cancel(known, 'cancel-1')).rejects.toMatchObject({ name: 'VippsRejected' });
    await gateway.release(known, { amountMinor: first, key: 'release-1' });
    expect(await gateway.poll(known)).toMatchObject({ ...stopped, cancelled: true, releasedAmount: first });
  });

  test('[P1] afterwards, without what was captured for it', async () => {
    const { gateway, start } = await setUp();
    const { known, press } = await start(first);
    await press('approve');
    await gateway.capture(known, { amountMinor: first, key: 'key-1' });
    await gateway.stop(known, { amountMinor: 0, key: 'key-2' });
    expect(await gateway.poll(known)).toMatchObject({ cancelled: false, capturedAmount: first });
  });

  test('[P2] under its stored key, when staff stop it', async () => {
    const { gateway, start } = await setUp();
    const { known, press } = await start(null);
    await press('approve');
    for (let repeat = 0; repeat < 2; repeat++) await gateway.stop(known, { amountMinor: 0, key: 'key-1' });
    expect(await gateway.poll(known)).toMatchObject({ accepted: false });
  });

  test('but not one of which nobody knows what Vipps calls it', async () => {
    const { gateway } = await setUp();
    await expect(gateway.cancel(wanted(null), 'cancel-1')).rejects.toMatchObject({ outcome: 'not_done' });
  });
});

test('the first payment has a receipt; an agreement without one has none', async () => {
  const { gateway, start, orders } = await setUp();
  const line = { name: 'First month', quantity: 1, amount: nok(first) };
  const { known, press } = await start(first);
  await press('approve');
  await gateway.sendReceipt({ ...known, lines: [line] });
  expect((await orders())[0].receipt).toMatchObject({ orderLines: [{ name: 'First month' }] });
  await gateway.sendReceipt({ ...wanted(null), lines: [line] });
});
