import { describe, expect, test } from 'vitest';
import { merchantInfo, openTill, type Till } from '../testing/till.ts';

const orderId = 'till-1-a';

async function paid(options = {}): Promise<Till> {
  const till = await openTill(options);
  await till.initiate(orderId);
  await till.press(orderId, 'approve');
  return till;
}

const operations = async ({ details }: Till) =>
  (await details(orderId)).body.transactionLogHistory.map(
    ({ operation, amount }: { operation: string; amount: number }) => `${operation} ${amount}`,
  );

describe('capture', () => {
  test.each([
    ['0', 0],
    ['null', null],
    ['no amount', undefined],
    ['"0"', '0'],
    ['the amount as a string', '49900'],
  ])('of %s takes all that is reserved', async (_what, amount) => {
    const { capture } = await paid();
    const { status, body } = await capture(orderId, amount, 'key-1');
    expect(status).toBe(200);
    expect(body).toEqual({
      orderId,
      transactionInfo: {
        amount: 49900,
        transactionText: 'capture',
        status: 'Captured',
        transactionId: expect.stringMatching(/^\d{10}$/),
        timeStamp: expect.any(String),
      },
      transactionSummary: {
        capturedAmount: 49900,
        refundedAmount: 0,
        remainingAmountToCapture: 0,
        remainingAmountToRefund: 49900,
      },
    });
  });

  test('can repeat in parts, up to what is reserved', async () => {
    const { capture } = await paid();
    expect((await capture(orderId, 20000, 'key-1')).status).toBe(200);
    expect((await capture(orderId, 20000, 'key-2')).status).toBe(200);
    const tooMuch = await capture(orderId, 9901, 'key-3');
    expect(tooMuch.status).toBe(400);
    expect(tooMuch.body).toMatchObject([{ errorGroup: 'Payment', errorCode: '61' }]);
    const rest = await capture(orderId, 0, 'key-4');
    expect(rest.body.transactionInfo.amount).toBe(9900);
    expect((await capture(orderId, 0, 'key-5')).body[0].errorCode).toBe('61');
  });

  test('of a payment that is not reserved is error 62, also after a cancel', async () => {
    const { initiate, capture, press, cancel } = await openTill();
    await initiate(orderId);
    expect((await capture(orderId, 0, 'key-1')).body[0].errorCode).toBe('62');
    await press(orderId, 'decline');
    expect((await capture(orderId, 0, 'key-2')).body[0].errorCode).toBe('62');
    await cancel(orderId);
    expect((await capture(orderId, 0, 'key-3')).body[0].errorCode).toBe('62');
  });

  test('later than 180 days after the reservation is error 63', async () => {
    const { capture, clock, signIn } = await paid();
    clock.nowMs += 180 * 86_400_000 + 1;
    await signIn();
    expect((await capture(orderId, 0, 'key-1')).body[0].errorCode).toBe('63');
  });

  test('needs a request id of at most 40 characters', async () => {
    const { call, capture } = await paid();
    const body = { merchantInfo, transaction: { transactionText: 'capture' } };
    const without = await call('POST', `/ecomm/v2/payments/${orderId}/capture`, { body });
    expect(without.status).toBe(400);
    expect(without.body[0].errorCode).toBe('X-Request-Id');
    expect((await capture(orderId, 0, 'k'.repeat(41))).body[0].errorCode).toBe('X-Request-Id');
    expect((await capture(orderId, 0, 'k'.repeat(40))).status).toBe(200);
  });

  test.each([99, -1, 1.5, 'all'])('refuses the amount %j', async (amount) => {
    const { capture } = await paid();
    expect((await capture(orderId, amount, 'key-1')).body[0].errorCode).toBe('transaction.amount');
  });
});

describe.each(['capture', 'refund'] as const)('a repeated %s', (action) => {
  test('with the same key and body gets the same answer and moves nothing', async () => {
    const till = await paid();
    if (action === 'refund') await till.capture(orderId, 0, 'key-0');
    const first = await till[action](orderId, 20000, 'key-1');
    till.clock.nowMs += 5000;
    const second = await till[action](orderId, '20000', 'key-1');
    expect(first.status).toBe(200);
    expect(second).toMatchObject({ status: 200, body: first.body });
    expect((await operations(till))[0]).toBe(`${action.toUpperCase()} 20000`);
    expect((await operations(till)).length).toBe(action === 'refund' ? 4 : 3);
  });

  test('with the same key and another body is error 93', async () => {
    const till = await paid();
    if (action === 'refund') await till.capture(orderId, 0, 'key-0');
    await till[action](orderId, 20000, 'key-1');
    const other = await till[action](orderId, 20001, 'key-1');
    expect(other.status).toBe(400);
    expect(other.body).toMatchObject([{ errorGroup: 'Payment', errorCode: '93' }]);
  });

  test('after a refusal is tried anew', async () => {
    const till = await openTill();
    await till.initiate(orderId);
    expect((await till[action](orderId, 20000, 'key-1')).status).toBe(400);
    await till.press(orderId, 'approve');
    if (action === 'refund') await till.capture(orderId, 0, 'key-0');
    expect((await till[action](orderId, 20000, 'key-1')).status).toBe(200);
  });
});

