// Money that customers have let us take, with CAPTURE=manual: until when somebody has to take it, and who is told.
import { afterEach, describe, expect, test } from 'vitest';
import { type PaymentView, paymentListSchema, paymentSchema } from '../../contract/payments.ts';
import { reconciliationSchema } from '../../contract/reconciliation.ts';
import { aServer, type TestServer } from '../../testing/http.ts';
import { aPayment, seen } from '../../testing/payments.ts';
import { aTill, till } from '../../testing/till.ts';
import { captureByMs, guaranteedUntilMs } from './capture-deadline.ts';

const all = 24_900;
const dayMs = 86_400_000;
const held = seen({ scanned: true, reservedAmount: all });
const amountOf = (value: number) => ({ amount: { value, currency: 'NOK' } });

let server: TestServer;
afterEach(() => server?.close());

async function sell(): Promise<PaymentView> {
  server.vipps.polled = seen();
  const { body } = await server.post('/api/tills/1/payments', { ...amountOf(all), text: 'Coffee' });
  const { reference } = paymentSchema.parse(body);
  server.vipps.polled = held;
  await server.clock.advance(1_500);
  return view(reference);
}
const view = async (reference: string) =>
  paymentSchema.parse((await server.call('GET', `/api/payments/${reference}`)).body);
async function found(query: string): Promise<string[]> {
  const { body } = await server.call('GET', `/api/payments?${query}`);
  return paymentListSchema.parse(body).payments.map(({ reference }) => reference);
}
async function days(count: number): Promise<void> {
  await server.clock.advance(count * dayMs);
  await server.signInAgain();
}
const report = async () =>
  reconciliationSchema.strict().parse((await server.call('GET', '/api/reconciliation')).body);

describe('until when money can be captured', () => {
  test.each([
    ['NOK', 180],
    ['DKK', 14],
    ['EUR', 14],
    ['SEK', 14],
  ] as const)('in %s is %i days, unless Vipps says when', (currency, count) => {
    expect(guaranteedUntilMs(currency, 1_000)).toBe(1_000 + count * dayMs);
    expect(guaranteedUntilMs(currency, 1_000, 5_000)).toBe(5_000);
  });

  test('is asked only of what is reserved, and waits for somebody', () => {
    const paid = { state: 'approved', reservedAmount: all, captureUntilMs: 9 } as const;
    const byOf = (bent: object) => captureByMs(aPayment({ ...paid, ...bent }));
    expect(byOf({})).toBe(9);
    expect(byOf({ captureUntilMs: null, createdAtMs: 7 })).toBe(7 + 180 * dayMs);
    expect(byOf({ capturedAmount: 900, releasedAmount: 900 })).toBe(9);
    const over = [
      { capturedAmount: all },
      { capturedAmount: 900, releasedAmount: all - 900 },
      { capture: 'pending' },
      { releasingAmount: all },
      { state: 'cancelled' },
    ];
    expect(over.map(byOf)).toEqual(over.map(() => null));
  });
});

