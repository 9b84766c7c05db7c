import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express, { type RequestHandler } from 'express';
import pino from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { cancelSchema, errorCodes, newPaymentSchema, refundSchema } from '../contract/payments.ts';
import { Refusal } from '../core/refusal.ts';
import { StoreUnavailable } from '../core/store-unavailable.ts';
import { VippsRejected, VippsUnavailable } from '../vipps/http/errors.ts';
import { createErrorHandler, notFound, toErrorAnswer, validate } from './errors.ts';

/** A server with this one route and the error handler, and what it logged. */
async function answerTo(handler: RequestHandler, path = '/x', init: RequestInit = {}) {
  const logged: string[] = [];
  const app = express();
  app.use(express.json({ limit: '1kb' }));
  app.all('/x{/:part}', handler);
  app.use(notFound);
  app.use(createErrorHandler(pino({}, { write: (line: string) => void logged.push(line) })));
  const server = app.listen(0, '127.0.0.1');
  onTestFinished(() => {
    server.close();
  });
  await once(server, 'listening');
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, init);
  const body = await response.text();
  const log = logged.map((line) => JSON.parse(line));
  return { status: response.status, body: JSON.parse(body), headers: response.headers, log };
}

const failing =
  (error: unknown): RequestHandler =>
  () => {
    throw error;
  };
const posting = (body: string, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  body,
  headers: { 'content-type': 'application/json', ...headers },
});

describe('an error that leaves the server', () => {
  test.each(errorCodes.map((code) => [code]))('has one shape and its own status: %s', async (code) => {
    const answer = await answerTo(failing(new Refusal(code, 'A sentence.')));
    expect(answer.body).toEqual({ error: { code, message: 'A sentence.' } });
    expect(answer.status).toBe(toErrorAnswer(code, '').status);
    expect(answer.log).toEqual([]);
  });

  test('has the status that the documentation gives', () => {
    const statuses = errorCodes.map((code) => [code, toErrorAnswer(code, '').status]);
    expect(Object.fromEntries(statuses)).toEqual({
      invalid_request: 400,
      not_signed_in: 401,
      not_allowed: 403,
      approval_required: 403,
      pin_required: 403,
      session_locked: 403,
      not_found: 404,
      till_busy: 409,
      idempotency_mismatch: 409,
      wrong_state: 409,
      amount_out_of_range: 400,
      refund_exceeds_captured: 409,
      vipps_rejected: 502,
      vipps_unavailable: 503,
      rate_limited: 429,
      storage_unavailable: 503,
      internal: 500,
    });
  });

  test('says that there is nothing where there is nothing', async () => {
    expect(await answerTo(failing(new Error()), '/elsewhere')).toMatchObject({
      status: 404,
      body: { error: { code: 'not_found', message: 'There is nothing at this address.' } },
    });
  });

  test.each([
    ['a body that is no JSON', '/x', posting('{'), 400, 'The body is not valid JSON.'],
    ['a body that is no object', '/x', posting('"x"'), 400, 'The body is not valid JSON.'],
    ['a body that is too large', '/x', posting(`{"a":"${'x'.repeat(2000)}"}`), 413, 'The body is too large.'],
    [
      'an unknown encoding',
      '/x',
      posting('{}', { 'content-encoding': 'x' }),
      415,
      'The content encoding is not supported.',
    ],
    [
      'an unknown character set',
      '/x',
      posting('{}', { 'content-type': 'application/json; charset=x' }),
      415,
      'The character set is not supported; send UTF-8.',
    ],
    ['an address that cannot be read', '/x/%E0%A4%A', {}, 400, 'The address cannot be read.'],
  ])('says what is wrong with %s', async (_, path, init, status, message) => {
    const answer = await answerTo(
      (_request, response) => {
        response.json({});
      },
      path,
      init,
    );
    expect(answer).toMatchObject({ status, body: { error: { code: 'invalid_request', message } }, log: [] });
  });
});

