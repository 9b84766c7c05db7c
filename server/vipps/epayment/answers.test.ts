// What answers of ePayment mean, whatever shape they come in.
import { describe, expect, test } from 'vitest';
import { nothingShown } from '../../testing/payments.ts';
import { allOurs, anOrder } from '../../testing/vipps.ts';
import { StartUnfinished } from '../gateway.ts';
import { VippsRejected, VippsUnavailable } from '../http/errors.ts';
import type { Send } from '../http/request.ts';
import type { QrFormat } from '../qr.ts';
import { eventsSchema, readPayment } from './answers.ts';
import { createEpayment } from './epayment.ts';

type Shown = Parameters<typeof readPayment>[0];
const all = 24_900;
const nothing = { authorized: 0, cancelled: 0, captured: 0, refunded: 0 };

function shown(state: Shown['state'], amounts: Partial<typeof nothing> = {}): Shown {
  const { authorized, cancelled, captured, refunded } = { ...nothing, ...amounts };
  const aggregate = {
    authorizedAmount: { value: authorized },
    cancelledAmount: { value: cancelled },
    capturedAmount: { value: captured },
    refundedAmount: { value: refunded },
  };
  return { reference: 'till-1-a', state, aggregate };
}

describe('[P1] what is shown of a payment', () => {
  test.each<[string, Shown, object]>([
    ['nothing yet, also once it is scanned', shown('CREATED'), {}],
    ['paid', shown('AUTHORIZED', { authorized: all }), { reservedAmount: all }],
    [
      'captured in part',
      shown('AUTHORIZED', { authorized: all, captured: 100 }),
      { reservedAmount: all, capturedAmount: 100 },
    ],
    [
      'captured in part, the rest released',
      shown('AUTHORIZED', { authorized: all, captured: 100, cancelled: all - 100 }),
      { reservedAmount: all, capturedAmount: 100, releasedAmount: all - 100 },
    ],
    [
      'refunded',
      shown('AUTHORIZED', { authorized: all, captured: all, refunded: all }),
      { reservedAmount: all, capturedAmount: all, refundedAmount: all },
    ],
    [
      'released after it was paid',
      shown('AUTHORIZED', { authorized: all, cancelled: all }),
      { reservedAmount: all, releasedAmount: all, cancelled: true },
    ],
    [
      'a part released after it was paid',
      shown('AUTHORIZED', { authorized: all, cancelled: 100 }),
      { reservedAmount: all, releasedAmount: 100 },
    ],
    [
      'captured in part, whatever is said to be cancelled',
      shown('AUTHORIZED', { authorized: all, captured: 100, cancelled: all }),
      { reservedAmount: all, capturedAmount: 100, releasedAmount: all },
    ],
    ['the customer said no', shown('ABORTED'), { cancelled: true }],
    ['the shop gave it up', shown('TERMINATED'), { cancelled: true }],
    [
      'the shop gave it up, and all of it is shown as cancelled',
      shown('TERMINATED', { cancelled: all }),
      { cancelled: true },
    ],
    ['nobody approved it in time', shown('EXPIRED'), { expired: true }],
    [
      'nobody approved it in time, whatever is said to be authorized',
      shown('EXPIRED', { authorized: all }),
      { expired: true },
    ],
    [
      'nobody approved it in time, though something of it is captured',
      shown('EXPIRED', { authorized: all, captured: 100 }),
      { expired: true, reservedAmount: all, capturedAmount: 100 },
    ],
    [
      'the shop gave it up, whatever is said to be authorized',
      shown('TERMINATED', { authorized: all }),
      { cancelled: true, reservedAmount: all },
    ],
    [
      'never more than there was to pay',
      shown('AUTHORIZED', { authorized: 200_000, captured: 150_000, refunded: 120_000 }),
      { reservedAmount: 100_000, capturedAmount: 100_000, refundedAmount: 100_000 },
    ],
  ])('%s', (_, payment, expected) => {
    expect(readPayment(payment, 100_000)).toEqual({ ...nothingShown, doneKeys: null, ...expected });
  });
});

const where = { method: 'GET', path: '/epayment/v1/payments/till-1-a', requestId: 'r' };
const image = { contentType: 'image/svg+xml' as const, bytes: Buffer.from('<svg/>') };

