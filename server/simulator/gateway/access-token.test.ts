import { describe, expect, test } from 'vitest';
import { openTill, tokenHeaders } from '../testing/till.ts';

describe('the access token', () => {
  test('is answered with its numbers as strings, in seconds', async () => {
    const { call, clock } = await openTill();
    const { status, body } = await call('POST', '/accesstoken/get', { headers: tokenHeaders });
    const nowS = clock.nowMs / 1000;
    expect(status).toBe(200);
    expect(body).toEqual({
      token_type: 'Bearer',
      expires_in: '3599',
      ext_expires_in: '3599',
      expires_on: String(nowS + 3600),
      not_before: String(nowS - 300),
      resource: expect.any(String),
      access_token: expect.stringMatching(/^eyJ[\w-]+\.[\w-]+\.[\w-]+$/),
    });
  });

  test('is found whatever the case of the path, with or without a slash at its end', async () => {
    const { call } = await openTill();
    for (const path of ['/accessToken/get', '/AccessToken/Get', '/accesstoken/get/']) {
      expect((await call('POST', path, { headers: tokenHeaders })).status).toBe(200);
    }
  });

  test('differs each time', async () => {
    const { call } = await openTill();
    const first = await call('POST', '/accesstoken/get', { headers: tokenHeaders });
    const second = await call('POST', '/accesstoken/get', { headers: tokenHeaders });
    expect(first.body.access_token).not.toBe(second.body.access_token);
  });

  test.each([
    ['client_id', { client_id: 'someone' }, 'unauthorized_client'],
    ['client_secret', { client_secret: 'guess' }, 'invalid_client'],
    ['client_secret, absent', { client_secret: undefined }, 'invalid_client'],
  ])('is refused for a wrong %s', async (_what, wrong, error) => {
    const { call } = await openTill();
    const answer = await call('POST', '/accesstoken/get', { headers: { ...tokenHeaders, ...wrong } });
    expect(answer.status).toBe(401);
    expect(answer.body).toMatchObject({ error, error_codes: [expect.any(Number)] });
  });

  test('is refused by the gateway for a wrong subscription key', async () => {
    const { call } = await openTill();
    const headers = { ...tokenHeaders, 'Ocp-Apim-Subscription-Key': 'guess' };
    const answer = await call('POST', '/accesstoken/get', { headers });
    expect(answer.status).toBe(401);
    expect(answer.body).toMatchObject({
      statusCode: 401,
      message: expect.stringMatching(/^Access denied due to invalid/),
    });
  });

  test('is good for an hour and no longer', async () => {
    const { initiate, details, clock, signIn } = await openTill();
    await initiate('till-1-a');
    clock.nowMs += 3_600_000 - 1;
    expect((await details('till-1-a')).status).toBe(200);
    clock.nowMs += 1;
    const late = await details('till-1-a');
    expect(late.status).toBe(401);
    expect(late.body).toEqual({
      responseInfo: { responseCode: 401, responseMessage: 'Unauthorized' },
      result: { message: expect.any(String) },
    });
    await signIn();
    expect((await details('till-1-a')).status).toBe(200);
  });
});

describe('the gateway', () => {
  test.each(['Bearer', 'bearer', 'BEARER'])('takes the scheme %s', async (scheme) => {
    const { call } = await openTill();
    const { body } = await call('POST', '/accesstoken/get', { headers: tokenHeaders });
    const headers = { Authorization: `${scheme} ${body.access_token}` };
    const answer = await call('GET', '/ecomm/v2/payments/none/details', { headers });
    expect(answer.status).toBe(404);
  });

  test.each([
    ['no token', undefined],
    ['a token without a scheme', 'eyJ0.eyJ0.abc'],
    ['a token that was not issued', 'Bearer eyJ0eXAi.eyJlbmRzQXRNcyI6OTk5OTk5OTk5OTk5OTl9.c2ln'],
  ])('refuses %s', async (_what, Authorization) => {
    const { call } = await openTill();
    const answer = await call('GET', '/ecomm/v2/payments/a/details', { headers: { Authorization } });
    expect(answer.status).toBe(401);
    expect(answer.body.responseInfo).toEqual({ responseCode: 401, responseMessage: 'Unauthorized' });
  });

  test.each([
    ['without', undefined, 'missing'],
    ['with a wrong', 'guess', 'invalid'],
  ])('refuses calls %s subscription key', async (_what, key, word) => {
    const { call } = await openTill();
    for (const [method, path] of [
      ['GET', '/ecomm/v2/payments/a/details'],
      ['POST', '/qr/v1'],
    ] as const) {
      const answer = await call(method, path, { headers: { 'Ocp-Apim-Subscription-Key': key } });
      expect(answer.status).toBe(401);
      expect(answer.body.message).toContain(`Access denied due to ${word} subscription key`);
    }
  });

  test('refuses system headers above 30 characters, in the words of the API', async () => {
    const { call } = await openTill();
    const fits = await call('GET', '/ecomm/v2/payments/a/details', {
      headers: { 'Vipps-System-Name': 'a'.repeat(30) },
    });
    expect(fits.status).toBe(404);
    for (const name of ['Vipps-System-Name', 'Vipps-System-Plugin-Version']) {
      const headers = { [name]: 'a'.repeat(31) };
      const ecom = await call('GET', '/ecomm/v2/payments/a/details', { headers });
      expect(ecom.status).toBe(400);
      expect(ecom.body).toMatchObject([{ errorGroup: 'InvalidRequest', errorCode: name }]);
      const qr = await call('POST', '/qr/v1', { headers, body: {} });
      expect(qr.status).toBe(400);
      expect(qr.body.invalidParams).toMatchObject([{ name }]);
    }
  });

  test('refuses a sales unit that the credentials do not cover', async () => {
    const { call } = await openTill({ salesUnits: ['654321'] });
    const ask = (msn: string) =>
      call('GET', '/ecomm/v2/payments/a/details', { headers: { 'Merchant-Serial-Number': msn } });
    expect((await ask('654321')).status).toBe(404);
    expect((await ask('999999')).status).toBe(403);
  });
});
