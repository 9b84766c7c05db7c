import { describe, expect, test } from 'vitest';
import { newPayment, openTill } from '../testing/till.ts';

describe('initiate', () => {
  test('answers the order id and a landing page on the address that was called', async () => {
    const { initiate, url } = await openTill();
    const { status, headers, body } = await initiate('till-1-a');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('application/json');
    expect(body).toEqual({ orderId: 'till-1-a', url: expect.any(String) });
    expect(body.url).toMatch(
      new RegExp(`^${url}/dwo-api-application/v1/deeplink/vippsgateway\\?v=2&token=\\w+$`),
    );
  });

  test('takes a slash at the end, numbers as strings and a charset', async () => {
    const { call, details } = await openTill();
    const answer = await call('POST', '/ecomm/v2/payments/', {
      headers: { 'Content-Type': 'application/json;charset=UTF-8' },
      body: newPayment('till-1-a', { amount: '49900' }),
    });
    expect(answer.status).toBe(200);
    expect((await details('till-1-a')).body.transactionLogHistory[0].amount).toBe(49900);
  });

  test('refuses an order id that the sales unit has used, as error 34', async () => {
    const { initiate } = await openTill();
    await initiate('till-1-a');
    const again = await initiate('till-1-a');
    expect(again.status).toBe(400);
    expect(again.body).toEqual([
      {
        errorGroup: 'Merchant',
        errorCode: '34',
        errorMessage: expect.any(String),
        contextId: expect.any(String),
      },
    ]);
  });

  test('tells order ids apart by case and by sales unit', async () => {
    const { initiate } = await openTill({ salesUnits: ['654321'] });
    expect((await initiate('till-a')).status).toBe(200);
    expect((await initiate('Till-a')).status).toBe(200);
    expect((await initiate('till-a', {}, { merchantSerialNumber: '654321' })).status).toBe(200);
  });

  test.each([
    ['transaction.orderId', { orderId: '' }],
    ['transaction.orderId', { orderId: 'a'.repeat(51) }],
    ['transaction.orderId', { orderId: 'æøå' }],
    ['transaction.orderId', { orderId: 'a b' }],
    ['transaction.amount', { amount: 99 }],
    ['transaction.amount', { amount: 100.5 }],
    ['transaction.amount', { amount: '100.5' }],
    ['transaction.amount', { amount: -49900 }],
    ['transaction.amount', { amount: undefined }],
    ['transaction.transactionText', { transactionText: 'a'.repeat(101) }],
    ['transaction.transactionText', { transactionText: ' ' }],
    ['transaction.transactionText', { transactionText: undefined }],
  ])('refuses a bad %s: %j', async (field, transaction) => {
    const { initiate } = await openTill();
    const { status, body } = await initiate('till-1-a', transaction);
    expect(status).toBe(400);
    expect(body).toMatchObject([{ errorGroup: 'InvalidRequest', errorCode: field }]);
  });

  test.each([
    ['merchantInfo.fallBack', { fallBack: 'http://shop.example/thanks' }],
    ['merchantInfo.fallBack', { fallBack: undefined }],
    ['merchantInfo.fallBack', { fallBack: `https://shop.example/${'a'.repeat(240)}` }],
    ['merchantInfo.callbackPrefix', { callbackPrefix: 'http://shop.example/callbacks' }],
    ['merchantInfo.callbackPrefix', { callbackPrefix: 'shop://callbacks' }],
    ['merchantInfo.authToken', { authToken: 'a'.repeat(256) }],
    ['merchantInfo.merchantSerialNumber', { merchantSerialNumber: 123456 }],
    ['merchantInfo.merchantSerialNumber', { merchantSerialNumber: '1234' }],
    ['37', { merchantSerialNumber: '999999' }],
  ])('refuses a bad %s: %j', async (code, merchant) => {
    const { initiate } = await openTill();
    const { status, body } = await initiate('till-1-a', {}, merchant);
    expect(status).toBe(400);
    expect(body).toMatchObject([{ errorCode: code }]);
  });

  test('takes a fallback into an app, and amounts and texts at their limits', async () => {
    const { initiate } = await openTill();
    const transaction = { amount: 100, transactionText: 'a'.repeat(100) };
    const answer = await initiate('a'.repeat(50), transaction, {
      fallBack: 'shop-app://thanks',
      authToken: 'a'.repeat(255),
    });
    expect(answer.status).toBe(200);
  });

  test('corrects phone numbers where it can; others are error 81', async () => {
    const { call } = await openTill();
    const ask = (mobileNumber: unknown, orderId: string) =>
      call('POST', '/ecomm/v2/payments', {
        body: { ...newPayment(orderId), customerInfo: { mobileNumber } },
      });
    const good = ['91234567', '+47 912 34 567', '4791234567', 91234567, ''];
    for (const [index, number] of good.entries()) expect((await ask(number, `a-${index}`)).status).toBe(200);
    expect(await ask('1234', 'b')).toMatchObject({
      status: 400,
      body: [{ errorGroup: 'User', errorCode: '81' }],
    });
  });

  test('takes null for what need not be there', async () => {
    const { call } = await openTill();
    const merchant = { authToken: null, isApp: null, paymentType: null };
    const body = {
      ...newPayment('till-1-a', { skipLandingPage: null }, merchant),
      customerInfo: { mobileNumber: null },
    };
    expect((await call('POST', '/ecomm/v2/payments', { body })).status).toBe(200);
  });

  test('answers a link into the app to an app', async () => {
    const { initiate } = await openTill();
    expect((await initiate('till-1-a', {}, { isApp: true })).body.url).toMatch(/^vipps:\/\/\?token=\w+$/);
  });

  test('refuses express checkout', async () => {
    const { initiate } = await openTill();
    const { status, body } = await initiate('till-1-a', {}, { paymentType: 'eComm Express Payment' });
    expect(status).toBe(400);
    expect(body[0].errorCode).toBe('merchantInfo.paymentType');
  });

  test('names every field that is wrong', async () => {
    const { call } = await openTill();
    const { body } = await call('POST', '/ecomm/v2/payments', { body: {} });
    const codes = body.map(({ errorCode }: { errorCode: string }) => errorCode);
    expect(codes).toEqual(['customerInfo', 'merchantInfo', 'transaction']);
  });

  test('refuses a body for another sales unit than the header names', async () => {
    const { call } = await openTill({ salesUnits: ['654321'] });
    const { status } = await call('POST', '/ecomm/v2/payments', {
      headers: { 'Merchant-Serial-Number': '654321' },
      body: newPayment('till-1-a'),
    });
    expect(status).toBe(400);
  });

  test('refuses to skip the landing page, as error 38', async () => {
    const { initiate } = await openTill();
    expect((await initiate('till-1-a', { skipLandingPage: true })).body[0].errorCode).toBe('38');
  });

  test('refuses bodies that are not JSON', async () => {
    const { call } = await openTill();
    const text = await call('POST', '/ecomm/v2/payments', {
      headers: { 'Content-Type': 'text/plain' },
      raw: JSON.stringify(newPayment('till-1-a')),
    });
    expect(text.status).toBe(415);
    expect(text.body).toMatchObject([{ errorGroup: 'InvalidRequest', errorCode: 'Content-Type' }]);
    const broken = await call('POST', '/ecomm/v2/payments', { raw: '{"transaction":' });
    expect(broken.status).toBe(400);
    expect(broken.body).toMatchObject([{ errorGroup: 'InvalidRequest', errorCode: 'body' }]);
    const none = await call('POST', '/ecomm/v2/payments');
    expect(none.status).toBe(400);
  });
});

