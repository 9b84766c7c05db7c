// Subscribers are signed up as sales are made: the same life, the same rules, over a till with everything real but Vipps and time.
import { describe, expect, test } from 'vitest';
import type { NewAgreement } from '../../contract/payments.ts';
import { seen } from '../../testing/payments.ts';
import { aTill, till } from '../../testing/till.ts';
import { StartUnfinished } from '../../vipps/gateway.ts';
import { VippsRejected, VippsUnavailable } from '../../vipps/http/errors.ts';

const nok = (value: number) => ({ value, currency: 'NOK' as const });
const club: NewAgreement = {
  product: { name: 'Coffee club' },
  pricing: { amount: nok(9_900) },
  interval: { unit: 'MONTH', count: 1 },
};
const first = 4_900;
const withFirst: NewAgreement = {
  ...club,
  initialCharge: { amount: nok(first), description: 'First month' },
};
const where = { method: 'PATCH', path: '/', requestId: 'r' };

/** A till at which a subscriber is being signed up; its code is on the screen. */
async function aSubscription(agreement = club, options: Parameters<typeof aTill>[0] = {}) {
  const shop = await aTill(options);
  const answer = await shop.payments.startAgreement(till, agreement, null);
  const { reference } = answer.payment;
  /** Vipps shows this from now on, and it is polled. */
  async function shows(polled: Parameters<typeof seen>[0]) {
    shop.vipps.polled = seen(polled);
    await shop.clock.advance(1_000);
    return shop.find(reference);
  }
  return { ...shop, answer, reference, shows, now: () => shop.find(reference) };
}

describe('signing up a subscriber', () => {
  test('shows a code, and keeps what Vipps calls the agreement', async () => {
    const { answer, now } = await aSubscription(withFirst);
    expect(answer.outcome).toBe('presented');
    const { reference } = answer.payment;
    expect(await now()).toMatchObject({
      state: 'presented',
      api: 'recurring',
      text: 'Coffee club',
      amount: nok(first),
      shop: 'shop',
      msn: '654321',
      lines: [{ name: 'First month', quantity: 1, amount: nok(first) }],
      agreement: { ...withFirst, id: `agr-${reference}`, chargeId: reference, stop: 'none' },
    });
  });

  test('without a first payment is of no money at all', async () => {
    const { now } = await aSubscription();
    expect(await now()).toMatchObject({ amount: nok(0), lines: [], agreement: { chargeId: null } });
  });

  test('[P4] takes the till as a sale does', async () => {
    const { payments } = await aSubscription();
    await expect(payments.startAgreement(till, club, null)).rejects.toMatchObject({ code: 'till_busy' });
  });

  test('is one under one key, however often it is asked for', async () => {
    const { payments } = await aTill();
    const [one, other] = await Promise.all([
      payments.startAgreement(till, club, 'key'),
      payments.startAgreement(till, club, 'key'),
    ]);
    expect(one.payment.reference).toBe(other.payment.reference);
    const another = payments.startAgreement(till, withFirst, 'key');
    await expect(another).rejects.toMatchObject({ code: 'idempotency_mismatch' });
  });

  test('is done in the till’s currency, and where it is done at all', async () => {
    const { payments } = await aTill();
    const euros: NewAgreement = { ...club, pricing: { amount: { value: 100, currency: 'EUR' } } };
    await expect(payments.startAgreement(till, euros, null)).rejects.toMatchObject({
      code: 'invalid_request',
    });
    const elsewhere = payments.startAgreement({ ...till, subscriptions: false }, club, null);
    await expect(elsewhere).rejects.toMatchObject({ code: 'not_allowed' });
  });
});

describe('[P1] a subscriber', () => {
  test('who agrees with nothing to pay is welcome, and nothing is captured', async () => {
    const { shows, vipps } = await aSubscription();
    expect(await shows({ accepted: true })).toMatchObject({ state: 'approved', capture: 'none' });
    expect(vipps.count('capture')).toBe(0);
  });

  test('who agrees and pays is captured once', async () => {
    const { shows, vipps, now, clock } = await aSubscription(withFirst);
    await shows({ accepted: true, reservedAmount: first });
    await clock.settle();
    expect(await now()).toMatchObject({ state: 'approved', capture: 'captured', capturedAmount: first });
    expect(vipps.count('capture')).toBe(1);
  });

  test('who says no is told that nothing was agreed', async () => {
    const { shows } = await aSubscription();
    expect(await shows({ cancelled: true })).toMatchObject({ state: 'cancelled', endedBy: 'customer' });
  });

  test('who lets the time pass is told so once Vipps says it', async () => {
    const { shows, vipps, clock, now } = await aSubscription();
    await shows({ expired: true });
    vipps.polled = seen({ expired: true });
    await clock.advance(2_000);
    expect(await now()).toMatchObject({ state: 'expired', endedBy: 'timeout' });
  });
});

