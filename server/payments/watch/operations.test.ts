import { describe, expect, it } from 'vitest';
import { seen } from '../../testing/payments.ts';
import { aTill } from '../../testing/till.ts';
import { VippsRejected, VippsUnavailable } from '../../vipps/http/errors.ts';

const where = { method: 'POST', path: '/capture', requestId: 'r' };
const unknown = () => new VippsUnavailable('no answer', { ...where, outcome: 'unknown' });
const locked = () => new VippsUnavailable('locked', { ...where, outcome: 'not_done' });
const rejected = (status: number, code: string | null) => () =>
  new VippsRejected('no', { ...where, status, code });
const reserved = seen({ scanned: true, reservedAmount: 24_900 });
const nine = { value: 900, currency: 'NOK' as const };

/** A sale of 249.00 that is approved; captures fail as told. */
async function anApprovedSale(capture?: () => unknown) {
  const shop = await aTill();
  if (capture !== undefined) shop.vipps.fail.capture = capture;
  shop.vipps.polled = reserved;
  const reference = await shop.start();
  await shop.clock.advance(10);
  return { ...shop, reference };
}

describe('[P2] a capture that does not go through', () => {
  for (const [what, failure] of [
    ['is locked (94)', locked],
    ['gets no answer', unknown],
    ['is not let in (401)', rejected(401, null)],
    ['is answered 404 by something in between', rejected(404, null)],
  ] as const) {
    it(`because it ${what} is repeated with its key until it does, and staff are told from the third time on`, async () => {
      const { clock, vipps, find, reference } = await anApprovedSale(failure);
      await clock.advance(3_000);
      expect((await find(reference)).problem).toBeNull();
      await clock.advance(4_000);
      expect(vipps.count('capture')).toBe(3);
      expect(await find(reference)).toMatchObject({
        capture: 'pending',
        problem: { code: 'capture_delayed' },
      });
      vipps.fail = {};
      await clock.advance(60_000);
      expect(await find(reference)).toMatchObject({ capture: 'captured', problem: null });
      expect(new Set(vipps.calls.flatMap(({ key }) => key ?? [])).size).toBe(1);
    });
  }

  it('is tried at least once a minute, and never more than 5 times a minute once it drags on', async () => {
    const { clock, vipps } = await anApprovedSale(unknown);
    await clock.advance(20 * 60_000);
    const pauses = vipps.times('capture').map((at, index, all) => at - (all[index - 1] ?? 0));
    expect(pauses.slice(0, 7)).toEqual([0, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000]);
    expect(new Set(pauses.slice(7))).toEqual(new Set([60_000]));
  });

  it('[P10] goes on counting where it was before a restart', async () => {
    const before = await anApprovedSale(unknown);
    await before.clock.advance(3_000);
    await before.watch.stop(0);
    const later = await aTill({ store: before.store, clock: before.clock });
    later.vipps.fail.capture = unknown;
    later.vipps.polled = reserved;
    await later.payments.recover();
    await before.clock.advance(7_000);
    expect(later.vipps.count('capture')).toBe(1);
    expect((await later.find(before.reference)).problem).toMatchObject({ code: 'capture_delayed' });
    await before.clock.advance(2_000);
    expect(later.vipps.times('capture')).toEqual([0, 8_000]);
  });

  it('is over when somebody has captured it in the portal, whatever Vipps says to ours', async () => {
    const { find, vipps, clock, reference } = await anApprovedSale(unknown);
    vipps.polled = { ...reserved, capturedAmount: 24_900, doneKeys: ['portal'] };
    vipps.fail.capture = rejected(400, '61');
    await clock.advance(3_000);
    expect(await find(reference)).toMatchObject({
      capture: 'captured',
      capturedAmount: 24_900,
      problem: null,
    });
  });
});

describe('[P2] a refund that Vipps refuses', () => {
  /** Somebody refunds 9.00 in the portal in the moment in which ours is refused. */
  async function refusedBesidePortal(doneKeys: (ours: string) => readonly string[] | null) {
    const shop = await anApprovedSale();
    shop.vipps.fail.refund = () => {
      const key = shop.vipps.calls.at(-1)?.key ?? '';
      shop.vipps.polled = seen({ ...shop.vipps.polled, refundedAmount: 900, doneKeys: doneKeys(key) });
      return rejected(400, '71')();
    };
    const answer = shop.payments.refund(shop.reference, nine, null).catch((error: unknown) => error);
    await shop.clock.advance(2_000);
    return { answer: await answer, payment: await shop.find(shop.reference) };
  }

  it('is not taken for done because somebody refunded the same amount in the portal', async () => {
    const { answer, payment } = await refusedBesidePortal(() => ['portal']);
    expect(answer).toMatchObject({ name: 'Refusal', code: 'vipps_rejected' });
    expect(payment).toMatchObject({
      refundedAmount: 900,
      refundingAmount: 0,
      problem: { code: 'refund_failed' },
    });
  });

  it('is done when its key stands among what was carried out', async () => {
    const { answer, payment } = await refusedBesidePortal((ours) => ['portal', ours]);
    expect(answer).toMatchObject({ refundedAmount: 900 });
    expect(payment.problem).toBeNull();
  });

  it('is judged by the totals where Vipps tells no keys', async () => {
    const { answer } = await refusedBesidePortal(() => null);
    expect(answer).toMatchObject({ refundedAmount: 900 });
  });
});

describe('[P4] the same refund asked for twice at once', () => {
  it('is carried out once, and both get its outcome', async () => {
    const { payments, vipps, clock, reference } = await anApprovedSale();
    const both = Promise.all([payments.refund(reference, nine, 'k'), payments.refund(reference, nine, 'k')]);
    await clock.advance(100);
    const [first, second] = await both;
    expect(second).toEqual(first);
    expect(vipps.count('refund')).toBe(1);
  });

  it('under two keys is refused the second time while the first is under way', async () => {
    const { payments, clock, reference } = await anApprovedSale();
    const first = payments.refund(reference, nine, 'k');
    await expect(payments.refund(reference, nine, 'other')).rejects.toMatchObject({ code: 'wrong_state' });
    await clock.advance(100);
    expect(await first).toMatchObject({ refundedAmount: 900 });
  });
});
