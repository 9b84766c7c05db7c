// The official SDK of Vipps MobilePay as a client of the simulator: what works here works there.
import { Client } from '@vippsmobilepay/sdk';
import { expect, onTestFinished, test } from 'vitest';
import { credentials, openTill } from './testing/till.ts';

const fetchBefore = globalThis.fetch;
const vipps = 'https://apitest.vipps.no';
const reference = 'till-1-a1b2c3d4e5f6g';
const nok = (value: number) => ({ currency: 'NOK' as const, value });

/** While the test runs, calls to Vipps' test environment go to `url` instead; all others go where they did. */
function leadToSimulator(url: string): string[] {
  const led: string[] = [];
  const { fetch } = globalThis;
  globalThis.fetch = (input, init) => {
    if (!(input instanceof Request) || new URL(input.url).origin !== vipps) return fetch(input, init);
    const { pathname, search } = new URL(input.url);
    led.push(`${input.method} ${pathname}`);
    return fetch(new Request(`${url}${pathname}${search}`, input), init);
  };
  onTestFinished(() => {
    globalThis.fetch = fetch;
  });
  return led;
}

/** What the SDK has read from an answer. Throws when Vipps refused. */
async function dataOf<T>(answer: Promise<{ ok: true; data: T } | { ok: false; error: unknown }>): Promise<T> {
  const read = await answer;
  if (!read.ok) throw new Error(`refused: ${JSON.stringify(read.error)}`);
  return read.data;
}

async function openClient() {
  const { url } = await openTill();
  const led = leadToSimulator(url);
  const client = Client({
    merchantSerialNumber: credentials.msn,
    subscriptionKey: credentials.subscriptionKey,
    systemName: 'tillside',
    systemVersion: '1.2.3',
    pluginName: 'tillside',
    pluginVersion: '1.2.3',
    useTestMode: true,
    retryRequests: false,
  });
  const signedIn = await dataOf(client.auth.getToken(credentials.clientId, credentials.clientSecret));
  return { ...client, url, led, signedIn, token: signedIn.access_token };
}

const newPayment = (name: string) => ({
  amount: nok(49_900),
  paymentMethod: { type: 'WALLET' as const },
  reference: name,
  userFlow: 'QR' as const,
  qrFormat: { format: 'IMAGE/SVG+XML' as const },
  customerInteraction: 'CUSTOMER_PRESENT' as const,
  paymentDescription: 'One pair of socks',
});

test('gets a token, and nothing leaves this machine', async () => {
  const { signedIn, led, url } = await openClient();
  expect(signedIn).toMatchObject({ token_type: 'Bearer', expires_in: '3599' });
  expect(signedIn.access_token).toMatch(/^eyJ/);
  expect((await fetch(`${url}/phone`)).status).toBe(200);
  expect(led).toEqual(['POST /accesstoken/get']);
});

test('creates, reads, approves, captures and refunds a payment', async () => {
  const { payment, token, led } = await openClient();
  const created = await dataOf(payment.create(token, newPayment(reference)));
  expect(created).toEqual({ reference, redirectUrl: expect.stringContaining('/generate/qr.svg') });
  expect(await dataOf(payment.info(token, reference))).toMatchObject({
    reference,
    state: 'CREATED',
    amount: nok(49_900),
    paymentMethod: { type: 'WALLET' },
    profile: {},
    pspReference: expect.any(String),
    aggregate: { authorizedAmount: nok(0), capturedAmount: nok(0) },
  });

  await dataOf(payment.forceApprove(token, reference, { customer: { phoneNumber: '4791234567' } }));
  expect(await dataOf(payment.info(token, reference))).toMatchObject({
    state: 'AUTHORIZED',
    aggregate: { authorizedAmount: nok(49_900) },
  });
  const part = await dataOf(payment.capture(token, reference, { modificationAmount: nok(20_000) }));
  expect(part).toMatchObject({ reference, aggregate: { capturedAmount: nok(20_000) } });
  const rest = await dataOf(payment.capture(token, reference, { modificationAmount: nok(29_900) }));
  expect(rest).toMatchObject({ state: 'AUTHORIZED', aggregate: { capturedAmount: nok(49_900) } });
  const refunded = await dataOf(payment.refund(token, reference, { modificationAmount: nok(900) }));
  expect(refunded).toMatchObject({ aggregate: { capturedAmount: nok(49_900), refundedAmount: nok(900) } });

  const events = await dataOf(payment.history(token, reference));
  expect(events.map(({ name, amount, success }) => [name, amount.value, success])).toEqual([
    ['CREATED', 49_900, true],
    ['AUTHORIZED', 49_900, true],
    ['CAPTURED', 20_000, true],
    ['CAPTURED', 29_900, true],
    ['REFUNDED', 900, true],
  ]);
  expect(led).toContain(`POST /epayment/v1/payments/${reference}/refund`);
});