describe('with CAPTURE=manual', () => {
  test('what waits is a list with its deadline, whatever day it is of, until it is captured or released', async () => {
    server = await aServer({ capture: 'manual' });
    const [first, second] = [await sell(), await sell()];
    const approvedMs = server.clock.nowMs() - 500;
    expect(Date.parse(second.captureBy ?? '') - approvedMs).toBe(180 * dayMs);
    await days(40);
    expect(await found('uncaptured=true&till=1')).toEqual([second.reference, first.reference]);
    await server.post(`/api/payments/${first.reference}/capture`, amountOf(900));
    expect(await found('uncaptured=true')).toHaveLength(2);
    await server.post(`/api/payments/${first.reference}/release`, {});
    await server.post(`/api/payments/${second.reference}/capture`, {});
    expect(await found('uncaptured=true')).toEqual([]);
    expect(await view(first.reference)).toMatchObject({ captureBy: null, problem: null });
  });

  test('staff are told a week before it is too late, and for as long as it waits', async () => {
    server = await aServer({ capture: 'manual' });
    const { reference } = await sell();
    await days(172);
    expect(await found('attention=true')).toEqual([]);
    expect((await view(reference)).problem).toBeNull();
    await days(2);
    expect(await found('attention=true&uncaptured=true')).toEqual([reference]);
    expect((await view(reference)).problem).toMatchObject({ code: 'capture_due' });
    await days(30);
    expect(await found('attention=true')).toEqual([reference]);
    await server.post(`/api/payments/${reference}/capture`, {});
    expect(await found('attention=true')).toEqual([]);
  });

  test('what Vipps itself guarantees counts', async () => {
    server = await aServer({ capture: 'manual' });
    const untilMs = server.clock.nowMs() + 5 * dayMs;
    const poll = server.vipps.poll.bind(server.vipps);
    server.vipps.poll = async (...call) => {
      const polled = await poll(...call);
      return polled && { ...polled, captureUntilMs: untilMs };
    };
    const { captureBy, problem } = await sell();
    expect(Date.parse(captureBy ?? '')).toBe(untilMs);
    expect(problem).toMatchObject({ code: 'capture_due' });
  });

  test('no day is said to agree while money of an earlier one is held, also the rest of what was captured in part', async () => {
    server = await aServer({ capture: 'manual' });
    const { reference } = await sell();
    await server.post(`/api/payments/${reference}/capture`, amountOf(900));
    await days(3);
    const { checks, grandTotals } = await report();
    expect(checks).toMatchObject([
      { payment: { reference }, outcome: 'differs', differences: [{ code: 'not_captured' }] },
    ]);
    expect(grandTotals).toMatchObject([{ sales: 0, reservedAmount: all - 900 }]);
    await server.post(`/api/payments/${reference}/release`, {});
    await days(1);
    expect((await report()).checks).toEqual([]);
  });
});

describe('switching to CAPTURE=auto', () => {
  test.each(['sale', 'agreement'] as const)(
    'leaves none behind that nobody has decided on: %s',
    async (kind) => {
      const manual = await aTill({ capture: 'manual' });
      const { clock, vipps, store } = manual;
      const first = { description: 'First', amount: { value: all, currency: 'NOK' as const } };
      const agreement = {
        product: { name: 'Club' },
        pricing: { amount: first.amount },
        interval: { unit: 'MONTH' as const, count: 1 },
        initialCharge: first,
      };
      async function sold(): Promise<string> {
        vipps.polled = seen();
        const sale = { amount: first.amount, text: 'Coffee', lines: [] };
        const { payment } =
          kind === 'agreement'
            ? await manual.payments.startAgreement(till, agreement, null)
            : await manual.payments.start(till, sale, null);
        vipps.polled = { ...held, accepted: kind === 'agreement' };
        await clock.advance(1_500);
        return payment.reference;
      }
      const [waiting, inPart, released] = [await sold(), await sold(), await sold()];
      const { capture, release } = manual.payments;
      await Promise.all([capture(inPart, { value: 900, currency: 'NOK' }, null), clock.advance(1_000)]);
      vipps.polled = held;
      await Promise.all([release(released, null), clock.advance(1_000)]);
      await manual.watch.stop(0);
      vipps.polled = held;
      const auto = await aTill({ capture: 'auto', store, clock, vipps });
      await auto.payments.recover();
      await clock.advance(2_000);
      expect(await auto.find(waiting)).toMatchObject({ capture: 'captured', capturedAmount: all });
      expect(await auto.find(inPart)).toMatchObject({ capturedAmount: 900 });
      expect(await auto.find(released)).toMatchObject({ capturedAmount: 0, releasedAmount: all });
      expect((await store.findUncaptured()).map(({ reference }) => reference)).toEqual([inPart]);
      // A second start finds nothing more to do.
      const captures = vipps.count('capture');
      await auto.payments.recover();
      await clock.advance(2_000);
      expect(vipps.count('capture')).toBe(captures);
      await auto.watch.stop(0);
      await store.close();
    },
  );
});
