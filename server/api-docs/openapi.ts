// The API described from the same schemas that validate it.
import type { RequestHandler } from 'express';
import { z } from 'zod';
import { type CookieName, cookieNames } from '../access/secrets/cookies.ts';
import * as contract from '../contract/payments.ts';
import type { Operation } from './operation.ts';
import { operations } from './operations.ts';

const json = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...plain } = z.toJSONSchema(schema, { io });
  return { 'application/json': { schema: plain } };
};

const parameter = (
  name: string,
  where: 'path' | 'query' | 'header',
  schema: unknown = { type: 'string' },
) => ({ name, in: where, required: where === 'path', schema });

function parametersOf(operation: Operation) {
  const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map((match) => parameter(match[1] ?? '', 'path'));
  const query = operation.query ? z.toJSONSchema(operation.query, { io: 'input' }).properties : undefined;
  const inQuery = Object.entries(query ?? {}).map(([name, schema]) => parameter(name, 'query', schema));
  return [...inPath, ...inQuery, ...(operation.headers ?? []).map((name) => parameter(name, 'header'))];
}

function describeOperation(operation: Operation) {
  const { success, body } = operation;
  const text = success.type ? { [success.type]: { schema: { type: 'string' } } } : undefined;
  const content = success.schema ? json(success.schema, 'output') : text;
  const always = operation.open ? [400, 403, 500, 503] : [400, 401, 403, 500, 503];
  const failures = [...new Set([...always, ...(operation.errors ?? [])])]
    .toSorted()
    .map((status) => [status, { description: 'Error', content: json(contract.errorSchema, 'output') }]);
  const unchanged = operation.headers?.includes('If-None-Match')
    ? [[304, { description: 'Nothing newer' }]]
    : [];
  return {
    summary: operation.summary,
    ...(operation.open ? { security: [] } : {}),
    parameters: parametersOf(operation),
    ...(body ? { requestBody: { content: json(body, 'input') } } : {}),
    responses: {
      [success.status]: { description: 'Success', ...(content ? { content } : {}) },
      ...Object.fromEntries([...unchanged, ...failures]),
    },
  };
}

const cookie = (name: CookieName) => ({ type: 'apiKey', in: 'cookie', name: cookieNames[name] });
const securitySchemes = {
  key: { type: 'http', scheme: 'bearer' },
  session: cookie('session'),
  display: cookie('display'),
};

/** @returns an OpenAPI 3.1 document; amounts are minor units, times ISO 8601 UTC. */
export function createOpenApi(version: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describeOperation(operation) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tillside',
      version,
      description: 'Amounts are integers in minor units; times are ISO 8601 UTC.',
    },
    components: { securitySchemes },
    security: [{ key: [] }, { session: [] }, { display: [] }],
    paths,
  };
}

/** @param build makes the document, which takes longer than all else at a start: not before somebody asks for it, and only once. */
export function answerWithOpenApi(build: () => object): RequestHandler {
  let document: object | undefined;
  return (_request, response) => {
    document ??= build();
    response.json(document);
  };
}
