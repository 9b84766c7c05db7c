// How the ePayment API says what is wrong: https://developer.vippsmobilepay.com/docs/APIs/epayment-api/api-guide/errors
import { randomBytes, randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import { type Dialect, type InvalidParam, Refusal } from '../gateway/errors.ts';

export type Words = { title: string; detail: string };

/** A problem object (schema Problem, RFC 7807). */
export function problem(
  status: number,
  { title, detail }: Words,
  extraDetails: readonly InvalidParam[] = [],
  retryAfterS?: number,
): Refusal {
  const body = {
    type: `https://httpstatuses.io/${status}`,
    title,
    status,
    detail,
    instance: `urn:uuid:${randomUUID()}`,
    traceId: `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-01`,
    ...(extraDetails.length > 0 && { extraDetails }),
  };
  return new Refusal(status, body, retryAfterS, 'application/problem+json');
}

/** A problem with one of the codes that the guide asks integrators to go by. */
export function codedProblem(status: number, code: string, title: string, detail: string): Refusal {
  return problem(status, { title, detail }, [{ name: 'ErrorCode', reason: code }]);
}

/** What is wrong with each field of a request. */
export function invalidFields(fields: readonly InvalidParam[], status = 400): Refusal {
  const title = STATUS_CODES[status] ?? 'Bad Request';
  return problem(status, { title, detail: 'See extraDetails for further details' }, fields);
}

export const epaymentDialect: Dialect = {
  invalid: (name, reason, status = 400) => invalidFields([{ name, reason }], status),
  never: () => codedProblem(400, '6190', 'Payment cannot be changed', 'Invalid state'),
  inProgress: () => problem(409, { title: 'Conflict', detail: 'The same request is being processed' }),
  failure(status) {
    const title = STATUS_CODES[status] ?? 'Error';
    if (status >= 500) return codedProblem(status, '3010', 'Internal error', 'Internal error');
    if (status === 404)
      return codedProblem(404, '5090', 'Reference not found', 'The reference does not exist');
    if (status === 409)
      return codedProblem(409, '4150', 'Idempotency error', 'The reference, or the key, already exists');
    return problem(status, { title, detail: 'Please try again later' });
  },
};