/** The gateway over calls that end as they are told, and what it sent. */
function gatewayOver(answer: unknown, qrFormat: QrFormat = 'svg') {
  const sent: Parameters<Send>[0][] = [];
  const send = async (call: Parameters<Send>[0]) => {
    sent.push(call);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const qr = { fetchImage: async () => image };
  const gateway = createEpayment({ send: send as Send, qr, qrFormat, whose: allOurs });
  return { gateway, sent };
}
const order = anOrder({
  reference: 'till-1-a',
  api: 'epayment',
  text: 'Two coffees',
  amount: { value: all, currency: 'DKK' },
});

describe('a start', () => {
  test('[P2] is sent under the stored reference, for a customer who is in the shop', async () => {
    const { gateway, sent } = gatewayOver({
      reference: 'till-1-a',
      redirectUrl: 'https://qr.vipps.no/a.svg',
    });
    expect(await gateway.start(order)).toEqual({ image, expiresInMs: 600_000 });
    expect(sent).toMatchObject([
      {
        method: 'POST',
        path: '/epayment/v1/payments',
        headers: { 'Idempotency-Key': 'till-1-a' },
        body: {
          amount: { value: all, currency: 'DKK' },
          reference: 'till-1-a',
          userFlow: 'QR',
          customerInteraction: 'CUSTOMER_PRESENT',
          paymentDescription: 'Two coffees',
          paymentMethod: { type: 'WALLET' },
          qrFormat: { format: 'IMAGE/SVG+XML' },
        },
      },
    ]);
  });

  test.each([
    ['', 'Tillside'],
    ['A', 'Tillside A'],
    ['x'.repeat(200), 'x'.repeat(100)],
  ])('has a description that Vipps takes: %j', async (text, paymentDescription) => {
    const { gateway, sent } = gatewayOver({
      reference: 'till-1-a',
      redirectUrl: 'https://qr.vipps.no/a.svg',
    });
    await gateway.start({ ...order, text });
    expect(sent).toMatchObject([{ body: { paymentDescription } }]);
  });

  test('[P1] whose answer is lost may exist, and one that was refused does not', async () => {
    const unknown = new VippsUnavailable('no answer', { ...where, outcome: 'unknown' });
    await expect(gatewayOver(unknown).gateway.start(order)).rejects.toMatchObject({ lost: true });
    await expect(gatewayOver(unknown).gateway.start(order)).rejects.toBeInstanceOf(StartUnfinished);
    const no = new VippsRejected('no', { ...where, status: 400, code: 'Bad Request' });
    await expect(gatewayOver(no).gateway.start(order)).rejects.toBe(no);
  });

  test('asks for pixels where displays want them', async () => {
    const { gateway, sent } = gatewayOver(
      { reference: 'till-1-a', redirectUrl: 'https://qr.vipps.no/a' },
      'png',
    );
    await gateway.start(order);
    expect(sent).toMatchObject([{ body: { qrFormat: { format: 'IMAGE/PNG', size: 1_000 } } }]);
  });

  test('takes the order lines along as a receipt, and none without any', async () => {
    const { gateway, sent } = gatewayOver({ reference: 'till-1-a', redirectUrl: 'https://qr.vipps.no/a' });
    const line = { name: 'Coffee', quantity: 2, amount: { value: 9_000, currency: 'DKK' as const } };
    await gateway.start({ ...order, lines: [line] });
    await gateway.start(order);
    expect(sent[0]).toMatchObject({
      body: {
        receipt: { orderLines: [{ name: 'Coffee', totalAmount: 9_000 }], bottomLine: { currency: 'DKK' } },
      },
    });
    expect(sent[1]?.body).not.toHaveProperty('receipt');
  });
});

describe('a poll', () => {
  test('at a payment that Vipps does not know finds none; a 404 from anybody else says nothing', async () => {
    const own = new VippsRejected('unknown', { ...where, status: 404, code: 'Not Found' });
    expect(await gatewayOver(own).gateway.poll(order)).toBeNull();
    const other = new VippsRejected('Resource not found', { ...where, status: 404 });
    await expect(gatewayOver(other).gateway.poll(order)).rejects.toBe(other);
  });
});

test('[P2] the events tell whose a capture or refund was, and only of those that were carried out', async () => {
  const event = (name: string, success: boolean, idempotencyKey?: string) => ({
    name,
    success,
    ...(idempotencyKey !== undefined && { idempotencyKey }),
  });
  const { gateway, sent } = gatewayOver([
    event('CREATED', true, 'till-1-a'),
    event('AUTHORIZED', true),
    event('REFUNDED', false, 'key-1'),
    event('REFUNDED', true, 'portal-1'),
  ]);
  expect(await gateway.doneKeys(order)).toEqual(['till-1-a', 'portal-1']);
  expect(sent[0]).toMatchObject({ method: 'GET', path: '/epayment/v1/payments/till-1-a/events' });
});

test('[P2] each event that is known is read, with its key, and one that nobody knows is left out', () => {
  const known = ['CREATED', 'AUTHORIZED', 'ABORTED', 'EXPIRED', 'TERMINATED', 'CANCELLED', 'CAPTURED'];
  const all = [...known, 'REFUNDED'].map((name) => ({ name, success: true, idempotencyKey: `of ${name}` }));
  expect(eventsSchema.parse([{ name: 'RECONCILED' }, ...all])).toEqual(all);
});

test('until when a capture is guaranteed is read where it is told, and left out where it cannot be read', () => {
  const untilOf = (captureGuaranteedUntil: unknown) =>
    readPayment({ ...shown('AUTHORIZED'), captureGuaranteedUntil }, 100_000).captureUntilMs;
  expect(untilOf('2026-12-14T12:00:00Z')).toBe(Date.parse('2026-12-14T12:00:00Z'));
  for (const odd of [undefined, null, 'soon', 12, {}]) expect(untilOf(odd)).toBeUndefined();
});
