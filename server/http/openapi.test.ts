import type { Router } from 'express';
import { describe, expect, test } from 'vitest';
import { createPaymentRoutes, type RoutesDeps } from '../payments/routes.ts';
import type { ReportDeps } from '../reconciliation/report.ts';
import { createReconciliationRoutes } from '../reconciliation/routes.ts';
import { createOpenApi, operations } from './openapi.ts';

// Nothing is called: only which routes there are is looked at.
const nothing = { tills: [] } as unknown as RoutesDeps & ReportDeps;
const routes = [createPaymentRoutes(nothing), createReconciliationRoutes(nothing)];

/** `get /api/payments/{reference}` for every route of the API. */
function routesOf(routers: Router[]): string[] {
  const layers = routers.flatMap(({ stack }) => stack);
  return layers.flatMap(({ route }) => {
    const methods = new Set(route?.stack.map(({ method }) => method));
    return [...methods].map((method) => `${method} /api${route?.path.replace(/:(\w+)/g, '{$1}')}`);
  });
}

const described = operations.map(({ method, path }) => `${method} ${path}`);
const document = JSON.parse(JSON.stringify(createOpenApi('1.2.3')));

test('the description of the API describes every route and nothing else', () => {
  expect(routesOf(routes).length).toBeGreaterThan(5);
  expect(described.toSorted()).toEqual(routesOf(routes).toSorted());
});

test('no operation is described twice', () => {
  expect(new Set(described).size).toBe(described.length);
});

describe('the document', () => {
  test('is OpenAPI 3.1 and names its version', () => {
    expect(document).toMatchObject({ openapi: '3.1.0', info: { title: 'Tillside', version: '1.2.3' } });
    expect(Object.keys(document).toSorted()).toEqual(['info', 'openapi', 'paths']);
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
      expect(response.content === undefined).toBe(status === '304');
    }
    const success = Object.keys(operation.responses).filter((status) => status.startsWith('2'));
    expect(success).toHaveLength(1);
    expect(operation.responses).toMatchObject({ 400: {}, 403: {}, 500: {}, 503: {} });
    expect(operation.requestBody === undefined).toBe(method === 'get');
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
