// What goes to Recurring, to the letter.
import { describe, expect, test } from 'vitest';
import { manualClock } from '../../testing/manual-clock.ts';
import { recorder, scriptedSend } from '../../testing/scripted-send.ts';
import { allOurs, anAgreement, anOrder } from '../../testing/vipps.ts';
import type { Order, Presented } from '../gateway.ts';
import { VippsInvalidResponse, VippsRejected, VippsUnavailable } from '../http/errors.ts';
import { createRecurring } from './recurring.ts';

const presented: Presented = {
  image: { contentType: 'image/png', bytes: Buffer.from('png') },
  expiresInMs: 600_000,
};

function setUp(answers: Record<string, unknown>, code: Presented | Error = presented) {
  const { send, sent } = scriptedSend(answers);
  const qr = recorder(code);
  const receipts = recorder(undefined);
  const gateway = createRecurring({
    send,
    clock: manualClock(),
    qr: { present: qr.record as () => Promise<Presented> },
    receipts: { send: receipts.record },
    whose: allOurs,
    fallbackUrl: 'https://shop.example/thanks',
    agreementUrl: 'https://shop.example/agreements',
  });
  return { gateway, sent, presents: qr.calls, receipts: receipts.calls };
}

const { signal } = new AbortController();
const where = { method: 'GET', path: '/', requestId: 'r' };
const unanswered = new VippsUnavailable('no answer', { ...where, outcome: 'unknown' });
const operation = { amountMinor: 4_900, key: 'key-1' };
const keyed = { requestId: 'key-1', headers: { 'Idempotency-Key': 'key-1' }, signal };

const wanted = anOrder({
  reference: 'till-1-a',
  api: 'recurring',
  text: 'Coffee club',
  agreement: anAgreement(4_900),
});
const known: Order = { ...wanted, agreement: { ...anAgreement(4_900), id: 'agr/1', chargeId: 'chr/1' } };
const free: Order = { ...wanted, agreement: { ...anAgreement(), id: 'agr/1', chargeId: null } };
const at = '/recurring/v3/agreements/agr%2F1';
const active = { id: 'agr/1', status: 'ACTIVE' };
const charge = {
  id: 'chr/1',
  status: 'RESERVED',
  amount: 4_900,
  summary: { captured: 0, refunded: 0, cancelled: 0 },
  history: [],
};

describe('[P2] an agreement', () => {
  const drafted = { agreementId: 'agr/1', vippsConfirmationUrl: 'https://landing.example/a' };
  const body = {
    pricing: { type: 'LEGACY', amount: 9_900, currency: 'NOK' },
    interval: { unit: 'MONTH', count: 1 },
    merchantRedirectUrl: 'https://shop.example/thanks',
    merchantAgreementUrl: 'https://shop.example/agreements',
    productName: 'Coffee club',
    productDescription: 'A cup a day',
    externalId: 'till-1-a',
    initialCharge: {
      amount: 4_900,
      description: 'First month',
      transactionType: 'RESERVE_CAPTURE',
      orderId: 'till-1-a',
    },
  };

  test('is drafted under its reference, repeated once at most, and its landing URL becomes the code', async () => {
    const { gateway, sent, presents } = setUp({ initiate: { ...drafted, chargeId: 'chr/1' } });
    const agreement = { id: 'agr/1', chargeId: 'chr/1' };
    expect(await gateway.start(wanted, signal)).toEqual({ ...presented, agreement });
    expect(sent).toEqual([
      {
        method: 'POST',
        path: '/recurring/v3/agreements',
        name: 'initiate',
        body,
        retries: 1,
        headers: { 'Idempotency-Key': 'till-1-a' },
        signal,
      },
    ]);
    expect(presents).toEqual([['https://landing.example/a', signal]]);
  });

  test('tells neither a description nor a first payment where there is none', async () => {
    const { gateway, sent } = setUp({ initiate: drafted });
    const { product, ...rest } = anAgreement();
    const plain = { ...rest, product: { name: product.name } };
    expect(await gateway.start({ ...wanted, agreement: plain })).toMatchObject({
      agreement: { id: 'agr/1', chargeId: null },
    });
    expect(sent[0]?.body).not.toHaveProperty('productDescription');
    expect(sent[0]?.body).not.toHaveProperty('initialCharge');
  });

  test('is never made of a sale', async () => {
    const start = setUp({ initiate: drafted }).gateway.start({ ...wanted, agreement: null });
    await expect(start).rejects.toThrow('till-1-a is no agreement');
  });

  test('[P1] that Vipps refused is none; one without an answer is lost; one without a code is there', async () => {
    const no = new VippsRejected('no', { ...where, status: 400, code: 'bad-request' });
    await expect(setUp({ initiate: no }).gateway.start(wanted)).rejects.toBe(no);
    await expect(setUp({ initiate: unanswered }).gateway.start(wanted)).rejects.toMatchObject({
      name: 'StartUnfinished',
      lost: true,
      agreement: null,
      cause: unanswered,
    });
    const noCode = setUp({ initiate: drafted }, unanswered).gateway.start(wanted);
    await expect(noCode).rejects.toMatchObject({
      name: 'StartUnfinished',
      lost: false,
      agreement: { id: 'agr/1', chargeId: null },
      cause: unanswered,
    });
  });

  test('[P11] that another system has made says so, by Recurring’s own word', async () => {
    const taken = new VippsRejected('there', { ...where, status: 409, code: 'conflict' });
    await expect(setUp({ initiate: taken }).gateway.start(wanted)).rejects.toMatchObject({
      name: 'ReferenceTaken',
      cause: taken,
    });
  });

  test('without a name, or with an empty one, is unreadable', async () => {
    const start = setUp({ initiate: { ...drafted, agreementId: '' } }).gateway.start(wanted);
    await expect(start).rejects.toMatchObject({ name: 'StartUnfinished', lost: true });
  });
});

