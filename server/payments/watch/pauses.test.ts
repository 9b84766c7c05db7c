// Vipps asks to be left alone: it is, for so long and no longer, and the screens say what they do not know.
import { describe, expect, it } from 'vitest';
import { seen } from '../../testing/payments.ts';
import { aTill } from '../../testing/till.ts';
import { VippsUnavailable } from '../../vipps/http/errors.ts';

const where = { method: 'GET', path: '/details', requestId: 'r' };
const tooMany = (retryAfterMs: number) =>
  new VippsUnavailable('429', { ...where, outcome: 'not_done', retryAfterMs });

/** A sale with its code on the screen, of which a poll is answered with a 429, once. */
async function aSaleLeftAlone(retryAfterMs: number) {
  const shop = await aTill();
  const reference = await shop.start();
  shop.vipps.fail.poll = () => {
    delete shop.vipps.fail.poll;
    return tooMany(retryAfterMs);
  };
  await shop.clock.advance(1_000);
  shop.vipps.calls.length = 0;
  return { ...shop, reference, now: () => shop.find(reference) };
}

describe('a single 429', () => {
  it('[P6] with a long pause is shown as reconnecting at once, until the next poll', async () => {
    const { clock, now } = await aSaleLeftAlone(45_000);
    expect(await now()).toMatchObject({ state: 'presented', problem: { code: 'vipps_unavailable' } });
    await clock.advance(46_000);
    expect((await now()).problem).toBeNull();
  });

  it('with a short pause is a hiccup that nobody needs to hear of', async () => {
    const { now } = await aSaleLeftAlone(2_000);
    expect((await now()).problem).toBeNull();
  });

  it('[P5] is obeyed to its end, whatever Vipps tells us meanwhile, and the customer waits no longer', async () => {
    const { clock, vipps, watch, reference, now } = await aSaleLeftAlone(45_000);
    vipps.polled = seen({ reservedAmount: 24_900 });
    for (let second = 0; second < 44; second += 1) {
      watch.nudge(reference);
      await clock.advance(1_000);
    }
    expect(vipps.count('poll')).toBe(0);
    await clock.advance(1_000);
    expect(vipps.count('poll')).toBe(1);
    expect((await now()).state).toBe('approved');
  });

  it('[P5] to a poll keeps nobody from cancelling', async () => {
    const { clock, vipps, payments, reference, now } = await aSaleLeftAlone(45_000);
    await payments.cancel(reference);
    await clock.settle();
    expect(vipps.count('cancel')).toBe(1);
    expect((await now()).state).toBe('cancelled');
  });
});

describe('[P5] of refunds that staff ask for', () => {
  it('five a minute go to Vipps; the sixth is stored, and follows by itself', async () => {
    const { clock, vipps, payments, start, find } = await aTill();
    const reference = await start();
    vipps.polled = seen({ reservedAmount: 24_900, capturedAmount: 24_900 });
    await clock.advance(1_000);
    const part = { value: 100, currency: 'NOK' as const };
    for (let refund = 0; refund < 5; refund += 1) await payments.refund(reference, part, null);
    const sixth = payments.refund(reference, part, null).catch((error: unknown) => error);
    await clock.advance(9_000);
    expect(await sixth).toMatchObject({ code: 'vipps_unavailable' });
    expect([vipps.count('refund'), (await find(reference)).refundingAmount]).toEqual([5, 100]);
    await clock.advance(60_000);
    expect(await find(reference)).toMatchObject({ refundedAmount: 600, refundingAmount: 0 });
  });
});
