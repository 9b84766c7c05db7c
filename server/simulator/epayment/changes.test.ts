import { describe, expect, test } from 'vitest';
import { coded, expectProblem, problemOf } from '../testing/epayment.ts';
import { openTill, type Till } from '../testing/till.ts';

const reference = 'till-1-aaa';
const dayMs = 86_400_000;

async function created(options = {}): Promise<Till> {
  const till = await openTill(options);
  await till.epayment.create(reference);
  return till;
}

async function authorized(): Promise<Till> {
  const till = await created();
  await till.press(reference, 'approve');
  return till;
}

/** What is authorized, captured, refunded and cancelled, in minor units. */
async function aggregate({ epayment }: Till): Promise<number[]> {
  const { authorizedAmount, capturedAmount, refundedAmount, cancelledAmount } = (
    await epayment.get(reference)
  ).body.aggregate;
  return [authorizedAmount, capturedAmount, refundedAmount, cancelledAmount].map(({ value }) => value);
}

const eventNames = async ({ epayment }: Till) =>
  (await epayment.events(reference)).body.map(
    ({ name, amount }: { name: string; amount: { value: number } }) => `${name} ${amount.value}`,
  );

describe('capture', () => {
  test('answers the payment as it is then; its state stays', async () => {
    const { epayment } = await authorized();
    const { status, body } = await epayment.capture(reference, 49900, 'key-1');
    expect(status).toBe(200);
    const nok = (value: number) => ({ currency: 'NOK', value });
    expect(body).toEqual({
      aggregate: {
        authorizedAmount: nok(49900),
        cancelledAmount: nok(0),
        capturedAmount: nok(49900),
        refundedAmount: nok(0),
      },
      amount: nok(49900),
      state: 'AUTHORIZED',
      pspReference: (await epayment.get(reference)).body.pspReference,
      reference,
    });
  });

  test('can repeat in parts, up to what is authorized', async () => {
    const till = await authorized();
    const { capture } = till.epayment;
    expect((await capture(reference, 20000, 'key-1')).status).toBe(200);
    expect((await capture(reference, 20000, 'key-2')).status).toBe(200);
    expectProblem(await capture(reference, 9901, 'key-3'), coded(400, '6090'));
    expect((await capture(reference, 9900, 'key-4')).status).toBe(200);
    expectProblem(await capture(reference, 1, 'key-5'), coded(400, '6090'));
    expect(await aggregate(till)).toEqual([49900, 49900, 0, 0]);
  });

  test('is refused before the approval, after a declined card, and after a cancel', async () => {
    const { epayment, press } = await created();
    expectProblem(await epayment.capture(reference, 100, 'key-1'), coded(400, '6080'));
    await press(reference, 'decline');
    expectProblem(await epayment.capture(reference, 100, 'key-1'), coded(400, '6080'));
    await press(reference, 'approve');
    await epayment.cancel(reference, 'key-2');
    expectProblem(await epayment.capture(reference, 100, 'key-1'), coded(400, '6070'));
  });

  test('is refused later than 180 days after the approval', async () => {
    const { epayment, clock, signIn } = await authorized();
    clock.nowMs += 180 * dayMs + 1;
    await signIn();
    expectProblem(await epayment.capture(reference, 100, 'key-1'), coded(400, '6100'));
  });
});

describe('refund', () => {
  test('gives back up to what is captured', async () => {
    const till = await authorized();
    const { capture, refund } = till.epayment;
    await capture(reference, 30000, 'key-1');
    expect((await refund(reference, 20000, 'key-2')).body.aggregate.refundedAmount.value).toBe(20000);
    expectProblem(await refund(reference, 10001, 'key-3'), coded(400, '6150'));
    expect((await refund(reference, 10000, 'key-4')).status).toBe(200);
    expect(await aggregate(till)).toEqual([49900, 30000, 30000, 0]);
  });

  test('is refused before the approval, before a capture, after a cancel, and after 365 days', async () => {
    const { epayment, press } = await created();
    expectProblem(await epayment.refund(reference, 100, 'key-1'), coded(400, '6020'));
    await press(reference, 'approve');
    expectProblem(await epayment.refund(reference, 100, 'key-1'), coded(400, '6210'));
    await epayment.cancel(reference, 'key-2');
    expectProblem(await epayment.refund(reference, 100, 'key-1'), coded(400, '6210'));
    const late = await authorized();
    await late.epayment.capture(reference, 49900, 'key-1');
    late.clock.nowMs += 365 * dayMs + 1;
    await late.signIn();
    expectProblem(await late.epayment.refund(reference, 100, 'key-2'), coded(400, '6220'));
  });
});

