import { describe, expect, it } from 'vitest';
import { seen } from '../../testing/payments.ts';
import { aTill, sale, till } from '../../testing/till.ts';
import { StartUnfinished } from '../../vipps/gateway.ts';
import { VippsInvalidResponse, VippsRejected, VippsUnavailable } from '../../vipps/http/errors.ts';

const where = { method: 'POST', path: '/payments', requestId: 'r' };
const refused = new VippsRejected('merchant blocked', { ...where, code: '31' });
const unknown = new VippsUnavailable('no answer', { ...where, outcome: 'unknown' });
const notReached = new VippsUnavailable('no answer', { ...where, outcome: 'not_done' });
const refusal = (code: string) => expect.objectContaining({ name: 'Refusal', code });

const reserved = seen({ scanned: true, reservedAmount: 24_900 });

/** A till with a sale of 249.00 that is paid and captured. */
async function aPaidSale() {
  const shop = await aTill();
  shop.vipps.polled = reserved;
  const reference = await shop.start();
  await shop.clock.advance(10);
  return { ...shop, reference };
}

describe('starting', () => {
  it('[P2] stores the payment before Vipps hears of it', async () => {
    const { payments, store, vipps } = await aTill();
    let stored: unknown;
    vipps.fail.start = async () => {
      stored = await store.findNewest('1');
    };
    await payments.start(till, sale, null);
    expect(stored).toMatchObject({ state: 'started', amount: { value: 24_900 } });
  });

  it('answers with the QR on the screen', async () => {
    const { payments, clock } = await aTill();
    const answer = await payments.start(till, sale, null);
    expect(answer).toMatchObject({ outcome: 'presented', payment: { state: 'presented', version: 2 } });
    expect(answer.payment.qrExpiresAtMs).toBe(clock.nowMs() + 600_000);
  });

  it('names the till to a customer when the cashier wrote nothing', async () => {
    const { payments } = await aTill();
    const answer = await payments.start(till, { ...sale, text: '' }, null);
    expect(answer.payment.text).toBe('Till 1');
  });

  it('[P1] fails at once when Vipps certainly has nothing', async () => {
    for (const [failure, outcome] of [
      [refused, 'vipps_rejected'],
      [notReached, 'vipps_unavailable'],
    ] as const) {
      const { payments, vipps, watch } = await aTill();
      vipps.fail.start = () => failure;
      const answer = await payments.start(till, sale, null);
      expect(answer).toMatchObject({ outcome, payment: { state: 'failed', problem: { code: outcome } } });
      expect(watch.size()).toBe(0);
    }
  });

  it('[P1] closes at Vipps first when something may exist there, and then says that it failed', async () => {
    const failures = [
      [new StartUnfinished(unknown, { lost: false }), 'vipps_unavailable'],
      [new StartUnfinished(refused, { lost: false }), 'vipps_rejected'],
      [new StartUnfinished(new VippsInvalidResponse('?', where), { lost: false }), 'vipps_unavailable'],
      [new Error('a fault of ours'), 'vipps_unavailable'],
    ] as const;
    for (const [failure, outcome] of failures) {
      const { payments, vipps, clock, find } = await aTill();
      vipps.fail.start = () => failure;
      const answer = await payments.start(till, sale, null);
      expect(answer).toMatchObject({ outcome, payment: { state: 'closing', closingFor: 'start' } });
      await clock.advance(1_000);
      expect(vipps.count('cancel')).toBe(1);
      expect(await find(answer.payment.reference)).toMatchObject({
        state: 'failed',
        problem: { code: outcome },
      });
    }
  });

  it('[P1] does not take "unknown order" for an answer while the order may still be on its way', async () => {
    const { payments, vipps, clock, find } = await aTill();
    vipps.fail = { start: () => new StartUnfinished(unknown, { lost: false }), cancel: () => refused };
    vipps.polled = null;
    const { payment } = await payments.start(till, sale, null);
    await clock.advance(29_000);
    expect((await find(payment.reference)).state).toBe('closing');
    await clock.advance(2_000);
    expect((await find(payment.reference)).state).toBe('failed');
  });

  it('[P4] leaves the till free for the next sale while it closes', async () => {
    const { payments, vipps } = await aTill();
    vipps.fail = { start: () => new StartUnfinished(unknown, { lost: false }), cancel: () => unknown };
    await payments.start(till, sale, null);
    vipps.fail = {};
    expect(await payments.start(till, sale, null)).toMatchObject({ outcome: 'presented' });
  });

  it('is given up after 9 seconds', async () => {
    const { payments, vipps, clock } = await aTill();
    vipps.start = async (_order?: unknown, signal?: AbortSignal) => {
      await clock.sleep(60_000, signal);
      throw new StartUnfinished(unknown, { lost: false });
    };
    const answer = payments.start(till, sale, null);
    await clock.advance(9_100);
    expect(await answer).toMatchObject({ outcome: 'vipps_unavailable', payment: { state: 'closing' } });
  });

  it('refuses a currency that the till does not sell in', async () => {
    const { payments, store } = await aTill();
    const euro = { ...sale, amount: { value: 100, currency: 'EUR' as const } };
    await expect(payments.start(till, euro, null)).rejects.toThrow(refusal('invalid_request'));
    expect(await store.findNewest('1')).toBeNull();
  });
});

