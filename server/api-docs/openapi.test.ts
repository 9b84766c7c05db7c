import type { Request, Response } from 'express';
import { afterAll, describe, expect, test } from 'vitest';
import { aServer } from '../testing/http.ts';
import { routesOf } from '../testing/routes.ts';
import { answerWithOpenApi, createOpenApi } from './openapi.ts';
import { operations } from './operations.ts';

const server = await aServer();
afterAll(() => server.close());
/** The description itself is none of the calls. */
const routes = routesOf(server.app).filter(
  (route) => / \/api\//.test(route) && route !== 'get /api/openapi.json',
);

const described = operations.map(({ method, path }) => `${method} ${path}`);
const document = JSON.parse(JSON.stringify(createOpenApi('1.2.3')));

test('the description of the API describes every route and nothing else', () => {
  expect(routes.length).toBeGreaterThan(20);
  expect(described.toSorted()).toEqual(routes.toSorted());
});

test('no operation is described twice', () => {
  expect(new Set(described).size).toBe(described.length);
});

describe('the document', () => {
  test('is built for the first who asks, not at the start, and kept for the next', () => {
    let built = 0;
    const answer = answerWithOpenApi(() => ({ built: ++built }));
    expect(built).toBe(0);
    const answered: unknown[] = [];
    const response = { json: (body: unknown) => answered.push(body) } as unknown as Response;
    for (let asked = 0; asked < 2; asked += 1) answer({} as Request, response, () => undefined);
    expect(answered).toEqual([{ built: 1 }, { built: 1 }]);
  });

  test('is what the server answers with', async () => {
    const { status, body } = await server.call('GET', '/api/openapi.json');
    expect([status, body]).toEqual([200, JSON.parse(JSON.stringify(createOpenApi('0.0.0')))]);
  });

  test('is OpenAPI 3.1 and names its version', () => {
    expect(document).toMatchObject({ openapi: '3.1.0', info: { title: 'Tillside', version: '1.2.3' } });
    expect(Object.keys(document).toSorted()).toEqual(['components', 'info', 'openapi', 'paths', 'security']);
  });

  test.each(operations.map(({ method, path }) => [method, path]))('is whole: %s %s', (method, path) => {
    const operation = document.paths[path][method];
    expect(operation.summary).toMatch(/\w/);
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
    const isEmpty = ['/api/displays/{id}/identify', '/api/callbacks/ecom/v2/payments/{reference}'];
    const takesNone = method !== 'post' || isEmpty.includes(path);
    expect(operation.requestBody === undefined).toBe(takesNone);
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
      'q',
      'cursor',
    ]);
    expect(names('/api/tills/{till}/payment', 'get')).toEqual(['till', 'If-None-Match', 'Prefer']);
    expect(names('/api/tills/{till}/payments', 'post')).toEqual(['till', 'Idempotency-Key']);
  });

  test('[P9] has amounts as integers', () => {
    const { schema } =
      document.paths['/api/tills/{till}/payments'].post.requestBody.content['application/json'];
    expect(schema.properties.amount.properties.value).toMatchObject({ type: 'integer', minimum: 100 });
    expect(schema.required).toEqual(['amount']);
  });
});
