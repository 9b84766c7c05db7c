// The API described from the list of routes and the schemas that validate it.
import { z } from 'zod';
import type { Route } from '../access/route.ts';
import type { Cookies } from '../access/secrets/cookies.ts';
import type { ErrorCode } from '../contract/payments.ts';
import { exampleOf, exampleOfError } from './examples.ts';
import { failuresOf } from './failures.ts';

const schemaOf = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...plain } = z.toJSONSchema(schema, { io });
  return plain;
};

function json(schema: z.ZodType, io: 'input' | 'output') {
  return { 'application/json': { schema: schemaOf(schema, io), example: exampleOf(schema) } };
}

const parameter = (
  name: string,
  where: 'path' | 'query' | 'header',
  schema: unknown = { type: 'string' },
) => ({ name, in: where, required: where === 'path', schema });

function parametersOf({ path, query, headers = [] }: Route) {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => parameter(match[1] ?? '', 'path'));
  const properties = query ? z.toJSONSchema(query, { io: 'input' }).properties : undefined;
  const inQuery = Object.entries(properties ?? {}).map(([name, schema]) => parameter(name, 'query', schema));
  return [...inPath, ...inQuery, ...headers.map((name) => parameter(name, 'header'))];
}

function contentOf({ success: { schema, type } }: Route) {
  if (schema) return { content: json(schema, 'output') };
  return type
    ? { content: { [type]: { schema: type === 'application/json' ? {} : { type: 'string' } } } }
    : {};
}

/** One of these codes, and what people read. */
const errorBody = (codes: readonly ErrorCode[]) =>
  z.object({ error: z.object({ code: z.enum(codes), message: z.string() }) });

function failure(codes: readonly ErrorCode[]) {
  const schema = schemaOf(errorBody(codes), 'output');
  const examples = Object.fromEntries(codes.map((code) => [code, { value: exampleOfError(code) }]));
  return { description: codes.join(', '), content: { 'application/json': { schema, examples } } };
}

function describeRoute(route: Route) {
  const { operationId, summary, access, body, headers, success } = route;
  const failures = [...failuresOf(route)].map(([status, codes]) => [status, failure(codes)] as const);
  const unchanged = headers?.includes('If-None-Match')
    ? [[304, { description: 'Nothing newer' }] as const]
    : [];
  return {
    operationId,
    summary,
    ...(access === 'anybody' ? { security: [] } : {}),
    parameters: parametersOf(route),
    ...(body ? { requestBody: { content: json(body, 'input') } } : {}),
    responses: {
      [success.status]: { description: 'Success', ...contentOf(route) },
      ...Object.fromEntries([...unchanged, ...failures]),
    },
  };
}

type Names = Pick<Cookies, 'nameOf'>;

function securitySchemes({ nameOf }: Names) {
  return {
    key: { type: 'http', scheme: 'bearer' },
    session: { type: 'apiKey', in: 'cookie', name: nameOf('session') },
    display: { type: 'apiKey', in: 'cookie', name: nameOf('display') },
  };
}

/** @returns an OpenAPI 3.1 document; amounts are minor units, times ISO 8601 UTC. */
export function createOpenApi(version: string, routes: readonly Route[], cookies: Names) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method]: describeRoute(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tillside',
      version,
      description: 'Amounts are integers in minor units; times are ISO 8601 UTC.',
    },
    components: { securitySchemes: securitySchemes(cookies) },
    security: [{ key: [] }, { session: [] }, { display: [] }],
    paths,
  };
}