describe('details', () => {
  test('show neither a transaction id nor a summary until the customer has opened the payment', async () => {
    const { initiate, details, open } = await openTill();
    await initiate('till-1-a');
    expect((await details('till-1-a')).body).toEqual({
      orderId: 'till-1-a',
      transactionLogHistory: [
        {
          amount: 49900,
          transactionText: 'One pair of socks',
          timeStamp: '2026-01-15T12:00:00.000Z',
          operation: 'INITIATE',
          requestId: '',
          operationSuccess: true,
        },
      ],
    });
    await open('till-1-a');
    const { body } = await details('till-1-a');
    expect(body.transactionLogHistory).toHaveLength(1);
    expect(body.transactionLogHistory[0].transactionId).toMatch(/^\d{10}$/);
    expect(body).not.toHaveProperty('transactionSummary');
  });

  test('show the whole history, newest first, and a summary once the customer has reacted', async () => {
    const { initiate, details, press, capture, refund, clock } = await openTill();
    await initiate('till-1-a');
    for (const step of [
      () => press('till-1-a', 'decline'),
      () => press('till-1-a', 'approve'),
      () => capture('till-1-a', 40000, 'key-1'),
      () => refund('till-1-a', 15000, 'key-2'),
    ]) {
      clock.nowMs += 1000;
      await step();
    }
    const { transactionLogHistory, transactionSummary } = (await details('till-1-a')).body;
    expect(
      transactionLogHistory.map(
        (entry: { operation: string; operationSuccess: boolean; requestId: string; timeStamp: string }) =>
          `${entry.timeStamp.slice(17, 19)} ${entry.operation} ${entry.operationSuccess} ${entry.requestId}`,
      ),
    ).toEqual([
      '04 REFUND true key-2',
      '03 CAPTURE true key-1',
      '02 RESERVE true ',
      '01 RESERVE false ',
      '00 INITIATE true ',
    ]);
    expect(transactionSummary).toEqual({
      capturedAmount: 40000,
      refundedAmount: 15000,
      remainingAmountToCapture: 9900,
      remainingAmountToRefund: 25000,
    });
  });

  test('of an order that does not exist are error 35 with 404', async () => {
    const { details } = await openTill();
    const { status, body } = await details('nothing');
    expect(status).toBe(404);
    expect(body).toMatchObject([{ errorGroup: 'Merchant', errorCode: '35' }]);
  });

  test('of another sales unit are not found', async () => {
    const { initiate, call } = await openTill({ salesUnits: ['654321'] });
    await initiate('till-1-a');
    const headers = { 'Merchant-Serial-Number': '654321' };
    expect((await call('GET', '/ecomm/v2/payments/till-1-a/details', { headers })).status).toBe(404);
  });
});

