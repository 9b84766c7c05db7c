import { afterAll, describe, expect, test } from 'vitest';
import { routesOf } from '../testing/api/routes.ts';
import { aServer } from '../testing/http.ts';
import { exampleOf } from './examples.ts';
import { createOpenApi } from './openapi.ts';

const server = await aServer();
afterAll(() => server.close());
const { routes } = server;
const described = routes.map(({ method, path }) => `${method} ${path}`);
const document = JSON.parse(JSON.stringify(createOpenApi('1.2.3', routes, server.access.cookies)));

test('the description of the API describes every route and nothing else', () => {
  const all = routesOf(server.app).filter((route) => / \/(api\/|metrics$)/.test(route));
  expect(all.length).toBeGreaterThan(30);
  expect(described.toSorted()).toEqual(all.toSorted());
});

test('no call is described twice, or under the name of another', () => {
  expect(new Set(described).size).toBe(described.length);
  expect(new Set(routes.map(({ operationId }) => operationId)).size).toBe(routes.length);
});

const schemas = routes.flatMap(({ method, path, body, success }) => [
  ...(body ? [{ of: `body of ${method} ${path}`, schema: body }] : []),
  ...(success.schema ? [{ of: `answer to ${method} ${path}`, schema: success.schema }] : []),
]);

test.each(schemas)('has an example that is right: $of', ({ schema }) => {
  expect(exampleOf(schema)).toBeDefined();
  expect(schema.safeParse(exampleOf(schema)).error).toBeUndefined();
});

describe('the document', () => {
  test('is what the server answers with', async () => {
    const { status, body } = await server.call('GET', '/api/openapi.json');
    expect([status, body]).toEqual([
      200,
      JSON.parse(JSON.stringify(createOpenApi('0.0.0', routes, server.access.cookies))),
    ]);
  });

  test('is OpenAPI 3.1 and names its version', () => {
    expect(document).toMatchObject({ openapi: '3.1.0', info: { title: 'Tillside', version: '1.2.3' } });
    expect(Object.keys(document).toSorted()).toEqual(['components', 'info', 'openapi', 'paths', 'security']);
  });

  test.each(routes)('is whole: $method $path', ({ method, path, body }) => {
    const operation = document.paths[path][method];
    expect(operation.summary).toMatch(/\w/);
    expect(operation.operationId).toMatch(/^[a-z][a-zA-Z]+$/);
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    const parameters: { name: string; in: string; required: boolean; schema: object }[] =
      operation.parameters;
    expect(parameters.filter((one) => one.in === 'path').map(({ name }) => name)).toEqual(inPath);
    for (const one of parameters) {
      expect(['path', 'query', 'header']).toContain(one.in);
      expect(one.required).toBe(one.in === 'path');
      expect(Object.keys(one.schema)).not.toHaveLength(0);
    }
    for (const [status, response] of Object.entries<{ description: string; content?: object }>(
      operation.responses,
    )) {
      expect(status).toMatch(/^[2-5]\d\d$/);
      expect(response.description).toMatch(/\w/);
      expect(response.content === undefined).toBe(status === '304' || status === '204');
    }
    const success = Object.keys(operation.responses).filter((status) => status.startsWith('2'));
    expect(success).toHaveLength(1);
    expect(operation.responses).toMatchObject({ 400: {}, 403: {}, 500: {}, 503: {} });
    expect(operation.requestBody === undefined).toBe(body === undefined);
  });

  test('has the query of the list and the headers of the writes', () => {
    const names = (path: string, method: string) =>
      document.paths[path][method].parameters.map(({ name }: { name: string }) => name);
    expect(names('/api/payments', 'get')).toEqual([
      'till',
      'state',
      'from',
      'to',
      'attention',
      'uncaptured',
      'refunded',
      'amountFrom',
      'amountTo',
      'q',
      'cursor',
    ]);
    expect(names('/api/tills/{till}/payment', 'get')).toEqual(['till', 'If-None-Match', 'Prefer']);
    expect(names('/api/tills/{till}/payments', 'post')).toEqual(['till', 'Idempotency-Key']);
  });

  test('names the error codes of each status, with an example of each', () => {
    const { responses } = document.paths['/api/payments/{reference}/refund'].post;
    const { schema, examples } = responses[409].content['application/json'];
    const codes = ['idempotency_mismatch', 'wrong_state', 'refund_exceeds_captured'];
    expect(schema.properties.error.properties.code.enum).toEqual(codes);
    expect(Object.keys(examples)).toEqual(codes);
    expect(examples.wrong_state.value.error).toMatchObject({ code: 'wrong_state' });
    expect(Object.keys(responses)).toEqual([
      '200',
      '400',
      '401',
      '403',
      '404',
      '409',
      '413',
      '415',
      '429',
      '500',
      '502',
      '503',
    ]);
  });

  test('says that the names of before are told for one version only', () => {
    const { schema } =
      document.paths['/api/payments/{reference}/events'].get.responses[200].content['application/json'];
    const { name, event } = schema.properties.events.items.properties;
    expect([name.deprecated, event.deprecated]).toEqual([undefined, true]);
    expect(event.description).toContain('`given_back` for `released`');
  });

  test('[P9] has amounts as integers', () => {
    const { schema } =
      document.paths['/api/tills/{till}/payments'].post.requestBody.content['application/json'];
    expect(schema.properties.amount.properties.value).toMatchObject({ type: 'integer', minimum: 100 });
    expect(schema.required).toEqual(['amount']);
  });
});
