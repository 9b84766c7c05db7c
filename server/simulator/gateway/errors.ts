// The answers that are not successes, in the words of each of Vipps' APIs.
import { randomUUID } from 'node:crypto';
import type { Response } from 'express';

/** Thrown by a handler to answer `status` with `body`; `retryAfterS` is in seconds. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly body: unknown;
  readonly retryAfterS: number | undefined;
  readonly contentType: string;

  constructor(status: number, body: unknown, retryAfterS?: number, contentType = 'application/json') {
    super(`Refused with ${status}`);
    this.status = status;
    this.body = body;
    this.retryAfterS = retryAfterS;
    this.contentType = contentType;
  }
}

export function sendRefusal(response: Response, refusal: Refusal): void {
  const { status, body, retryAfterS, contentType } = refusal;
  if (retryAfterS !== undefined) response.set('Retry-After', String(retryAfterS));
  response.status(status).type(contentType).json(body);
}

/** How one API words what goes wrong outside its handlers. */
export type Dialect = {
  /** A header or a field that cannot be taken as it is. */
  invalid(field: string, reason: string, status?: number): Refusal;
  /** Any other status, for example a server error. */
  failure(status: number): Refusal;
  /** The same request is being carried out. */
  inProgress?(): Refusal;
  /** It will never be done. */
  never?(): Refusal;
};

export type ErrorGroup = 'Payment' | 'InvalidRequest' | 'VippsError' | 'User' | 'Merchant';

/** The eCom API's error array (schema ErrorArray). */
export function ecomError(
  status: number,
  errorGroup: ErrorGroup,
  errorCode: string,
  errorMessage: string,
  retryAfterS?: number,
): Refusal {
  return new Refusal(status, [{ errorGroup, errorCode, errorMessage, contextId: randomUUID() }], retryAfterS);
}

// "Field name will be the error code": eCom API guide, "Error codes".
export const ecomDialect: Dialect = {
  invalid: (field, reason, status = 400) => ecomError(status, 'InvalidRequest', field, reason),
  never: () => ecomError(400, 'VippsError', '91', 'Transaction is not allowed'),
  inProgress: () => ecomError(409, 'VippsError', '94', 'Order locked and already processing'),
  failure(status) {
    if (status === 429) return ecomError(status, 'VippsError', '98', 'Too many concurrent requests');
    if (status === 404) return ecomError(status, 'Payment', '35', 'Requested order not found');
    return status < 500
      ? ecomError(status, 'Merchant', '31', 'Merchant is blocked')
      : ecomError(status, 'VippsError', '99', 'Internal error');
  },
};

export type InvalidParam = { name: string; reason: string };

/** The QR API's problem object (schema QrErrorResponse), which is also that of Order Management (schema ErrorResponse). */
export function qrProblem(status: number, title: string, detail: string, params?: InvalidParam[]): Refusal {
  const type = 'https://datatracker.ietf.org/doc/html/rfc7231#section-6';
  return new Refusal(status, {
    type,
    title,
    detail,
    instance: randomUUID(),
    ...(params && { invalidParams: params }),
  });
}

/** What is wrong with each field of a request. */
export function invalidParams(params: InvalidParam[], status = 400): Refusal {
  return qrProblem(status, 'One or more validation errors occurred.', 'BadRequest', params);
}

export const qrDialect: Dialect = {
  invalid: (name, reason, status = 400) => invalidParams([{ name, reason }], status),
  failure: (status) => qrProblem(status, 'Something went wrong', 'Please try again later'),
};

/** What the API gateway in front of all APIs says by itself. */
export function gatewayRefusal(statusCode: number, message: string): Refusal {
  return new Refusal(statusCode, { statusCode, message });
}

/** What the gateway says of a bad access token (schema ErrorFromAzure), whatever is wrong with it. */
export function tokenRefusal(): Refusal {
  return new Refusal(401, {
    responseInfo: { responseCode: 401, responseMessage: 'Unauthorized' },
    result: { message: 'Something went wrong, please try again later' },
  });
}

export const gatewayDialect: Dialect = {
  invalid: (field, reason, status = 400) => gatewayRefusal(status, `${field}: ${reason}`),
  failure: (status) => gatewayRefusal(status, 'Something went wrong, please try again later'),
};