describe.each(['capture', 'refund'] as const)('a %s', (action) => {
  test.each([
    ['modificationAmount.value', 100.5, 'NOK'],
    ['modificationAmount.value', '100', 'NOK'],
    ['modificationAmount.value', undefined, 'NOK'],
    ['modificationAmount.value', 65_000_001, 'NOK'],
    ['modificationAmount.currency', 100, 'EUR'],
    ['modificationAmount.currency', 100, 'USD'],
  ])('refuses a bad %s: %j %s', async (name, value, currency) => {
    const { epayment } = await authorized();
    const answer = await epayment[action](reference, value, 'key-1', currency);
    expectProblem(answer, problemOf(400, [{ name, reason: expect.any(String) }]));
  });

  test('of nothing is too small', async () => {
    const { epayment } = await authorized();
    expectProblem(await epayment[action](reference, 0, 'key-1'), coded(400, '6010'));
  });

  test('with the same key and body gets the same answer and moves nothing', async () => {
    const till = await authorized();
    await till.epayment.capture(reference, 20000, 'key-0');
    const first = await till.epayment[action](reference, 10000, 'key-1');
    await till.epayment.cancel(reference, 'key-2');
    const before = await aggregate(till);
    expect(await till.epayment[action](reference, 10000, 'key-1')).toMatchObject({
      status: 200,
      body: first.body,
    });
    expect(await aggregate(till)).toEqual(before);
  });

  test('with the same key and another body is a conflict', async () => {
    const { epayment } = await authorized();
    await epayment.capture(reference, 20000, 'key-0');
    await epayment[action](reference, 10000, 'key-1');
    const code = { capture: '4010', refund: '4150' }[action];
    expectProblem(await epayment[action](reference, 10001, 'key-1'), coded(409, code));
  });

  test('after a refusal is tried anew under the same key', async () => {
    const { epayment, press } = await created();
    expect((await epayment[action](reference, 100, 'key-1')).status).toBe(400);
    await press(reference, 'approve');
    await epayment.capture(reference, 200, 'key-0');
    expect((await epayment[action](reference, 100, 'key-1')).status).toBe(200);
  });
});

describe('cancel', () => {
  test('before the approval terminates the payment', async () => {
    const till = await created();
    const { status, body } = await till.epayment.cancel(reference, 'key-1');
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'TERMINATED', reference });
    expect(await aggregate(till)).toEqual([0, 0, 0, 49900]);
    expect(await eventNames(till)).toEqual(['CREATED 49900', 'TERMINATED 49900']);
    expect((await till.open(reference)).text).toContain('Cancelled');
  });

  test('after the approval releases the money; the state stays', async () => {
    const till = await authorized();
    expect((await till.epayment.cancel(reference, 'key-1')).body.state).toBe('AUTHORIZED');
    expect(await aggregate(till)).toEqual([49900, 0, 0, 49900]);
    expect(await eventNames(till)).toEqual(['CREATED 49900', 'AUTHORIZED 49900', 'CANCELLED 49900']);
  });

  test('after a partial capture releases the rest, which is not there any more', async () => {
    const till = await authorized();
    await till.epayment.capture(reference, 20000, 'key-1');
    expect((await till.epayment.cancel(reference, 'key-2')).status).toBe(200);
    expect(await aggregate(till)).toEqual([49900, 20000, 0, 29900]);
    expectProblem(await till.epayment.capture(reference, 1, 'key-3'), coded(400, '6090'));
    expectProblem(await till.epayment.cancel(reference, 'key-4'), coded(400, '6040'));
    expect((await till.epayment.refund(reference, 20000, 'key-5')).status).toBe(200);
  });

  test('after a full capture is refused', async () => {
    const { epayment } = await authorized();
    await epayment.capture(reference, 49900, 'key-1');
    expectProblem(await epayment.cancel(reference, 'key-2'), coded(400, '6040'));
  });

  test.each(['terminated', 'aborted', 'expired'])('of a payment that is %s is refused', async (state) => {
    const { epayment, press, clock } = await created();
    if (state === 'terminated') await epayment.cancel(reference, 'key-0');
    if (state === 'aborted') await press(reference, 'cancel');
    if (state === 'expired') clock.nowMs += 600_000;
    expectProblem(await epayment.cancel(reference, 'key-1'), coded(400, '6190'));
    expect((await epayment.get(reference)).body.state).toBe(state.toUpperCase());
  });

  test('of the transaction only leaves an approved payment alone', async () => {
    const only = { cancelTransactionOnly: true };
    const till = await authorized();
    expectProblem(await till.epayment.cancel(reference, 'key-1', only), coded(400, '6060'));
    expect(await aggregate(till)).toEqual([49900, 0, 0, 0]);
    expect((await till.epayment.cancel(reference, 'key-1')).status).toBe(200);
    const other = await created();
    expect((await other.epayment.cancel(reference, 'key-1', only)).body.state).toBe('TERMINATED');
  });

  test('with the same key gets the same answer; with another body it is a conflict', async () => {
    const { epayment } = await created();
    const first = await epayment.cancel(reference, 'key-1');
    expect(await epayment.cancel(reference, 'key-1', {})).toMatchObject({ status: 200, body: first.body });
    const only = { cancelTransactionOnly: true };
    expectProblem(await epayment.cancel(reference, 'key-1', only), coded(409, '4020'));
  });

  test('takes no answer but yes or no', async () => {
    const { epayment } = await created();
    const { body } = await epayment.cancel(reference, 'key-1', { cancelTransactionOnly: 'yes' });
    expect(body.extraDetails).toMatchObject([{ name: 'cancelTransactionOnly' }]);
  });
});

test('no change goes without a key, or with one longer than 50 characters', async () => {
  const { epayment } = await authorized();
  for (const key of [undefined, 'k'.repeat(51)]) {
    for (const change of [
      () => epayment.capture(reference, 100, key),
      () => epayment.refund(reference, 100, key),
      () => epayment.cancel(reference, key),
    ]) {
      expect((await change()).body.extraDetails).toMatchObject([{ name: 'Idempotency-Key' }]);
    }
  }
});
