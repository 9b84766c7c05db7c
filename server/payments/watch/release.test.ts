// What is reserved and not captured is given back when staff ask for it: the whole, or the rest after a partial capture.
import { describe, expect, test } from 'vitest';
import { seen } from '../../testing/payments.ts';
import { aTill } from '../../testing/till.ts';
import { VippsRejected, VippsUnavailable } from '../../vipps/http/errors.ts';

const all = 24_900;
const nok = (value: number) => ({ value, currency: 'NOK' as const });
const where = { method: 'PUT', path: '/', requestId: 'r' };

/** A till that captures when staff say so, with a sale that is paid. */
async function aPaidSale() {
  const shop = await aTill({ capture: 'manual' });
  const reference = await shop.start();
  shop.vipps.polled = seen({ scanned: true, reservedAmount: all });
  await shop.clock.advance(1_000);
  return { ...shop, reference, now: () => shop.find(reference) };
}

/** A release is done once a poll shows it, which comes within a second. */
async function aSecondLater<T>(
  { clock }: Pick<Awaited<ReturnType<typeof aTill>>, 'clock'>,
  asked: Promise<T>,
) {
  await clock.advance(1_000);
  return asked;
}

describe('a release', () => {
  test('[P2] is stored with its key before Vipps hears of it, and done once', async () => {
    const shop = await aPaidSale();
    const { payments, reference, vipps, store } = shop;
    const released = await aSecondLater(shop, payments.release(reference, 'mine'));
    expect(released).toMatchObject({ state: 'approved', releasedAmount: all, releasingAmount: 0 });
    await payments.release(reference, 'mine');
    expect(vipps.count('release')).toBe(1);
    const [{ key = '' } = {}] = vipps.calls.filter(({ call }) => call === 'release');
    expect(await store.findOperation(key)).toMatchObject({ kind: 'release', amount: all, state: 'done' });
  });

  test('gives back the rest of a sale that was captured in part', async () => {
    const shop = await aPaidSale();
    const { payments, reference } = shop;
    await payments.capture(reference, nok(10_000), null);
    await payments.capture(reference, nok(5_000), null);
    expect(await aSecondLater(shop, payments.release(reference, null))).toMatchObject({
      capturedAmount: 15_000,
      releasedAmount: 9_900,
      capture: 'captured',
    });
    await expect(payments.capture(reference, null, null)).rejects.toMatchObject({ code: 'wrong_state' });
    expect(await payments.refund(reference, nok(15_000), null)).toMatchObject({ refundedAmount: 15_000 });
  });

  test('is refused where nothing is held any more', async () => {
    const { payments, reference } = await aPaidSale();
    await payments.capture(reference, null, null);
    await expect(payments.release(reference, null)).rejects.toMatchObject({ code: 'wrong_state' });
  });

  test('[P3] takes no capture beside it', async () => {
    const { payments, reference, vipps, clock, now } = await aPaidSale();
    vipps.fail.release = () => new VippsUnavailable('no answer', { ...where, outcome: 'unknown' });
    const asked = payments.release(reference, null).catch((error: unknown) => error);
    await clock.advance(9_000);
    expect(await asked).toMatchObject({ code: 'vipps_unavailable' });
    await expect(payments.capture(reference, null, null)).rejects.toMatchObject({ code: 'wrong_state' });
    delete vipps.fail.release;
    await clock.advance(60_000);
    expect(await now()).toMatchObject({ releasedAmount: all, problem: null });
  });

  test('[P1] is done once a poll shows it: until then staff are told that it takes long, and it is not sent again', async () => {
    const { payments, reference, vipps, clock, now } = await aPaidSale();
    const accepts = vipps.release.bind(vipps);
    vipps.release = async (order, operation) => {
      const before = vipps.polled;
      await accepts(order, operation);
      vipps.polled = before;
    };
    const asked = payments.release(reference, null).catch((error: unknown) => error);
    await clock.advance(9_000);
    expect(await asked).toMatchObject({ code: 'vipps_unavailable' });
    expect(await now()).toMatchObject({ releasedAmount: 0, problem: { code: 'release_delayed' } });
    expect(vipps.count('release')).toBe(1);
    vipps.polled = seen({ scanned: true, reservedAmount: all, releasedAmount: all });
    await clock.advance(20_000);
    expect(await now()).toMatchObject({ releasedAmount: all, releasingAmount: 0, problem: null });
    expect(vipps.count('release')).toBe(1);
  });

  test('that was carried out and whose repeat is refused is seen to be done', async () => {
    const { payments, reference, vipps, clock, now } = await aPaidSale();
    const refused = new VippsRejected('cancelled already', { ...where, status: 400, code: '51' });
    vipps.fail.release = () => {
      vipps.polled = seen({ scanned: true, reservedAmount: all, cancelled: true });
      return refused;
    };
    const asked = payments.release(reference, null);
    await clock.advance(9_000);
    expect(await asked).toMatchObject({ releasedAmount: all });
    expect(await now()).toMatchObject({ problem: null });
  });

  test('that Vipps refuses leaves the money where it is, and staff are told', async () => {
    const { payments, reference, vipps, clock, now } = await aPaidSale();
    vipps.fail.release = () => new VippsRejected('no', { ...where, status: 400, code: '51' });
    const asked = payments.release(reference, null).catch((error: unknown) => error);
    await clock.advance(9_000);
    expect(await asked).toMatchObject({ code: 'vipps_rejected' });
    expect(await now()).toMatchObject({
      releasedAmount: 0,
      releasingAmount: 0,
      problem: { code: 'release_failed' },
    });
  });

  test('is no cancel: what is paid cannot be cancelled by accident', async () => {
    const { payments, reference, vipps } = await aPaidSale();
    await expect(payments.cancel(reference)).rejects.toMatchObject({ code: 'wrong_state' });
    expect(vipps.count('release') + vipps.count('cancel')).toBe(0);
  });
});
