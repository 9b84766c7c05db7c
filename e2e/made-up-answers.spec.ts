// What the pages are told without a shop is what a shop would tell them: held against the server's own description.
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { cashierStates } from './contact-sheet/cashier-states.ts';
import { type Language, languages, type State, states } from './contact-sheet/states.ts';
import { english } from './pages/fixtures.ts';
import { agreeing, paid, paymentOf, rejected } from './pages/sales.ts';
import { ScriptedApi } from './pages/scripted-api.ts';
import { contentSecurityPolicy } from './pages/site.ts';
import { expect, test } from './shop/fixtures.ts';

/** Whatever a page asks by itself, and where the description has it. */
const asked = [
  ['/api/tills/1/payment', '/api/tills/{till}/payment'],
  ['/api/display', '/api/display'],
  ['/api/session', '/api/session'],
  ['/api/sign-in', '/api/sign-in'],
  ['/api/payments', '/api/payments'],
  ['/api/payments/x/events', '/api/payments/{reference}/events'],
  ['/api/tills/1/products', '/api/tills/{till}/products'],
  ['/api/displays', '/api/displays'],
] as const;

/** @returns undefined of a server that is away. */
async function answerTo(path: string, state: State, language: Language): Promise<unknown> {
  const url = new URL(path, 'http://127.0.0.1');
  return (await new ScriptedApi({ state, language }).handle({ method: 'GET', url, headers: {} }))?.json;
}

test('made-up answers are such as the server describes', async ({ shop }) => {
  const { paths } = (await shop.api('GET', '/openapi.json')).body;
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  const validatorOf = (path: string, method: string, status: number) =>
    ajv.compile(paths[path][method].responses[status].content['application/json'].schema);
  const faults = (validate: ReturnType<typeof validatorOf>, answer: unknown) =>
    validate(answer) ? [] : validate.errors;

  for (const [path, described] of asked) {
    const validate = validatorOf(described, 'get', 200);
    for (const language of languages) {
      for (const state of [...states, ...cashierStates]) {
        const answer = await answerTo(path, state, language);
        const what = `${path}, ${state.name}, ${language.lang}`;
        if (state.payment !== 'offline') expect.soft(faults(validate, answer), what).toEqual([]);
      }
    }
  }
  const check = validatorOf('/api/payments/{reference}/check', 'post', 200);
  expect.soft(faults(check, agreeing(paymentOf(paid(), english, 1)))).toEqual([]);
  const refund = validatorOf('/api/payments/{reference}/refund', 'post', 502);
  expect.soft(faults(refund, rejected.json)).toEqual([]);
});

test('pages without a shop may do what the pages of a shop may', async ({ shop }) => {
  const { headers } = await fetch(`${shop.url}/display/1`);
  expect(headers.get('content-security-policy')).toBe(contentSecurityPolicy);
});
