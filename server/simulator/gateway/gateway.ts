// What Vipps' gateway checks before any API sees a call.
import express, { type ErrorRequestHandler, type Request, type RequestHandler } from 'express';
import { type Account, accountOf, hasSalesUnit, type World } from '../world.ts';
import { type Dialect, gatewayRefusal, Refusal, sendRefusal, tokenRefusal } from './errors.ts';
import { isTokenValid } from './tokens.ts';

const systemHeaders = [
  'Vipps-System-Name',
  'Vipps-System-Version',
  'Vipps-System-Plugin-Name',
  'Vipps-System-Plugin-Version',
];
const maxSystemHeader = 30;
const maxBody = '100kb';

/**
 * Refuses calls without a valid key and token, with another's sales unit, or with system headers that are too long. What else an API
 * demands is in its `requests.ts`.
 */
export function checkCall(world: World, dialect: Dialect): RequestHandler {
  return (request, _response, next) => {
    const account = callerOf(request, world);
    const [, token] = /^bearer +(\S+)$/i.exec(request.get('Authorization') ?? '') ?? [];
    if (token === undefined || !isTokenValid(token, world, account)) throw tokenRefusal();
    for (const name of systemHeaders) {
      if ((request.get(name)?.length ?? 0) > maxSystemHeader) {
        throw dialect.invalid(name, `must be at most ${maxSystemHeader} characters`);
      }
    }
    const msn = request.get('Merchant-Serial-Number');
    if (msn !== undefined && !hasSalesUnit(account, msn)) {
      throw gatewayRefusal(403, 'Invalid MSN. Check your API keys on portal.vipps.no');
    }
    next();
  };
}

/**
 * The account whose subscription key a call carries. Throws `Refusal`, with the message texts that Azure API Management
 * sends: integrators match on them.
 */
export function callerOf(request: Request, world: World): Account {
  const key = request.get('Ocp-Apim-Subscription-Key');
  if (key === undefined) {
    throw gatewayRefusal(
      401,
      'Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API.',
    );
  }
  const account = accountOf(world, key);
  if (account === undefined) {
    throw gatewayRefusal(
      401,
      'Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription.',
    );
  }
  return account;
}

/** Reads a JSON body; anything else is 415, broken JSON 400. */
export function readBody(dialect: Dialect): RequestHandler[] {
  return [
    (request, _response, next) => {
      // Without a body there is no type to check: the schema says what is missing.
      const isEmpty = request.get('Content-Length') === '0';
      if (!isEmpty && request.is('application/json') === false) {
        throw dialect.invalid('Content-Type', 'must be application/json', 415);
      }
      next();
    },
    express.json({ limit: maxBody, type: () => true }),
  ];
}

/** Turns refusals, unreadable bodies and our own mistakes into the API's error bodies. */
export function answerRefusals(dialect: Dialect): ErrorRequestHandler {
  return (error, _request, response, next) => {
    if (response.headersSent) return next(error);
    sendRefusal(response, toRefusal(error, dialect));
  };
}

function toRefusal(error: unknown, dialect: Dialect): Refusal {
  if (error instanceof Refusal) return error;
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
  if (status >= 400 && status < 500) return dialect.invalid('body', 'could not be read as JSON', status);
  console.error(error);
  return dialect.failure(500);
}
