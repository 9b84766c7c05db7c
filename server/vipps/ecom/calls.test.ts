// What goes to eCom, to the letter.
import { describe, expect, test } from 'vitest';
import { recorder, scriptedSend } from '../../testing/scripted-send.ts';
import { allOurs, anOrder } from '../../testing/vipps.ts';
import type { Presented } from '../gateway.ts';
import { VippsInvalidResponse, VippsRejected, VippsUnavailable } from '../http/errors.ts';
import { createEcom } from './ecom.ts';

const presented: Presented = {
  image: { contentType: 'image/png', bytes: Buffer.from('png') },
  expiresInMs: 600_000,
};

function setUp(answers: Record<string, unknown>, code: Presented | Error = presented) {
  const { send, sent } = scriptedSend(answers);
  const qr = recorder(code);
  const receipts = recorder(undefined);
  const gateway = createEcom({
    send,
    qr: { present: qr.record as () => Promise<Presented> },
    receipts: { send: receipts.record },
    whose: allOurs,
    merchantSerialNumber: '123456',
    fallbackUrl: 'https://shop.example/thanks',
    callbackUrl: 'https://shop.example/callbacks',
    callbackToken: (reference) => `token of ${reference}`,
  });
  return { gateway, sent, presents: qr.calls, receipts: receipts.calls };
}

const order = anOrder({ reference: 'till/1' });
const operation = { amountMinor: 20_000, key: 'key-1' };
const { signal } = new AbortController();
const merchantInfo = { merchantSerialNumber: '123456' };
const at = '/ecomm/v2/payments/till%2F1';
const keyed = { requestId: 'key-1', headers: { 'X-Request-Id': 'key-1' } };
const where = { method: 'GET', path: '/', requestId: 'r' };
const unknownOrder = new VippsRejected('not found', { ...where, status: 404, code: '35' });

describe('[P2] a sale', () => {
  const initiated = { orderId: 'till/1', url: 'https://landing.example/a' };

  test('is initiated under its reference, and its landing URL becomes the code', async () => {
    const { gateway, sent, presents } = setUp({ initiate: initiated });
    expect(await gateway.start(order, signal)).toBe(presented);
    expect(sent).toEqual([
      {
        method: 'POST',
        path: '/ecomm/v2/payments',
        name: 'initiate',
        signal,
        body: {
          customerInfo: {},
          merchantInfo: {
            ...merchantInfo,
            callbackPrefix: 'https://shop.example/callbacks',
            fallBack: 'https://shop.example/thanks',
            authToken: 'token of till/1',
          },
          transaction: { orderId: 'till/1', amount: 49_900, transactionText: 'Socks' },
        },
      },
    ]);
    expect(presents).toEqual([['https://landing.example/a', signal]]);
  });

  test('[P11] that is answered with the page of another order shows nobody its code', async () => {
    const { gateway, presents } = setUp({ initiate: { ...initiated, orderId: 'till/2' } });
    await expect(gateway.start(order)).rejects.toMatchObject({
      name: 'StartUnfinished',
      lost: true,
      cause: expect.objectContaining({
        name: 'VippsInvalidResponse',
        message: 'POST /ecomm/v2/payments: a landing page of another order',
        requestId: 'till/1',
      }),
    });
    expect(presents).toEqual([]);
  });

  test.each([undefined, null])('whose answer names no order (%s) is that of the call', async (orderId) => {
    const { gateway } = setUp({ initiate: { ...initiated, orderId } });
    expect(await gateway.start(order)).toBe(presented);
    const entry = { operation: 'INITIATE', operationSuccess: true, amount: 49_900 };
    const looked = setUp({ details: { orderId, transactionLogHistory: [entry] } });
    expect(await looked.gateway.poll(order)).toMatchObject({ reservedAmount: 0, scanned: false });
  });

  test('[P1] that Vipps refused is none; one without an answer is lost; one without a code is there', async () => {
    const no = new VippsRejected('no', { ...where, status: 400, code: '41' });
    await expect(setUp({ initiate: no }).gateway.start(order)).rejects.toBe(no);
    const lost = new VippsUnavailable('no answer', { ...where, outcome: 'unknown' });
    await expect(setUp({ initiate: lost }).gateway.start(order)).rejects.toMatchObject({
      name: 'StartUnfinished',
      message: 'the order may exist at Vipps, but there is no QR for it',
      lost: true,
      agreement: null,
      cause: lost,
    });
    const noCode = setUp({ initiate: initiated }, lost).gateway.start(order);
    await expect(noCode).rejects.toMatchObject({ name: 'StartUnfinished', lost: false, cause: lost });
  });

  test('is polled under its reference', async () => {
    const details = {
      orderId: 'till/1',
      transactionLogHistory: [{ operation: 'INITIATE', operationSuccess: true, amount: 49_900 }],
    };
    const { gateway, sent } = setUp({ details });
    expect(await gateway.poll(order, signal)).toMatchObject({ scanned: false, reservedAmount: 0 });
    expect(sent).toEqual([{ method: 'GET', path: `${at}/details`, name: 'details', signal }]);
  });

  test('[P1] is unknown only by eCom’s own word', async () => {
    expect(await setUp({ details: unknownOrder }).gateway.poll(order)).toBeNull();
    const other = new VippsRejected('not found', { ...where, status: 404, code: null });
    await expect(setUp({ details: other }).gateway.poll(order)).rejects.toBe(other);
  });

  test('[P11] is not another order', async () => {
    const details = {
      orderId: 'till/2',
      transactionLogHistory: [{ operation: 'INITIATE', operationSuccess: true, amount: 49_900 }],
    };
    const poll = setUp({ details }).gateway.poll(order);
    await expect(poll).rejects.toBeInstanceOf(VippsInvalidResponse);
    await expect(poll).rejects.toMatchObject({
      message: `GET ${at}/details: details of another order`,
      requestId: 'till/1',
    });
  });

  test('is cancelled by a call that may be repeated', async () => {
    const { gateway, sent } = setUp({
      cancel: { orderId: 'till/1', transactionInfo: { status: 'Cancelled' } },
    });
    await gateway.cancel(order, 'cancel-1', signal);
    const body = { merchantInfo, transaction: { transactionText: 'Socks' } };
    const requestId = 'cancel-1';
    expect(sent).toEqual([{ method: 'PUT', path: `${at}/cancel`, name: 'cancel', requestId, body, signal }]);
  });

  test('[P1] is not cancelled by an answer that says anything else', async () => {
    const answer = { orderId: 'till/1', transactionInfo: { status: 'Reserved' } };
    await expect(setUp({ cancel: answer }).gateway.cancel(order, 'cancel-1')).rejects.toThrow();
  });
});

