// What goes to ePayment, to the letter.
import { describe, expect, test } from 'vitest';
import { recorder, scriptedSend } from '../../testing/scripted-send.ts';
import { allOurs, anOrder } from '../../testing/vipps.ts';
import { type QrImage, StartUnfinished } from '../gateway.ts';
import { VippsInvalidResponse, VippsRejected, VippsUnavailable } from '../http/errors.ts';
import type { Send } from '../http/request.ts';
import { createEpayment } from './epayment.ts';

const image: QrImage = { contentType: 'image/svg+xml', bytes: Buffer.from('<svg/>') };
const created = { reference: 'till/1', redirectUrl: 'https://qr.vipps.no/a.svg' };
const shown = {
  reference: 'till/1',
  state: 'AUTHORIZED',
  aggregate: {
    authorizedAmount: { value: 24_900 },
    cancelledAmount: { value: 0 },
    capturedAmount: { value: 100 },
    refundedAmount: { value: 50 },
  },
};

function setUp(answers: Record<string, unknown>, fetched: QrImage | Error = image) {
  const { send, sent } = scriptedSend(answers);
  const qr = recorder(fetched);
  const fetchImage = qr.record as () => Promise<QrImage>;
  return {
    gateway: createEpayment({ send, qr: { fetchImage }, qrFormat: 'svg', whose: allOurs }),
    sent,
    fetched: qr.calls,
  };
}

const line = { name: 'Coffee', quantity: 2, amount: { value: 24_900, currency: 'DKK' as const } };
const refusal = (fields: string[], status = 400, reason = 'Bad Request') =>
  new VippsRejected(reason, { method: 'POST', path: '/', requestId: 'r', status, fields });

/** Each of our keys says of which start it is. */
const whose = {
  ...allOurs,
  keyOf: ({ reference, createdAtMs }: { reference: string; createdAtMs: number }) =>
    createdAtMs === 0 ? reference : `${reference} without`,
};

/** Answers to the creations of a payment, one after the other. */
function creating(...answers: unknown[]) {
  const bodies: { body: unknown; key: string | undefined }[] = [];
  const send: Send = async ({ schema, body, headers }) => {
    bodies.push({ body, key: headers?.['Idempotency-Key'] });
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    return schema.parse(answer);
  };
  const gateway = createEpayment({ send, qr: { fetchImage: async () => image }, qrFormat: 'svg', whose });
  return { bodies, start: () => gateway.start({ ...order, lines: [line] }).catch((error: unknown) => error) };
}

const order = anOrder({
  reference: 'till/1',
  api: 'epayment',
  text: 'Two coffees',
  amount: { value: 24_900, currency: 'DKK' },
});
const operation = { amountMinor: 100, key: 'key-1' };
const { signal } = new AbortController();
const at = '/epayment/v1/payments/till%2F1';
const keyed = { requestId: 'key-1', headers: { 'Idempotency-Key': 'key-1' }, signal };
const where = { method: 'GET', path: '/', requestId: 'r' };
const unanswered = new VippsUnavailable('no answer', { ...where, outcome: 'unknown' });

test('[P11] a payment that is answered with the code of another shows nobody that code', async () => {
  const { start } = creating({ ...created, reference: 'till/2' });
  expect(await start()).toMatchObject({
    name: 'StartUnfinished',
    lost: true,
    cause: {
      name: 'VippsInvalidResponse',
      message: 'POST /epayment/v1/payments: a code of another payment',
      requestId: 'till/1',
    },
  });
  const { reference: _, ...nameless } = created;
  expect(await creating(nameless).start()).toMatchObject({ image });
});

test('[P11] a payment that another system has made says so, by ePayment’s own word', async () => {
  const taken = new VippsRejected('Duplicate', { ...where, status: 409, code: 'Conflict' });
  expect(await creating(taken).start()).toMatchObject({ name: 'ReferenceTaken', cause: taken });
  const page = new VippsRejected('Conflict', { ...where, status: 409 });
  expect(await creating(page).start()).toBe(page);
});

const coded = new VippsRejected('Amount too small', { ...where, status: 400, code: '6010' });

describe('a payment that is refused', () => {
  test.each([
    [refusal(['Receipt.OrderLines[0].TaxRate', 'receipt.bottomLine.currency'])],
    [refusal(['$.receipt.orderLines'], 422)],
    [refusal([], 400, 'No field is named')],
  ])('for its order lines alone is created without them, under a key of its own: %s', async (first) => {
    const { start, bodies } = creating(first, created);
    expect(await start()).toEqual({ image, expiresInMs: 600_000, linesRefused: first.reason });
    expect(bodies).toHaveLength(2);
    expect(bodies[0]).toMatchObject({ body: { receipt: expect.anything() }, key: 'till/1' });
    expect(bodies[1]?.body).toMatchObject({ amount: { value: 24_900 }, reference: 'till/1' });
    expect(bodies[1]?.body).not.toHaveProperty('receipt');
    expect(bodies.map(({ key }) => key)).toEqual(['till/1', 'till/1 without']);
  });

  test.each([
    ['for more than them', refusal(['Receipt.OrderLines[0].TaxRate', 'Amount.Value'])],
    ['for something else', refusal(['Amount.Value'])],
    ['because of the keys', refusal(['Receipt'], 403)],
    ['for its amount, by its number', coded],
    ['by a server that has no answer', new StartUnfinished(unanswered, { lost: true })],
  ])('%s is refused', async (_, first) => {
    const { start, bodies } = creating(first, created);
    expect(await start()).toBeInstanceOf(first instanceof VippsRejected ? VippsRejected : StartUnfinished);
    expect(bodies).toHaveLength(1);
  });

  test('without any order lines is not asked for once more', async () => {
    const no = refusal([], 400, 'No field is named');
    const { gateway, sent } = setUp({ initiate: no });
    await expect(gateway.start(order)).rejects.toBe(no);
    expect(sent).toHaveLength(1);
  });

  test('without them, too, says why; and may exist when that has no answer', async () => {
    const lines = refusal(['Receipt.OrderLines[0].Name']);
    const no = refusal(['Amount.Value']);
    expect(await creating(lines, no).start()).toBe(no);
    expect(await creating(lines, unanswered).start()).toMatchObject({ name: 'StartUnfinished', lost: true });
  });
});