describe('[P1] a poll', () => {
  test('asks for the agreement, and for its charge once that may be paid', async () => {
    for (const status of ['ACTIVE', 'STOPPED'] as const) {
      const { gateway, sent } = setUp({ details: { ...active, status }, charge });
      expect(await gateway.poll(known, signal)).toMatchObject({ reservedAmount: 4_900 });
      expect(sent).toEqual([
        { method: 'GET', path: at, name: 'details', signal },
        { method: 'GET', path: `${at}/charges/chr%2F1`, name: 'charge', signal },
      ]);
    }
  });

  test('at a stopped agreement does not take a charge that shows nothing yet at its word', async () => {
    for (const [status, isBelieved] of [
      ['PENDING', false],
      ['DUE', false],
      ['PROCESSING', false],
      ['CANCELLED', true],
      ['FAILED', true],
    ] as const) {
      const undecided = { ...charge, status, history: [] };
      const { gateway } = setUp({ details: { ...active, status: 'STOPPED' }, charge: undecided });
      expect(await gateway.poll(known)).toMatchObject({ cancelled: isBelieved, reservedAmount: 0 });
    }
  });

  test('asks for no charge that cannot be paid, or is not there', async () => {
    for (const status of ['PENDING', 'EXPIRED'] as const) {
      const { gateway, sent } = setUp({ details: { ...active, status } });
      await gateway.poll(known);
      expect(sent.map(({ name }) => name)).toEqual(['details']);
    }
    const { gateway, sent } = setUp({ details: active });
    expect(await gateway.poll(free)).toMatchObject({ accepted: true });
    expect(sent.map(({ name }) => name)).toEqual(['details']);
  });

  test('shows none of an agreement without a name, and of one unknown by Recurring’s own word', async () => {
    const own = new VippsRejected('gone', { ...where, status: 404, code: 'not-found' });
    const { gateway, sent } = setUp({ details: active, find: own });
    expect(await gateway.poll(wanted)).toBeNull();
    expect(await gateway.poll({ ...wanted, agreement: null })).toBeNull();
    expect(sent.map(({ name }) => name)).toEqual(['find']);
    expect(await setUp({ details: own }).gateway.poll(known)).toBeNull();
  });

  test.each([
    ['a 404 from something in between', new VippsRejected('gone', { ...where, status: 404, code: null })],
    ['a refusal', new VippsRejected('no', { ...where, status: 400, code: 'bad-request' })],
    ['no answer', unanswered],
  ])('fails with %s', async (_, error) => {
    await expect(setUp({ details: error }).gateway.poll(known)).rejects.toBe(error);
  });

  test('[P11] at another agreement is unreadable', async () => {
    const poll = setUp({ details: { ...active, id: 'agr/2' } }).gateway.poll(known);
    await expect(poll).rejects.toBeInstanceOf(VippsInvalidResponse);
    await expect(poll).rejects.toMatchObject({
      message: `GET ${at}: another agreement`,
      requestId: 'agr/1',
    });
  });
});