describe('[P2] money moves under its stored key', () => {
  const summary = { capturedAmount: 20_000, refundedAmount: 300 };
  const answer = { orderId: 'till/1', transactionSummary: summary };
  const body = { merchantInfo, transaction: { amount: 20_000, transactionText: 'Socks' } };

  test('when it is captured or refunded', async () => {
    const { gateway, sent } = setUp({ capture: answer, refund: answer });
    expect(await gateway.capture(order, operation, signal)).toEqual({ capturedAmount: 20_000 });
    expect(await gateway.refund(order, operation, signal)).toEqual({ refundedAmount: 300 });
    expect(sent).toEqual([
      { method: 'POST', path: `${at}/capture`, name: 'capture', body, ...keyed, signal },
      { method: 'POST', path: `${at}/refund`, name: 'refund', body, ...keyed, signal },
    ]);
  });

  test('when the rest is given back', async () => {
    const { gateway, sent } = setUp({
      cancel: { orderId: 'till/1', transactionInfo: { status: 'Cancelled' } },
    });
    await gateway.release(order, operation, signal);
    const wish = {
      merchantInfo,
      transaction: { transactionText: 'Socks' },
      shouldReleaseRemainingFunds: true,
    };
    expect(sent).toEqual([
      { method: 'PUT', path: `${at}/cancel`, name: 'cancel', body: wish, ...keyed, signal },
    ]);
  });

  test('[P1] and where the answer leaves out how much, the order is asked, which cannot be gone', async () => {
    const { gateway, sent } = setUp({ capture: { orderId: 'till/1' }, details: unknownOrder });
    const capture = gateway.capture(order, operation, signal);
    await expect(capture).rejects.toBeInstanceOf(VippsInvalidResponse);
    await expect(capture).rejects.toMatchObject({
      message: 'GET details: an order that is gone',
      requestId: 'till/1',
    });
    expect(sent.map(({ name, signal }) => [name, signal])).toEqual([
      ['capture', signal],
      ['details', signal],
    ]);
  });
});

test('the receipt of a sale is that of its eCom order', async () => {
  const { gateway, receipts } = setUp({});
  await gateway.sendReceipt(order, signal);
  expect(receipts).toEqual([['ecom', 'till/1', order, signal]]);
});

test('[P2] whose a capture was is nothing to ask for beside the history', async () => {
  const { gateway, sent } = setUp({});
  expect(await gateway.doneKeys(order)).toBeNull();
  expect(sent).toEqual([]);
});

test('a sale is no agreement that could be stopped', async () => {
  await expect(setUp({}).gateway.stop(order, operation)).rejects.toThrow('a sale is no agreement');
});