describe('[P2] a payment', () => {
  test('is created under its reference, repeated once at most, and its image fetched', async () => {
    const { gateway, sent, fetched } = setUp({ initiate: created });
    expect(await gateway.start(order, signal)).toEqual({ image, expiresInMs: 600_000 });
    expect(sent).toEqual([
      {
        method: 'POST',
        path: '/epayment/v1/payments',
        name: 'initiate',
        retries: 1,
        headers: { 'Idempotency-Key': 'till/1' },
        signal,
        body: {
          amount: { value: 24_900, currency: 'DKK' },
          paymentMethod: { type: 'WALLET' },
          reference: 'till/1',
          userFlow: 'QR',
          qrFormat: { format: 'IMAGE/SVG+XML' },
          customerInteraction: 'CUSTOMER_PRESENT',
          paymentDescription: 'Two coffees',
        },
      },
    ]);
    expect(fetched).toEqual([[new URL('https://qr.vipps.no/a.svg'), signal]]);
  });

  test.each([
    ['Te', 'Tillside Te'],
    ['Tea', 'Tea'],
  ])('has a description of three characters at least: %s', async (text, paymentDescription) => {
    const { gateway, sent } = setUp({ initiate: created });
    await gateway.start({ ...order, text });
    expect(sent[0]?.body).toMatchObject({ paymentDescription });
  });

  test('[P1] without an answer is lost, and without an image it is there', async () => {
    const lost = setUp({ initiate: unanswered }).gateway.start(order);
    await expect(lost).rejects.toMatchObject({ name: 'StartUnfinished', lost: true, cause: unanswered });
    const noImage = setUp({ initiate: created }, unanswered).gateway.start(order);
    await expect(noImage).rejects.toMatchObject({ name: 'StartUnfinished', lost: false, cause: unanswered });
  });

  test('is polled under its reference', async () => {
    const { gateway, sent } = setUp({ details: shown });
    expect(await gateway.poll(order, signal)).toMatchObject({ reservedAmount: 24_900, capturedAmount: 100 });
    expect(sent).toEqual([{ method: 'GET', path: at, name: 'details', signal }]);
  });

  test.each([
    ['a 404 without a code of its own', { status: 404, code: null }],
    ['another refusal', { status: 400, code: 'Bad Request' }],
  ])('[P1] is not unknown by %s', async (_, said) => {
    const error = new VippsRejected('no', { ...where, ...said });
    await expect(setUp({ details: error }).gateway.poll(order)).rejects.toBe(error);
  });

  test('[P1] is not unknown for want of an answer', async () => {
    await expect(setUp({ details: unanswered }).gateway.poll(order)).rejects.toBe(unanswered);
  });

  test('[P11] is not another payment', async () => {
    const poll = setUp({ details: { ...shown, reference: 'till/2' } }).gateway.poll(order);
    await expect(poll).rejects.toBeInstanceOf(VippsInvalidResponse);
    await expect(poll).rejects.toMatchObject({
      message: `GET ${at}: another payment`,
      requestId: 'till/1',
    });
  });

  test('is no agreement that could be stopped, and has sent its receipt at the start', async () => {
    const { gateway, sent } = setUp({});
    await expect(gateway.stop(order, operation)).rejects.toThrow('a sale is no agreement');
    await expect(gateway.sendReceipt(order)).resolves.toBeUndefined();
    expect(sent).toEqual([]);
  });
});

describe('[P2] money moves under its stored key', () => {
  const body = { modificationAmount: { value: 100, currency: 'DKK' } };

  test('when it is captured or refunded', async () => {
    const { gateway, sent } = setUp({ capture: shown, refund: shown });
    expect(await gateway.capture(order, operation, signal)).toMatchObject({ capturedAmount: 100 });
    expect(await gateway.refund(order, operation, signal)).toMatchObject({ refundedAmount: 50 });
    expect(sent).toEqual([
      { method: 'POST', path: `${at}/capture`, name: 'capture', body, ...keyed },
      { method: 'POST', path: `${at}/refund`, name: 'refund', body, ...keyed },
    ]);
  });

  test('when the rest is given back, and when the payment is given up', async () => {
    const { gateway, sent } = setUp({ cancel: shown });
    await gateway.release(order, operation, signal);
    expect(sent).toEqual([{ method: 'POST', path: `${at}/cancel`, name: 'cancel', body: {}, ...keyed }]);
    await gateway.cancel(order, 'cancel-1', signal);
    const named = { requestId: 'cancel-1', headers: { 'Idempotency-Key': 'cancel-1' } };
    expect(sent[1]).toEqual({ ...sent[0], ...named });
  });
});
