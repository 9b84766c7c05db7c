import { describe, expect, it } from 'vitest';
import { aTill, sale, till } from '../../testing/till.ts';
import { StartUnfinished } from '../../vipps/gateway.ts';
import { VippsRejected, VippsUnavailable } from '../../vipps/http/errors.ts';

const where = { method: 'POST', path: '/payments', requestId: 'r' };
const unknown = new VippsUnavailable('no answer', { ...where, outcome: 'unknown' });
const no = new VippsRejected('cannot cancel', { ...where, code: '52' });
const lost = () => new StartUnfinished(unknown, { lost: true });

/** A till at which the first start is lost. */
async function aLostStart() {
  const shop = await aTill();
  const { vipps } = shop;
  vipps.fail.start = () => (vipps.count('start') === 1 ? lost() : undefined);
  return shop;
}

describe('[P4] a start whose outcome is unknown and whose URL is lost', () => {
  it('is looked up, cancelled at Vipps, and started over under the next reference', async () => {
    const { payments, vipps, find, store } = await aLostStart();
    const { outcome, payment } = await payments.start(till, sale, null);
    expect(vipps.calls.slice(0, 4).map(({ call }) => call)).toEqual(['start', 'poll', 'cancel', 'start']);
    expect(outcome).toBe('presented');
    expect(payment.reference).toMatch(/-2$/);
    expect(await store.findNewest('1')).toMatchObject({ reference: payment.reference, state: 'presented' });
    const first = await find(payment.reference.replace(/-2$/, ''));
    expect(first).toMatchObject({ problem: { code: 'started_over' }, closingFor: 'start' });
  });

  it('ends as failed', async () => {
    const { payments, clock, find } = await aLostStart();
    const { payment } = await payments.start(till, sale, null);
    await clock.advance(2_000);
    const first = await find(payment.reference.replace(/-2$/, ''));
    expect(first).toMatchObject({ state: 'failed', problem: { code: 'started_over' } });
  });

  it('is not cancelled when Vipps does not know it, but goes on being closed in case it turns up', async () => {
    const { payments, vipps, clock, find } = await aLostStart();
    vipps.polled = null;
    vipps.fail.cancel = () => no;
    const { outcome, payment } = await payments.start(till, sale, null);
    expect(outcome).toBe('presented');
    const reference = payment.reference.replace(/-2$/, '');
    await clock.advance(20_000);
    expect((await find(reference)).state).toBe('closing');
    await clock.advance(20_000);
    expect((await find(reference)).state).toBe('failed');
  });

  it('answers a repeat with the same Idempotency-Key as the first, also while it is under way', async () => {
    const { payments, vipps } = await aLostStart();
    const [first, second] = await Promise.all([
      payments.start(till, sale, 'k'),
      payments.start(till, sale, 'k'),
    ]);
    expect(second).toEqual(first);
    expect(await payments.start(till, sale, 'k')).toEqual(first);
    expect(vipps.count('start')).toBe(2);
  });

  it('is given up when Vipps does not answer the poll or the cancel either', async () => {
    for (const call of ['poll', 'cancel'] as const) {
      const { payments, vipps } = await aTill();
      vipps.fail = { start: lost, [call]: () => unknown };
      const answer = await payments.start(till, sale, null);
      expect(answer).toMatchObject({ outcome: 'vipps_unavailable', payment: { state: 'closing' } });
      expect(vipps.count('start')).toBe(1);
    }
  });

  it('is given up after the second', async () => {
    const { payments, vipps, store } = await aTill();
    vipps.fail.start = lost;
    const { outcome } = await payments.start(till, sale, 'k');
    expect([outcome, vipps.count('start')]).toEqual(['vipps_unavailable', 2]);
    expect((await store.findByKey('1', 'k'))?.payment.reference).toMatch(/-2$/);
  });

  it('is not started over when staff have cancelled it meanwhile', async () => {
    const { payments, vipps, store, clock, find } = await aLostStart();
    vipps.fail.poll = async () => {
      const newest = await store.findNewest('1');
      if (newest?.state === 'started') await payments.cancel(newest.reference);
    };
    const { payment } = await payments.start(till, sale, null);
    await clock.advance(3_000);
    expect(vipps.count('start')).toBe(1);
    expect(await find(payment.reference)).toMatchObject({ state: 'cancelled', endedBy: 'staff' });
  });

  it('says so within 10 seconds when nothing comes back at all', async () => {
    const { payments, vipps, clock } = await aTill();
    const hang = async (_: unknown, signal?: AbortSignal): Promise<never> => {
      await clock.sleep(60_000, signal);
      throw lost();
    };
    Object.assign(vipps, { start: hang, poll: hang, cancel: hang });
    const answer = payments.start(till, sale, null);
    await clock.advance(9_100);
    expect(await answer).toMatchObject({ outcome: 'vipps_unavailable' });
  });
});

describe('a start that Vipps refuses because of the keys', () => {
  const at = (path: string, status: number) => new VippsRejected('Access denied', { ...where, path, status });
  const noToken = new VippsUnavailable('no access token', {
    ...where,
    outcome: 'not_done',
    cause: at('/accesstoken/get', 401),
  });

  it.each([
    ['for a token', noToken],
    ['at its gateway', at('/ecomm/v2/payments', 403)],
  ])('is told from one that it refuses because of the sale: %s', async (_, error) => {
    const { payments, vipps, find } = await aTill();
    vipps.fail.start = () => error;
    const answer = await payments.start(till, sale, 'k');
    expect(answer.outcome).toBe('vipps_rejected');
    expect(await find(answer.payment.reference)).toMatchObject({
      state: 'failed',
      problem: { code: 'keys_rejected' },
    });
    expect((await payments.start(till, sale, 'k')).outcome).toBe('vipps_rejected');
  });

  it('is answered the same when it is asked for again under its own reference', async () => {
    const { payments, vipps, store } = await aTill();
    vipps.fail.start = () => noToken;
    const { payment } = await payments.start(till, sale, 'k');
    store.findAnswer = () => Promise.resolve(null);
    expect(await payments.start(till, sale, 'k')).toMatchObject({
      outcome: 'vipps_rejected',
      payment: { reference: payment.reference },
    });
  });
});

describe('what became of a start', () => {
  it('[P10] is not lost to a database that cannot be written for minutes', async () => {
    const { payments, store, clock, find } = await aTill();
    const { commit } = store;
    store.commit = () => Promise.reject(new Error('disk full'));
    const answer = payments.start(till, sale, 'k').catch((error: unknown) => error);
    await clock.advance(3 * 60_000);
    expect(await answer).toMatchObject({ message: 'what became of a start is not stored yet' });
    store.commit = commit;
    await clock.advance(10_000);
    const { payment } = await payments.start(till, sale, 'k');
    expect(await find(payment.reference)).toMatchObject({ state: 'presented' });
  });
});