test('cancels a payment, and reads why one that is unknown cannot be', async () => {
  const { payment, token } = await openClient();
  await dataOf(payment.create(token, newPayment(reference)));
  expect(await dataOf(payment.cancel(token, reference))).toMatchObject({ reference, state: 'TERMINATED' });
  expect(await payment.cancel(token, 'till-1-unknown')).toMatchObject({
    ok: false,
    error: {
      status: 404,
      title: 'Reference not found',
      extraDetails: [{ name: 'ErrorCode', reason: '5090' }],
    },
  });
});

test('drafts an agreement, has it accepted, captures and refunds its charge, and stops it', async () => {
  const { recurring, token } = await openClient();
  const { agreement, charge } = recurring;
  const drafted = await dataOf(
    agreement.create(token, {
      pricing: { type: 'LEGACY', amount: 9_900, currency: 'NOK' },
      interval: { unit: 'MONTH', count: 1 },
      merchantAgreementUrl: 'https://shop.example/a',
      merchantRedirectUrl: 'https://shop.example/b',
      productName: 'Coffee club',
      initialCharge: { amount: 4_900, description: 'First month', transactionType: 'RESERVE_CAPTURE' },
    }),
  );
  const { agreementId, chargeId } = drafted;
  expect(drafted).toEqual({
    agreementId: expect.stringMatching(/^agr/),
    chargeId: expect.stringMatching(/^chr/),
    uuid: expect.any(String),
    vippsConfirmationUrl: expect.stringContaining('token='),
  });
  const id = chargeId ?? '';
  const statusOf = async () => (await dataOf(agreement.info(token, agreementId))).status;
  expect(await statusOf()).toBe('PENDING');

  await dataOf(agreement.forceAccept(token, agreementId, { phoneNumber: '4791234567' }));
  expect(await dataOf(agreement.info(token, agreementId))).toMatchObject({
    id: agreementId,
    uuid: drafted.uuid,
    status: 'ACTIVE',
    countryCode: 'NO',
    stop: null,
    pricing: { type: 'LEGACY', amount: 9_900 },
    interval: { unit: 'MONTH', count: 1 },
  });
  expect(await dataOf(charge.info(token, agreementId, id))).toMatchObject({ id, status: 'RESERVED' });
  await dataOf(charge.capture(token, agreementId, id, { amount: 4_900, description: 'First month' }));
  expect(await dataOf(charge.info(token, agreementId, id))).toMatchObject({
    status: 'CHARGED',
    summary: { captured: 4_900, refunded: 0, cancelled: 0 },
    transactionId: expect.stringMatching(/^\d{10}$/),
  });
  await dataOf(charge.refund(token, agreementId, id, { amount: 900, description: 'Cold coffee' }));
  const { status, summary, history } = await dataOf(charge.infoById(token, id));
  expect([status, summary.refunded]).toEqual(['PARTIALLY_REFUNDED', 900]);
  expect(history.map(({ event }) => event)).toEqual(['CREATE', 'RESERVE', 'CAPTURE', 'REFUND']);
  expect(await dataOf(agreement.list(token, 'ACTIVE'))).toMatchObject([{ id: agreementId }]);

  await dataOf(agreement.update(token, agreementId, { status: 'STOPPED' }));
  expect(await statusOf()).toBe('STOPPED');
  expect(await agreement.info(token, 'agr_unknown')).toMatchObject({ ok: false, error: { status: 404 } });
});

test('afterwards, calls go where they always went', () => {
  expect(globalThis.fetch).toBe(fetchBefore);
});