describe('[P4] starting twice', () => {
  it('is refused while a payment can still be paid', async () => {
    const { payments, vipps, start } = await aTill();
    await start();
    await expect(payments.start(till, sale, null)).rejects.toThrow(refusal('till_busy'));
    expect(vipps.count('start')).toBe(1);
  });

  it('with one key yields one payment and the same answer, also while the first is under way', async () => {
    const { payments, vipps } = await aTill();
    const [first, second] = await Promise.all([
      payments.start(till, sale, 'k'),
      payments.start(till, sale, 'k'),
    ]);
    expect(second).toEqual(first);
    expect(await payments.start(till, sale, 'k')).toEqual(first);
    expect(vipps.count('start')).toBe(1);
  });

  it('with one key gets the first answer even when the payment has gone on since', async () => {
    const { payments, vipps, clock } = await aTill();
    const first = await payments.start(till, sale, 'k');
    vipps.polled = reserved;
    await clock.advance(2_000);
    expect(await payments.start(till, sale, 'k')).toEqual(first);
  });

  it('with one key gets the same failure again, and nothing is started', async () => {
    const { payments, vipps } = await aTill();
    vipps.fail.start = () => refused;
    const first = await payments.start(till, sale, 'k');
    vipps.fail = {};
    expect(await payments.start(till, sale, 'k')).toEqual(first);
    expect(vipps.count('start')).toBe(1);
  });

  it('with one key and another body is refused', async () => {
    const { payments, start } = await aTill();
    await start('k');
    const other = payments.start(till, { ...sale, text: 'Tea' }, 'k');
    await expect(other).rejects.toThrow(refusal('idempotency_mismatch'));
  });
});

describe('cancelling', () => {
  it('while it is still starting waits for the start, shows no QR and cancels at Vipps', async () => {
    const { payments, vipps, clock, store, find } = await aTill();
    vipps.fail.start = async () => {
      await clock.sleep(1_000);
    };
    const answer = payments.start(till, sale, null);
    await clock.settle();
    const reference = (await store.findNewest('1'))?.reference ?? '';
    expect(await payments.cancel(reference)).toMatchObject({ state: 'closing', closingFor: 'staff' });
    expect(vipps.count('cancel')).toBe(0);
    await clock.advance(1_100);
    await answer;
    expect(vipps.count('cancel')).toBe(1);
    expect(await find(reference)).toMatchObject({ state: 'cancelled', qrExpiresAtMs: null });
    expect(await store.findImage(reference)).toBeNull();
  });

  it('twice is the same as once', async () => {
    const { payments, vipps, clock, start } = await aTill();
    const reference = await start();
    await Promise.all([payments.cancel(reference), payments.cancel(reference)]);
    await clock.advance(100);
    expect(await payments.cancel(reference)).toMatchObject({ state: 'cancelled' });
    expect(vipps.count('cancel')).toBe(1);
  });

  it('is refused once the customer has paid', async () => {
    const { payments, reference } = await aPaidSale();
    await expect(payments.cancel(reference)).rejects.toThrow(refusal('wrong_state'));
    await expect(payments.cancel('none')).rejects.toThrow(refusal('not_found'));
  });
});