describe('[P3] nobody becomes a subscriber by accident:', () => {
  test('a cancel ends the agreement at Vipps', async () => {
    const { payments, reference, vipps, clock, now } = await aSubscription();
    await payments.cancel(reference);
    await clock.advance(1_000);
    expect(vipps.count('cancel')).toBe(1);
    expect(await now()).toMatchObject({ state: 'cancelled', endedBy: 'staff' });
  });

  test('who agrees while staff cancel is given up all the same', async () => {
    const { payments, reference, vipps, shows, clock, now } = await aSubscription();
    vipps.fail.cancel = () => new VippsUnavailable('no answer', { ...where, outcome: 'unknown' });
    await payments.cancel(reference);
    expect(await shows({ accepted: true })).toMatchObject({ state: 'closing' });
    delete vipps.fail.cancel;
    await clock.advance(10_000);
    expect(await now()).toMatchObject({
      state: 'cancelled',
      endedBy: 'staff',
      problem: { code: 'released' },
    });
  });

  test('who agrees when time has just run out is welcome', async () => {
    const { clock, vipps, shows, now } = await aSubscription();
    vipps.fail.cancel = () => new VippsUnavailable('no answer', { ...where, outcome: 'not_done' });
    await clock.advance(601_000);
    expect(await now()).toMatchObject({ state: 'closing' });
    expect(await shows({ accepted: true })).toMatchObject({ state: 'approved' });
  });

  test('who agrees after the end is given up, and staff are told', async () => {
    const { payments, reference, vipps, clock, now } = await aSubscription();
    await payments.cancel(reference);
    await clock.advance(1_000);
    vipps.polled = seen({ accepted: true });
    await clock.advance(61_000);
    expect(vipps.count('cancel')).toBe(2);
    expect(await now()).toMatchObject({ state: 'cancelled', problem: { code: 'released' } });
  });

  test('a start that got no code is closed by the name that Vipps has given', async () => {
    const shop = await aTill();
    const agreement = { id: 'agr_1', chargeId: null };
    shop.vipps.fail.start = () => new StartUnfinished(new Error('no QR'), { lost: false, agreement });
    const answer = await shop.payments.startAgreement(till, club, null);
    expect(answer.outcome).toBe('vipps_unavailable');
    await shop.clock.advance(1_000);
    expect(shop.vipps.count('cancel')).toBe(1);
    expect(await shop.find(answer.payment.reference)).toMatchObject({
      state: 'failed',
      agreement: { id: 'agr_1' },
    });
  });
});

describe('an agreement that is running', () => {
  async function running(agreement = club) {
    const subscription = await aSubscription(agreement);
    await subscription.shows({ accepted: true, reservedAmount: agreement.initialCharge?.amount.value ?? 0 });
    await subscription.clock.settle();
    return subscription;
  }

  test('[P2] is stopped under a key that was stored before', async () => {
    const { payments, reference, vipps, now, store } = await running();
    const stopped = await payments.stopAgreement(reference, 'mine');
    expect(stopped).toMatchObject({ state: 'approved', agreement: { stop: 'stopped' } });
    const [{ key = '' } = {}] = vipps.calls.filter(({ call }) => call === 'stop');
    expect(await store.findOperation(key)).toMatchObject({ kind: 'stop', amount: 0, state: 'done' });
    expect(await payments.stopAgreement(reference, 'mine')).toEqual(await now());
    expect(vipps.count('stop')).toBe(1);
    await expect(payments.stopAgreement(reference, null)).rejects.toMatchObject({ code: 'wrong_state' });
  });

  test('goes on when Vipps refuses to stop it, and staff are told', async () => {
    const { payments, reference, vipps, now, clock } = await running();
    vipps.polled = seen({ accepted: true });
    vipps.fail.stop = () =>
      new VippsRejected('not now', { ...where, status: 400, code: 'illegal-agreement-update' });
    const asked = payments.stopAgreement(reference, null).catch((error: unknown) => error);
    await clock.advance(2_000);
    expect(await asked).toMatchObject({ code: 'vipps_rejected' });
    expect(await now()).toMatchObject({ agreement: { stop: 'none' }, problem: { code: 'stop_failed' } });
    delete vipps.fail.stop;
    expect(await payments.stopAgreement(reference, null)).toMatchObject({
      agreement: { stop: 'stopped' },
      problem: null,
    });
  });

  test('gives its first payment back, and runs on', async () => {
    const { payments, reference } = await running(withFirst);
    const refunded = await payments.refund(reference, nok(first), null);
    expect(refunded).toMatchObject({ refundedAmount: first, agreement: { stop: 'none' } });
  });

  test('is no sale: a sale cannot be stopped', async () => {
    const { start, payments, vipps, clock } = await aTill();
    const reference = await start();
    vipps.polled = seen({ reservedAmount: 24_900 });
    await clock.advance(1_000);
    await expect(payments.stopAgreement(reference, null)).rejects.toMatchObject({ code: 'wrong_state' });
  });
});