describe('refund', () => {
  test('gives back up to what is captured', async () => {
    const { capture, refund } = await paid();
    await capture(orderId, 30000, 'key-1');
    const { body } = await refund(orderId, 20000, 'key-2');
    expect(body.transaction).toMatchObject({ amount: 20000, status: 'Refund', transactionText: 'refund' });
    expect(body.transactionSummary).toMatchObject({ refundedAmount: 20000, remainingAmountToRefund: 10000 });
    const tooMuch = await refund(orderId, 10001, 'key-3');
    expect(tooMuch.status).toBe(400);
    expect(tooMuch.body).toMatchObject([{ errorGroup: 'Payment', errorCode: '71' }]);
    expect((await refund(orderId, 10000, 'key-4')).status).toBe(200);
  });

  test('of a payment that is not captured is error 72, of a cancelled one 73', async () => {
    const { refund, cancel } = await paid();
    expect((await refund(orderId, 100, 'key-1')).body[0].errorCode).toBe('72');
    await cancel(orderId);
    expect((await refund(orderId, 100, 'key-2')).body[0].errorCode).toBe('73');
  });

  test.each([0, null, undefined])('of the amount %j gives back all that is left', async (amount) => {
    const { capture, refund } = await paid();
    await capture(orderId, 0, 'key-1');
    await refund(orderId, 20000, 'key-2');
    expect((await refund(orderId, amount, 'key-3')).body.transaction.amount).toBe(29900);
    expect((await refund(orderId, amount, 'key-4')).body[0].errorCode).toBe('71');
  });

  test('later than 365 days after the capture is error 91', async () => {
    const { capture, refund, clock, signIn } = await paid();
    await capture(orderId, 0, 'key-1');
    clock.nowMs += 365 * 86_400_000 + 1;
    await signIn();
    expect((await refund(orderId, 100, 'key-2')).body[0].errorCode).toBe('91');
  });
});

describe('cancel', () => {
  test('before the reservation leaves CANCEL in the history, and no transaction id', async () => {
    const till = await openTill();
    await till.initiate(orderId);
    const { status, body } = await till.cancel(orderId);
    expect(status).toBe(200);
    expect(body.transactionInfo).toMatchObject({ status: 'Cancelled', transactionText: 'cancel' });
    expect(body.transactionInfo).not.toHaveProperty('transactionId');
    expect(await operations(till)).toEqual(['CANCEL 49900', 'INITIATE 49900']);
    expect((await till.open(orderId)).text).toContain('Cancelled');
    expect((await till.orders())[0].state.opened).toBe(false);
  });

  test('after the reservation leaves VOID', async () => {
    const till = await paid();
    expect((await till.cancel(orderId)).body.transactionInfo.status).toBe('Cancelled');
    expect(await operations(till)).toEqual(['VOID 49900', 'RESERVE 49900', 'INITIATE 49900']);
  });

  test('of a payment that ran out works', async () => {
    const till = await openTill();
    await till.initiate(orderId);
    till.clock.nowMs += 700_000;
    expect((await till.cancel(orderId)).status).toBe(200);
  });

  test('after a capture is error 51, unless it is to release the rest', async () => {
    const till = await paid();
    await till.capture(orderId, 20000, 'key-1');
    const refused = await till.cancel(orderId);
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject([{ errorGroup: 'Payment', errorCode: '51' }]);
    const { body } = await till.cancel(orderId, { shouldReleaseRemainingFunds: true });
    expect(body.transactionInfo).toMatchObject({ status: 'Cancelled', amount: 29900 });
    expect(body.transactionSummary).toMatchObject({ capturedAmount: 20000, remainingAmountToCapture: 0 });
    expect((await till.capture(orderId, 0, 'key-2')).body[0].errorCode).toBe('61');
    expect((await till.cancel(orderId, { shouldReleaseRemainingFunds: true })).body[0].errorCode).toBe('51');
    expect((await till.refund(orderId, 20000, 'key-3')).status).toBe(200);
  });

  test('to release the rest voids all of it where nothing is captured', async () => {
    const till = await paid();
    const { body } = await till.cancel(orderId, { shouldReleaseRemainingFunds: true });
    expect(body.transactionInfo).toMatchObject({ status: 'Cancelled', amount: 49900 });
    expect(body.transactionSummary).toMatchObject({ capturedAmount: 0, remainingAmountToCapture: 0 });
    expect((await operations(till))[0]).toBe('VOID 49900');
  });

  test('of a payment that is more than 180 days old is error 52, and leaves it as it is', async () => {
    const till = await paid();
    till.clock.nowMs += 180 * 86_400_000 + 1;
    await till.signIn();
    const late = await till.cancel(orderId);
    expect(late).toMatchObject({ status: 400, body: [{ errorGroup: 'Payment', errorCode: '52' }] });
    expect((await operations(till))[0]).toBe('RESERVE 49900');
  });

  test('of a payment that is 180 days old works', async () => {
    const till = await paid();
    till.clock.nowMs += 180 * 86_400_000;
    await till.signIn();
    expect((await till.cancel(orderId)).status).toBe(200);
  });

  test('of a cancelled payment is error 52', async () => {
    const till = await openTill();
    await till.initiate(orderId);
    await till.press(orderId, 'cancel');
    expect((await till.cancel(orderId)).body[0].errorCode).toBe('52');
  });
});

test('a sales unit with direct capture takes the money at once, as a SALE', async () => {
  const till = await openTill();
  await till.settings({ directCapture: true });
  await till.initiate(orderId);
  await till.press(orderId, 'approve');
  expect(await operations(till)).toEqual(['SALE 49900', 'INITIATE 49900']);
  const { transactionSummary } = (await till.details(orderId)).body;
  expect(transactionSummary).toMatchObject({ capturedAmount: 49900, remainingAmountToCapture: 0 });
  expect((await till.cancel(orderId)).body[0].errorCode).toBe('51');
  expect((await till.refund(orderId, 49900, 'key-1')).status).toBe(200);
});
