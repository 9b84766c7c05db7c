// What the check by official descriptions sees, shown with a small description of our own: without the official ones, too.
import { describe, expect, test } from 'vitest';
import { createCheck, type Exchanged } from './check.ts';
import { toOfficial } from './descriptions.ts';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: object) => ({ content: { 'application/json;charset=UTF-8': { schema } } });
const header = (name: string, schema: object, required = false) => ({ name, in: 'header', required, schema });

const api = {
  openapi: '3.0.0',
  servers: [{ url: 'https://api.example/shop' }],
  security: [{ bearer: [] }],
  paths: {
    '/orders/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', maxLength: 5 } }],
      post: {
        parameters: [
          header('Key', { type: 'string', pattern: '^k' }, true),
          header('Size', { type: 'integer', maximum: 9 }),
        ],
        requestBody: { required: true, ...json(ref('Order')) },
        responses: { 200: json(ref('Order')), 204: {}, default: { $ref: '#/components/responses/Error' } },
      },
      get: { responses: { 200: json(ref('Order')) } },
    },
    '/orders/latest': { get: { responses: { 204: {} } } },
  },
  components: {
    responses: { Error: json({ oneOf: [ref('Problem'), { type: 'array', items: ref('Problem') }] }) },
    schemas: {
      Problem: { type: 'object', required: ['title'], properties: { title: { type: 'string' } } },
      Order: {
        type: 'object',
        required: ['amount'],
        properties: {
          amount: { type: 'integer', minimum: 1, exclusiveMinimum: false },
          note: { type: 'string', nullable: true, maxLength: 3 },
          problem: { ...ref('Problem'), nullable: true },
        },
      },
    },
  },
};
const check = createCheck(toOfficial([['api.yaml', api]]));

const type = { 'content-type': 'application/json' };
const fine: Exchanged = {
  method: 'POST',
  url: new URL('https://api.example/shop/orders/a'),
  headers: { ...type, authorization: 'Bearer t', key: 'k1', size: '9' },
  body: '{"amount":1}',
  answer: { status: 200, headers: type, body: '{"amount":1,"note":null,"problem":null}' },
};
const call = (bent: Partial<Exchanged>): Exchanged => ({ ...fine, ...bent });
const answered = (status: number, body: string, headers = type) =>
  call({ answer: { status, body, headers } });
const asked = (bent: Record<string, string>) => call({ headers: { ...fine.headers, ...bent } });
const at = (path: string) => call({ url: new URL(`https://api.example${path}`) });
const without = (name: string) => {
  const { [name]: _, ...headers } = fine.headers;
  return call({ headers });
};

const post = 'api.yaml#/paths/~1orders~1{id}/post';
const schemas = 'api.yaml#/components/schemas';

describe('finds', () => {
  test.each<[string, Exchanged]>([
    ['a call as described', fine],
    ['an answer without a body, where none is described', answered(204, '')],
    ['a refusal', answered(400, '{"title":"No"}')],
    ['the other kind of refusal', answered(500, '[{"title":"No"}]')],
    [
      'the path that fits best',
      { ...at('/shop/orders/latest'), method: 'GET', body: '', answer: answered(204, '').answer },
    ],
    ['what is not described at all', at('/accesstoken/get')],
  ])('nothing in %s', (_, exchanged) => {
    expect(check(exchanged)).toEqual([]);
  });

  test.each<[string, Exchanged, string[]]>([
    ['an unknown path', at('/shop/nothing'), ['#/paths/~1shop~1nothing']],
    ['a path outside the server’s', at('/orders/a'), ['#/paths/~1orders~1a']],
    ['an unknown method', call({ method: 'PUT' }), ['#/paths/~1shop~1orders~1a']],
    [
      'a path parameter',
      at('/shop/orders/abcdef'),
      ['api.yaml#/paths/~1orders~1{id}/parameters/0/schema/maxLength'],
    ],
    ['a query that is not described', at('/shop/orders/a?x=1'), [`${post}/parameters/x`]],
    ['a missing header', without('key'), [`${post}/parameters/0/required`]],
    ['a wrong header', asked({ key: 'x' }), [`${post}/parameters/0/schema/pattern`]],
    ['a number in a header', asked({ size: '10' }), [`${post}/parameters/1/schema/maximum`]],
    ['no number in a header', asked({ size: 'big' }), [`${post}/parameters/1/schema/type`]],
    ['a call without a token', without('authorization'), [`${post}/security`]],
    ['a missing body', call({ body: '' }), [`${post}/requestBody/required`]],
    ['a body that is not JSON', call({ body: '{' }), [`${schemas}/Order/type`]],
    ['a missing field', call({ body: '{}' }), [`${schemas}/Order/required/amount`]],
    ['a misspelt field', call({ body: '{"amount":1,"nots":"a"}' }), [`${schemas}/Order/properties/nots`]],
    ['a wrong amount', call({ body: '{"amount":0}' }), [`${schemas}/Order/properties/amount/minimum`]],
    ['digits for a number', call({ body: '{"amount":"1"}' }), [`${schemas}/Order/properties/amount/type`]],
    [
      'a body of another type',
      asked({ 'content-type': 'text/plain' }),
      [`${post}/requestBody/content/text~1plain`],
    ],
    [
      'an answer of another type and shape',
      answered(200, '{"amount":1,"note":"long"}', { 'content-type': 'text/html' }),
      [`${post}/responses/200/content/text~1html`, `${schemas}/Order/properties/note/maxLength`],
    ],
    [
      'a refusal that is neither kind',
      answered(400, '{"detail":"No"}'),
      ['api.yaml#/components/responses/Error/content/application~1json;charset=UTF-8/schema/oneOf'],
    ],
    ['a body where none is described', answered(204, '{}'), [`${post}/responses/204/content`]],
    [
      'a status that is not described',
      { ...call({ method: 'GET', body: '' }), answer: answered(404, '').answer },
      ['api.yaml#/paths/~1orders~1{id}/get/responses/404'],
    ],
    ['a success that is not described', answered(202, '{"title":"No"}'), [`${post}/responses/202`]],
    [
      'a body that a call is not to have',
      call({ method: 'GET' }),
      ['api.yaml#/paths/~1orders~1{id}/get/requestBody'],
    ],
  ])('%s', (_, exchanged, places) => {
    expect(check(exchanged).map((finding) => finding.at)).toEqual(places);
  });
});
