// The scripted answers that pages get in tests without a server match the server's own OpenAPI description.
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { cashierStates } from '../contact-sheet/cashier-states.ts';
import { type Language, languages, type State, states } from '../contact-sheet/states.ts';
import { english } from '../pages/fixtures.ts';
import { agreeing, paid, paymentOf, rejected } from '../pages/sales.ts';
import { ScriptedApi } from '../pages/scripted-api.ts';
import { contentSecurityPolicyOf } from '../pages/site.ts';
import { expect, test } from '../shop/screens/fixtures.ts';

const idle: State = { name: 'idle', payment: null };
const everyState = [...states, ...cashierStates].filter(({ payment }) => payment !== 'offline');
const inEnglish = [english];

/** Each request that a page sends, where the description has it, and on what the answer depends. */
const asked: readonly [string, string, readonly State[], readonly Language[]][] = [
  ['/api/tills/1/payment', '/api/tills/{till}/payment', everyState, languages],
  ['/api/display', '/api/display', everyState, inEnglish],
  ['/api/payments', '/api/payments', [idle], languages],
  ['/api/tills/1/day', '/api/tills/{till}/day', [idle], languages],
  ['/api/payments/x/events', '/api/payments/{reference}/events', [idle], inEnglish],
  ['/api/session', '/api/session', [idle], inEnglish],
  ['/api/sign-in', '/api/sign-in', [idle], inEnglish],
  ['/api/tills/1/products', '/api/tills/{till}/products', [idle], inEnglish],
  ['/api/displays', '/api/displays', [idle], inEnglish],
  ['/api/home', '/api/home', [idle], inEnglish],
];

async function answerTo(path: string, state: State, language: Language): Promise<unknown> {
  const url = new URL(path, 'http://127.0.0.1');
  return (await new ScriptedApi({ state, language }).handle({ method: 'GET', url, headers: {} }))?.json;
}

test('scripted answers match the server’s description', async ({ shop }) => {
  const { paths } = (await shop.api('GET', '/openapi.json')).body;
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  const validatorOf = (path: string, method: string, status: number) =>
    ajv.compile(paths[path][method].responses[status].content['application/json'].schema);
  const faults = (validate: ReturnType<typeof validatorOf>, answer: unknown) =>
    validate(answer) ? [] : validate.errors;

  for (const [path, described, shown, spoken] of asked) {
    const validate = validatorOf(described, 'get', 200);
    for (const state of shown) {
      for (const language of spoken) {
        const what = `${path}, ${state.name}, ${language.lang}`;
        expect.soft(faults(validate, await answerTo(path, state, language)), what).toEqual([]);
      }
    }
  }
  const check = validatorOf('/api/payments/{reference}/check', 'post', 200);
  expect.soft(faults(check, agreeing(paymentOf(paid(), english, 1)))).toEqual([]);
  const refund = validatorOf('/api/payments/{reference}/refund', 'post', 502);
  expect.soft(faults(refund, rejected.json)).toEqual([]);
});

test('pages without a server have the security headers of the server’s pages', async ({ shop }) => {
  for (const path of ['/display/1', '/sign-in']) {
    const { headers } = await fetch(shop.url + path);
    expect(headers.get('content-security-policy'), path).toBe(contentSecurityPolicyOf(path));
  }
});