describe('[P2] money moves under its stored key', () => {
  const done = (event: string, summary: object) => ({
    ...charge,
    summary: { ...charge.summary, ...summary },
    history: [{ event, idempotencyKey: 'key-1', success: true }],
  });

  test('when it is captured or refunded, and counts once the charge shows it', async () => {
    for (const [name, event, answer] of [
      ['capture', 'CAPTURE', { capturedAmount: 4_900 }],
      ['refund', 'REFUND', { refundedAmount: 300 }],
    ] as const) {
      const { gateway, sent } = setUp({ charge: done(event, { captured: 4_900, refunded: 300 }) });
      expect(await gateway[name](known, operation, signal)).toEqual(answer);
      expect(sent).toEqual([
        {
          method: 'POST',
          path: `${at}/charges/chr%2F1/${name}`,
          name,
          body: { amount: 4_900, description: 'Coffee club' },
          ...keyed,
        },
        { method: 'GET', path: `${at}/charges/chr%2F1`, name: 'charge', signal },
      ]);
    }
  });

  test('with a description that Vipps takes, for it takes none that is empty', async () => {
    const { gateway, sent } = setUp({ charge: done('CAPTURE', {}) });
    await gateway.capture({ ...known, text: '' }, operation);
    expect(sent[0]?.body).toMatchObject({ description: 'Tillside' });
  });

  test.each([
    ['nothing of it', []],
    ['another operation', [{ event: 'CAPTURE', idempotencyKey: 'key-0', success: true }]],
    ['that it failed', [{ event: 'CAPTURE', idempotencyKey: 'key-1', success: false }]],
  ])('[P1] and may have moved all the same where the charge shows %s', async (_, history) => {
    const capture = setUp({ charge: { ...charge, history } }).gateway.capture(known, operation);
    await expect(capture).rejects.toMatchObject({
      name: 'VippsUnavailable',
      message: `POST ${at}/charges/chr%2F1/capture: the capture is not carried out yet`,
      requestId: 'key-1',
      outcome: 'unknown',
    });
  });

  test('[P1] and may have moved where the charge is refused; a failure to read it stays one', async () => {
    const no = new VippsRejected('no', { ...where, status: 404, code: 'not-found' });
    const unseen = setUp({ charge: no }).gateway.capture(known, operation);
    await expect(unseen).rejects.toMatchObject({ name: 'VippsUnavailable', outcome: 'unknown', cause: no });
    const failed = setUp({ charge: unanswered }).gateway.capture(known, operation);
    await expect(failed).rejects.toBe(unanswered);
  });

  test('when what is not captured is given back', async () => {
    const { gateway, sent } = setUp({});
    await gateway.release(known, operation, signal);
    expect(sent).toEqual([{ method: 'DELETE', path: `${at}/charges/chr%2F1`, name: 'cancel', ...keyed }]);
  });

  test('when the agreement is stopped or given up', async () => {
    const { gateway, sent } = setUp({});
    const body = { status: 'STOPPED' };
    await gateway.stop(known, operation, signal);
    expect(sent).toEqual([{ method: 'PATCH', path: at, name: 'cancel', body, ...keyed }]);
    await gateway.cancel(known, 'cancel-1', signal);
    const named = { requestId: 'cancel-1', headers: { 'Idempotency-Key': 'cancel-1' } };
    expect(sent[1]).toEqual({ ...sent[0], ...named });
  });

  test('[P1] and an agreement that is gone once its end was taken has not been seen to end', async () => {
    const taken = new VippsUnavailable('taken', { ...where, status: 202, outcome: 'unknown' });
    const gone = new VippsRejected('gone', { ...where, status: 404, code: 'not-found' });
    const { gateway } = setUp({ cancel: taken, details: gone });
    await expect(gateway.stop(known, operation)).rejects.toBe(taken);
  });

  test('only for an agreement that Vipps has named', async () => {
    const { gateway, sent } = setUp({});
    for (const call of ['capture', 'refund', 'release', 'stop'] as const) {
      await expect((async () => gateway[call](wanted, operation))()).rejects.toMatchObject({
        message: 'PATCH /recurring/v3/agreements: Vipps has told no name of this agreement',
        requestId: 'till-1-a',
        outcome: 'not_done',
      });
    }
    expect(sent).toEqual([]);
  });
});
