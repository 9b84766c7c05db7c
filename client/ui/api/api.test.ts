import { afterEach, expect, test, vi } from 'vitest';
import { errorCodes } from '../../../server/contract/payments.ts';
import * as en from '../texts/en/cashier/all.ts';
import { ApiError, call, failureOf, newKey, UnreachableError, waitAfter, whenSignedOut } from './api.ts';

afterEach(() => vi.unstubAllGlobals());

const answering = (answer: () => Promise<Response>) => vi.stubGlobal('fetch', vi.fn(answer));

test('an error of the server carries its status and code', async () => {
  answering(async () => Response.json({ error: { code: 'till_busy', message: 'Busy' } }, { status: 409 }));
  const error = await call('/api/x').catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ name: 'ApiError', status: 409, code: 'till_busy', message: 'Busy' });
});

test('[P1] a response that our server did not write leaves the outcome unknown', async () => {
  answering(async () => new Response('<h1>Bad gateway</h1>', { status: 502 }));
  await expect(call('/api/x')).rejects.toBeInstanceOf(UnreachableError);
  answering(async () => Response.json({ detail: 'no' }, { status: 500 }));
  await expect(call('/api/x')).rejects.toBeInstanceOf(UnreachableError);
});

test('[P1] a missing response leaves the outcome unknown', async () => {
  answering(() => Promise.reject(new TypeError('Failed to fetch')));
  const error = await call('/api/x').catch((thrown: unknown) => thrown);
  expect(failureOf(error)).toBe('unreachable');
});

test('304 is an answer without a body', async () => {
  answering(async () => new Response(null, { status: 304 }));
  expect(await call('/api/x')).toMatchObject({ status: 304, body: null });
});

test('204 is an answer without a body', async () => {
  answering(async () => new Response(null, { status: 204 }));
  expect(await call('/api/x', { method: 'DELETE' })).toMatchObject({ status: 204, body: null });
});

test('a rate-limited caller learns how many seconds to wait', async () => {
  const error = { code: 'rate_limited', message: 'Slower' };
  const after = (headers: Record<string, string>) => {
    answering(async () => Response.json({ error }, { status: 429, headers }));
    return call('/api/x').catch(waitAfter);
  };
  expect(await after({ 'Retry-After': '12' })).toBe(12);
  expect(await after({})).toBe(0);
  expect(await after({ 'Retry-After': 'Mon, 23 Nov 2026 10:00:00 GMT' })).toBe(0);
  expect(waitAfter(new UnreachableError('/api/x', null))).toBe(0);
});

test('the handler for a lost session is called on not_signed_in from any request, and on no other error', async () => {
  const heard = vi.fn();
  whenSignedOut(heard);
  for (const code of errorCodes) {
    answering(async () => Response.json({ error: { code, message: '' } }, { status: 400 }));
    await call('/api/x').catch(() => null);
    expect(heard, code).toHaveBeenCalledTimes(errorCodes.indexOf(code) < 1 ? 0 : 1);
  }
  whenSignedOut(() => {});
});

test('idempotency keys are fresh, also where the browser has no randomUUID', () => {
  const old = { getRandomValues: crypto.getRandomValues.bind(crypto) };
  const keys = Array.from({ length: 50 }, () => newKey(old));
  expect(new Set(keys).size).toBe(50);
  expect(keys.every((key) => /^[0-9a-f]{32}$/.test(key))).toBe(true);
});

test('every error has a sentence that names what to do, and the wallet where it is meant', () => {
  const sentences = en.cashier.errors('MobilePay');
  for (const code of errorCodes) expect(sentences[code]).toMatch(/^[A-Z].*\.$/);
  for (const code of errorCodes) expect(en.access.errors[code]).toMatch(/^[A-Z].*\.$/);
  expect(sentences.vipps_rejected).toContain('MobilePay');
});
