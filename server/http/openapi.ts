// The API described from the same schemas that validate it.
import { z } from 'zod';
import * as contract from '../contract.ts';
import { reconciliationQuerySchema, reconciliationSchema } from '../contract-reconciliation.ts';

type Operation = {
  method: 'get' | 'post';
  path: string;
  summary: string;
  body?: z.ZodType;
  query?: z.ZodObject;
  headers?: readonly string[];
  success: { status: number; schema?: z.ZodType; type?: string };
  /** Statuses of errors besides 400, 403, 500 and 503 (the database), which any call may answer. */
  errors?: readonly number[];
};

export const operations: readonly Operation[] = [
  {
    ...{
      method: 'post',
      path: '/api/tills/{till}/payments',
      summary: 'Start a sale; answers when the QR is ready',
    },
    ...{ body: contract.newPaymentSchema, headers: ['Idempotency-Key'], errors: [404, 409, 502] },
    success: { status: 201, schema: contract.paymentSchema },
  },
  {
    ...{
      method: 'get',
      path: '/api/tills/{till}/payment',
      summary: 'What this till shows now; null is idle',
    },
    ...{ headers: ['If-None-Match', 'Prefer'], errors: [404] },
    success: { status: 200, schema: contract.tillPaymentSchema },
  },
  {
    ...{ method: 'get', path: '/api/payments', summary: 'Find payments, newest first' },
    ...{ query: contract.listQuerySchema, success: { status: 200, schema: contract.paymentListSchema } },
  },
  {
    ...{ method: 'get', path: '/api/payments/{reference}', summary: 'One payment', errors: [404] },
    success: { status: 200, schema: contract.paymentSchema },
  },
  {
    ...{ method: 'get', path: '/api/payments/{reference}/events', summary: 'Its history', errors: [404] },
    success: { status: 200, schema: contract.historySchema },
  },
  {
    ...{ method: 'get', path: '/api/payments/{reference}/qr', summary: 'Its QR, while it can be paid' },
    ...{ errors: [404], success: { status: 200, type: 'image/svg+xml' } },
  },
  {
    ...{ method: 'post', path: '/api/payments/{reference}/cancel', summary: 'Cancel it' },
    ...{ body: contract.cancelSchema, errors: [404, 409] },
    success: { status: 200, schema: contract.paymentSchema },
  },
  {
    ...{ method: 'post', path: '/api/payments/{reference}/capture', summary: 'Capture all or a part' },
    ...{ body: contract.captureSchema, headers: ['Idempotency-Key'], errors: [404, 409, 502] },
    success: { status: 200, schema: contract.paymentSchema },
  },
  {
    ...{ method: 'post', path: '/api/payments/{reference}/refund', summary: 'Refund all or a part' },
    ...{ body: contract.refundSchema, headers: ['Idempotency-Key'], errors: [404, 409, 502] },
    success: { status: 200, schema: contract.paymentSchema },
  },
  {
    ...{ method: 'get', path: '/api/reconciliation', summary: 'A day, compared with what Vipps shows now' },
    ...{ query: reconciliationQuerySchema, success: { status: 200, schema: reconciliationSchema } },
  },
];

const json = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...plain } = z.toJSONSchema(schema, { io });
  return { 'application/json': { schema: plain } };
};

const parameter = (
  name: string,
  where: 'path' | 'query' | 'header',
  schema: unknown = { type: 'string' },
) => ({
  ...{ name, in: where, required: where === 'path', schema },
});

function parametersOf(operation: Operation) {
  const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map((match) => parameter(match[1] ?? '', 'path'));
  const query = operation.query ? z.toJSONSchema(operation.query, { io: 'input' }).properties : undefined;
  const inQuery = Object.entries(query ?? {}).map(([name, schema]) => parameter(name, 'query', schema));
  return [...inPath, ...inQuery, ...(operation.headers ?? []).map((name) => parameter(name, 'header'))];
}

function describeOperation(operation: Operation) {
  const { success, body } = operation;
  const content = success.schema
    ? json(success.schema, 'output')
    : { [success.type ?? '*/*']: { schema: { type: 'string' } } };
  const failures = [400, 403, ...(operation.errors ?? []), 500, 503].map((status) => [
    status,
    { description: 'Error', content: json(contract.errorSchema, 'output') },
  ]);
  const unchanged = operation.headers?.includes('If-None-Match')
    ? [[304, { description: 'Nothing newer' }]]
    : [];
  return {
    summary: operation.summary,
    parameters: parametersOf(operation),
    ...(body ? { requestBody: { content: json(body, 'input') } } : {}),
    responses: {
      [success.status]: { description: 'Success', content },
      ...Object.fromEntries([...unchanged, ...failures]),
    },
  };
}

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
    paths,
  };
}
