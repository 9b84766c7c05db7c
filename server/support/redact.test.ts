import { describe, expect, test } from 'vitest';
import { hashToken, newToken } from '../access/secrets/tokens.ts';
import { redact } from './redact.ts';

const secrets = ['canary-client-id', 'canary-client-secret', 'canary-subscription'];
const token = newToken();

describe('[P7] a line of any log', () => {
  test.each([
    ['a configured value', 'sent canary-client-secret to Vipps'],
    ['a header', 'Authorization: Basic Y2FuYXJ5'],
    ['a header in lower case', 'authorization: bearer canary.token-1'],
    ['a header in JSON', '{"headers":{"authorization":"Basic Y2FuYXJ5"}}'],
    ['a header in a list', '{"set-cookie":["other=Y2FuYXJ5; Path=/"]}'],
    ['a header in JSON within JSON', '{"msg":"{\\"Ocp-Apim-Subscription-Key\\":\\"Y2FuYXJ5\\"}"}'],
    ['several cookies', 'Cookie: a=b; theirs=Y2FuYXJ5; c=d'],
    ['cookies of ours', 'got tillside_session=Y2FuYXJ5 here'],
    ['the answer to a sign-in at Vipps', '{"token_type":"Bearer","access_token":"Y2FuYXJ5"}'],
    ['a body', 'client_secret=Y2FuYXJ5&grant_type=x'],
    ['a PIN', '{"name":"Kari","pin":"Y2FuYXJ5"}'],
    ['a JSON web token', 'got eyJhbGciOiJub25l.eyJzdWIiOiJjYW5hcnki.Y2FuYXJ5 back'],
    ['a database with a password', 'postgres://till:Y2FuYXJ5@db/till'],
    ['where a customer lands', 'GET https://api.vipps.no/dwo/v1/deeplink?v=2&t=Y2FuYXJ5'],
    ['a set-up link', 'open https://till.example/set-up#Y2FuYXJ5'],
    ['a PIN as it is stored', 'scrypt$16384$8$5$Y2FuYXJ5$Y2FuYXJ5'],
  ])('loses %s', (_, line) => {
    const cleaned = redact(line, secrets);
    expect(cleaned).toContain('[secret]');
    expect(cleaned).not.toMatch(/Y2FuYXJ5|canary|eyJ/);
  });

  test('loses keys of ours and their hashes, wherever they stand', () => {
    for (const one of [token, hashToken(token)]) {
      expect(redact(`key ${one}, or "${one}"/${one}`, [])).toBe('key [secret], or "[secret]"/[secret]');
    }
  });

  test.each([
    '{"level":30,"time":1795423921090,"reference":"till-1-a1b2c3d4e5f6g","from":"presented","to":"approved"}',
    '{"method":"GET","path":"/ecomm/v2/payments/till-1-a1b2c3d4e5f6g/details","status":429}',
    '{"display":"0b6f4ad4-6f0c-4f5b-9d0a-4b0c7c1f2f3e","by":"Kari","msg":"display paired"}',
    'Tillside is ready at http://127.0.0.1:3000 (DEMO, no money moves).',
    'at async start (file:///app/server/start.ts:70:12)',
  ])('keeps what helps: %s', (line) => {
    expect(redact(line, secrets)).toBe(line);
  });
});