test('status tells the last operation', async () => {
  const { initiate, call, press, clock } = await openTill();
  const status = async (orderId: string) =>
    (await call('GET', `/ecomm/v2/payments/${orderId}/status`)).body.transactionInfo.status;
  await initiate('till-1-a');
  expect(await status('till-1-a')).toBe('INITIATE');
  await press('till-1-a', 'decline');
  expect(await status('till-1-a')).toBe('FAILED');
  await press('till-1-a', 'approve');
  expect(await status('till-1-a')).toBe('RESERVE');
  await initiate('till-1-b');
  clock.nowMs += 600_000;
  expect(await status('till-1-b')).toBe('REJECTED');
});

describe('the integration test approve', () => {
  const path = '/ecomm/v2/integration-test/payments/till-1-a/approve';

  test('approves as a customer would', async () => {
    const { initiate, call, details } = await openTill();
    const { body } = await initiate('till-1-a');
    const token = new URL(body.url).searchParams.get('token');
    expect((await call('POST', path, { body: { customerPhoneNumber: '91234567', token } })).status).toBe(200);
    const [last] = (await details('till-1-a')).body.transactionLogHistory;
    expect(last).toMatchObject({
      operation: 'RESERVE',
      operationSuccess: true,
      transactionId: expect.stringMatching(/^\d+$/),
    });
    expect((await call('POST', path, { body: {} })).body[0].errorCode).toBe('92');
  });

  test('refuses a token of another payment and a payment that ran out', async () => {
    const { initiate, call, clock } = await openTill();
    await initiate('till-1-a');
    expect((await call('POST', path, { body: { token: 'other' } })).status).toBe(400);
    clock.nowMs += 600_000;
    expect((await call('POST', path, { body: {} })).body[0].errorCode).toBe('91');
  });
});
