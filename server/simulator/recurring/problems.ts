// How the Recurring API says what is wrong (schema ErrorV3). The types are those of its API guide, "Problem types".
import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { RequestHandler } from 'express';
import { type Dialect, type InvalidParam, Refusal } from '../gateway/errors.ts';

const types = 'https://developer.vippsmobilepay.com/docs/APIs/recurring-api/recurring-api-problems#';

export type ProblemType =
  | 'validation-error'
  | 'invalid-json'
  | 'unsupported-media-type'
  | 'unsupported-feature'
  | 'idempotency-key-header'
  | 'idempotency-conflict'
  | 'conflict'
  | 'resource-not-found'
  | 'illegal-agreement-update'
  | 'charge-capture-failed'
  | 'cancel-charge-failed'
  | 'operation-failed';

/** @param type null for what the guide has no type for */
export function problem(
  status: number,
  type: ProblemType | null,
  detail: string,
  fields: readonly InvalidParam[] = [],
  retryAfterS?: number,
): Refusal {
  const body = {
    type: type === null ? 'about:blank' : `${types}${type}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail,
    contextId: randomUUID(),
    ...(fields.length > 0 && {
      extraDetails: fields.map(({ name, reason }) => ({ field: name, text: reason })),
    }),
  };
  return new Refusal(status, body, retryAfterS);
}

/** What is wrong with each field of a request. */
export function invalidFields(fields: readonly InvalidParam[]): Refusal {
  return problem(400, 'validation-error', 'Input validation failed', fields);
}

export const recurringDialect: Dialect = {
  invalid(name, reason, status = 400) {
    if (status === 415) return problem(status, 'unsupported-media-type', `${name} ${reason}`);
    if (name === 'body') return problem(status, 'invalid-json', `The ${name} ${reason}`);
    return invalidFields([{ name, reason }]);
  },
  never: () => problem(400, 'operation-failed', 'The state does not allow it'),
  inProgress: () => problem(409, 'conflict', 'The same request is being processed'),
  failure(status) {
    if (status === 404) return problem(status, 'resource-not-found', 'The resource was not found');
    if (status === 409) return problem(status, 'conflict', 'The request conflicts with another one');
    if (status < 500) return problem(status, null, 'Please try again later');
    return problem(status, null, 'Internal error');
  },
};

/** Every problem names the path of its request, from the version on. */
export function nameThePath(): RequestHandler {
  return (request, response, next) => {
    const send = response.json.bind(response);
    const instance = `/v3${request.path}`;
    response.json = (body) => send(isProblem(body) ? { ...body, instance } : body);
    next();
  };
}

const isProblem = (body: unknown): body is object =>
  typeof body === 'object' && body !== null && 'contextId' in body;