describe('[P7] a fault of ours', () => {
  const where = { method: 'POST', path: '/ecomm/v2/payments', requestId: 'canary' };
  test.each([
    ['an error', new Error('canary')],
    ['an error with more in it', Object.assign(new Error('canary'), { sql: 'canary', status: 500 })],
    ['a word', 'canary'],
    ['an error that only looks like one of the client', Object.assign(new Error('canary'), { status: 404 })],
    ['a refusal by Vipps that nobody dealt with', new VippsRejected('canary', { ...where, status: 401 })],
    [
      'an outage of Vipps that nobody dealt with',
      new VippsUnavailable('canary', { ...where, status: 429, outcome: 'unknown' }),
    ],
  ])('tells the caller nothing and the log everything: %s', async (_, error) => {
    const answer = await answerTo((_request, _response, next) => next(error));
    expect(answer.status).toBe(500);
    expect(answer.body).toEqual({
      error: {
        code: 'internal',
        message: 'Something went wrong on the server. Look the payment up before you try again.',
      },
    });
    expect(JSON.stringify([...answer.headers])).not.toContain('canary');
    expect(answer.log).toMatchObject([{ msg: 'request failed', method: 'GET', path: '/x' }]);
    expect(JSON.stringify(answer.log)).toContain('canary');
  });

  test.each([
    ['full', 'cannot be written: the disk is full.'],
    ['locked', 'cannot be written: another program has locked it.'],
    ['read_only', 'cannot be written: it is read-only.'],
    ['corrupt', 'is damaged.'],
    ['io', 'cannot be reached.'],
  ] as const)(
    'of the database is one sentence to the caller, and SQLite’s words to the log: %s',
    async (reason, said) => {
      const error = new StoreUnavailable(reason, new Error('canary'));
      const answer = await answerTo(failing(error));
      expect(answer.status).toBe(503);
      const message = `The payment database ${said} Try again under the same key: nothing is done twice.`;
      expect(answer.body).toEqual({ error: { code: 'storage_unavailable', message } });
      expect(answer.headers.get('retry-after')).toBe('5');
      const line = { level: 50, msg: 'database unavailable', reason, method: 'GET', path: '/x' };
      expect(answer.log).toMatchObject([line]);
      expect(JSON.stringify(answer.log)).toContain('canary');
    },
  );

  test('in the middle of an answer breaks it off', async () => {
    const cut = answerTo((_request, response, next) => {
      response.write('{"half":');
      next(new Error('canary'));
    });
    await expect(cut).rejects.toThrow();
  });
});

describe('a request that is not as the contract has it', () => {
  const refusalOf = (schema: z.ZodType, value: unknown) => {
    try {
      return validate(schema, value);
    } catch (error) {
      expect(error).toBeInstanceOf(Refusal);
      const { code, message } = error as Refusal;
      return `${code} ${message}`;
    }
  };
  const amount = { value: 100, currency: 'NOK' };

  test('is returned as it is when it is right', () => {
    expect(validate(newPaymentSchema, { amount })).toEqual({ amount, text: '', lines: [] });
  });

  test.each([
    [newPaymentSchema, {}, /^invalid_request amount: /],
    [newPaymentSchema, undefined, /^invalid_request Invalid input: expected object/],
    [
      newPaymentSchema,
      { amount: { ...amount, tip: 1 } },
      /^invalid_request amount: Unrecognized key: "tip"$/,
    ],
    [cancelSchema, { tip: 1 }, /^invalid_request Unrecognized key: "tip"$/],
    [newPaymentSchema, { amount: { value: 100 } }, /^invalid_request amount.currency: /],
    [refundSchema, { amount, reason: 'a\nb' }, /^invalid_request reason: must be one line/],
    [
      newPaymentSchema,
      { amount, lines: [{ name: 'x', quantity: 0, amount }] },
      /^invalid_request lines.0.quan/,
    ],
    [newPaymentSchema, { amount: { ...amount, value: '100' } }, /^invalid_request amount.value: /],
    [newPaymentSchema, { amount: { ...amount, value: 100.5 } }, /^invalid_request amount.value: /],
    [newPaymentSchema, { amount: { ...amount, value: 99 } }, /^amount_out_of_range amount.value: /],
    [newPaymentSchema, { amount: { ...amount, value: -100 } }, /^amount_out_of_range amount.value: /],
    [newPaymentSchema, { amount: { ...amount, value: 65_000_001 } }, /^amount_out_of_range amount.value: /],
    [newPaymentSchema, { amount: { ...amount, value: 1e300 } }, /^amount_out_of_range amount.value: /],
    [refundSchema, { amount: { ...amount, value: 0 } }, /^amount_out_of_range amount.value: /],
    [z.string(), 7, /^invalid_request Invalid input: /],
  ])('[P9] names the field and what is wrong with it', (schema, value, expected) => {
    expect(refusalOf(schema, value)).toMatch(expected);
  });
});