describe('refunding', () => {
  const nine = { value: 900, currency: 'NOK' as const };

  it('[P2] is stored with its key before Vipps hears of it', async () => {
    const { payments, store, vipps, reference } = await aPaidSale();
    let stored: unknown;
    vipps.fail.refund = async () => {
      stored = await store.findPendingOperation(reference);
    };
    const after = await payments.refund(reference, nine, null);
    const used = vipps.calls.find((call) => call.call === 'refund')?.key;
    expect(stored).toMatchObject({ kind: 'refund', amount: 900, key: used });
    expect(after).toMatchObject({ refundedAmount: 900, refundingAmount: 0 });
  });

  it('says so when Vipps refuses, and takes nothing back', async () => {
    const { payments, vipps, clock, reference, find } = await aPaidSale();
    vipps.fail.refund = () => refused;
    const refund = payments.refund(reference, nine, null);
    const refusedIt = expect(refund).rejects.toThrow(refusal('vipps_rejected'));
    await clock.advance(2_000);
    await refusedIt;
    expect(await find(reference)).toMatchObject({ refundedAmount: 0, problem: { code: 'refund_failed' } });
  });

  it('goes on in the background when the outcome is unknown, and happens once', async () => {
    const { payments, vipps, clock, reference, find } = await aPaidSale();
    vipps.fail.refund = () => unknown;
    await expect(payments.refund(reference, nine, null)).rejects.toThrow(refusal('vipps_unavailable'));
    await expect(payments.refund(reference, nine, null)).rejects.toThrow(refusal('wrong_state'));
    vipps.fail = {};
    await clock.advance(3_000);
    expect(await find(reference)).toMatchObject({ refundedAmount: 900, refundingAmount: 0 });
    const keys = vipps.calls.filter((call) => call.call === 'refund').map((call) => call.key);
    expect(new Set(keys).size).toBe(1);
  });

  it('with one Idempotency-Key happens once', async () => {
    const { payments, vipps, reference } = await aPaidSale();
    await payments.refund(reference, nine, 'k');
    expect(await payments.refund(reference, nine, 'k')).toMatchObject({ refundedAmount: 900 });
    expect(vipps.count('refund')).toBe(1);
    const other = payments.refund(reference, { ...nine, value: 800 }, 'k');
    await expect(other).rejects.toThrow(refusal('idempotency_mismatch'));
  });

  it('is refused beyond what was captured, or in another currency', async () => {
    const { payments, vipps, reference } = await aPaidSale();
    const tooMuch = payments.refund(reference, { ...nine, value: 24_901 }, null);
    await expect(tooMuch).rejects.toThrow(refusal('refund_exceeds_captured'));
    const euro = payments.refund(reference, { ...nine, currency: 'EUR' }, null);
    await expect(euro).rejects.toThrow(refusal('invalid_request'));
    expect(vipps.count('refund')).toBe(0);
  });
});

describe('capturing by hand', () => {
  it('takes a part, then the rest', async () => {
    const { payments, vipps, clock, start } = await aTill({ capture: 'manual' });
    vipps.polled = reserved;
    const reference = await start();
    await clock.advance(10);
    const part = await payments.capture(reference, { value: 10_000, currency: 'NOK' }, null);
    expect(part).toMatchObject({ capture: 'captured', capturedAmount: 10_000 });
    expect(await payments.capture(reference, null, null)).toMatchObject({ capturedAmount: 24_900 });
    await expect(payments.capture(reference, null, null)).rejects.toThrow(refusal('wrong_state'));
  });
});
