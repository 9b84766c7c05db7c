// Stands in front of every API operation: counts the call, then lets it through, spoils it or stops it.
import type { Request, RequestHandler, Response } from 'express';
import { type Dialect, gatewayDialect, sendRefusal, tokenRefusal } from '../gateway/errors.ts';
import { askedOrder } from '../gateway/started-order.ts';
import { namesOf } from '../orders/agreement.ts';
import { letLag } from '../orders/lag.ts';
import type { Ledger } from '../orders/ledger.ts';
import { fasterOrder, fasterSchema, type Making } from '../orders/others.ts';
import type { Order } from '../orders/types.ts';
import type { ApiCall, Traffic } from './call-counts.ts';
import type { FaultRule, Faults } from './fault-rules.ts';
import { bend, type Oddity } from './odd-answers.ts';

/** What an order of somebody else is made with, and where it is kept. */
type Place = Making & { ledger: Ledger };

export type Screen = (on: ApiCall, dialect: Dialect) => RequestHandler;

/** @param msn the sales unit of calls that name none */
export function createScreen(faults: Faults, traffic: Traffic, world: Place, msn: string): Screen {
  return (on, dialect) => (request, response, next) => {
    const subject = subjectOf(request, world.ledger, msn);
    if (subject !== undefined) traffic.count(subject.msn, subject.orderId, on);
    if (world.now() < (subject?.unknownUntilMs ?? 0)) return sendRefusal(response, dialect.failure(404));
    const rule = faults.strike(on, subject?.names ?? []);
    if (rule === undefined) return next();
    // Somebody else is faster: the call comes second.
    if (rule.kind === 'taken') takeReference(rule, world, request, subject?.msn ?? msn);
    strike(rule, dialect, response, next);
  };
}

function takeReference({ other }: FaultRule, world: Place, request: Request, msn: string): void {
  const asked = askedOrder(request, msn);
  if (asked === null || world.ledger.find(msn, asked.reference) !== undefined) return;
  world.ledger.save(fasterOrder(world, asked, other ?? fasterSchema.parse({})));
}

function strike(rule: FaultRule, dialect: Dialect, response: Response, next: () => void): void {
  if (rule.retryAfter !== undefined) response.set('Retry-After', String(rule.retryAfter));
  switch (rule.kind) {
    case 'reset':
      response.socket?.destroy();
      return;
    case 'hang':
      return;
    case 'slow':
      // The client may have given up by then; the call still takes effect, as it would at Vipps.
      setTimeout(next, rule.delayMs).unref();
      return;
    case 'stale':
      letLag(response, rule.delayMs ?? 0);
      next();
      return;
    case 'html':
      response
        .status(rule.status ?? 502)
        .type('html')
        .send('<html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>');
      return;
    case 'status': {
      const status = rule.status ?? 500;
      const words = rule.by === 'gateway' ? gatewayDialect : dialect;
      const own = { progress: dialect.inProgress, refusal: dialect.never, gateway: undefined };
      const said = rule.by && own[rule.by]?.();
      sendRefusal(response, said ?? (status === 401 ? tokenRefusal() : words.failure(status)));
      return;
    }
    case 'cut':
    case 'drop_after':
    case 'wrong_shape':
      spoilAnswer(response, rule.kind);
      next();
      return;
    case 'taken':
      if (rule.other?.lost) response.socket?.destroy();
      else next();
      return;
    case 'odd':
      if (rule.oddity !== undefined) bendAnswer(response, rule.oddity);
      next();
      return;
    default:
      rule.kind satisfies never;
  }
}

/** Lets the call act, and replaces what would be sent at its end. */
function spoilAnswer(response: Response, kind: 'cut' | 'drop_after' | 'wrong_shape'): void {
  const send = response.end.bind(response) as (body?: string) => Response;
  response.end = ((body: unknown) => {
    const bytes = Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : '');
    if (kind === 'drop_after') {
      response.socket?.destroy();
    } else if (kind === 'cut') {
      // Content-Length still promises the whole.
      response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.socket?.destroy());
    } else {
      const unexpected = JSON.stringify({ unexpected: true });
      const { statusCode } = response;
      // What was refused stays refused.
      response
        .status(statusCode < 400 ? 200 : statusCode)
        .type('json')
        .set('Content-Length', String(unexpected.length));
      send(unexpected);
    }
    return response;
  }) as Response['end'];
}

/** Lets the call act, and answers with the same in an odd form. */
function bendAnswer(response: Response, oddity: Oddity): void {
  const send = response.end.bind(response) as (body: Buffer) => Response;
  response.end = ((body: unknown) => {
    const bytes = bend(
      oddity,
      Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : ''),
    );
    response.set('Content-Length', String(bytes.length));
    return send(bytes);
  }) as Response['end'];
}

/** What a call is about: under which id it is counted, and every name of it that a rule can give. */
type Subject = { msn: string; orderId: string; names: readonly string[]; unknownUntilMs?: number };

function subjectOf(request: Request, ledger: Ledger, ownMsn: string): Subject | undefined {
  const body = request.body as
    | {
        url?: unknown;
        reference?: unknown;
        transaction?: { orderId?: unknown };
        merchantInfo?: { merchantSerialNumber?: unknown };
        externalId?: unknown;
        initialCharge?: { orderId?: unknown } | null;
      }
    | undefined;
  const inBody = body?.merchantInfo?.merchantSerialNumber;
  const msn = typeof inBody === 'string' ? inBody : (request.get('Merchant-Serial-Number') ?? ownMsn);
  const { agreementId, chargeId, orderId, reference } = request.params;
  const inPath = agreementId ?? chargeId ?? orderId ?? reference;
  if (typeof inPath === 'string') {
    const known = ledger.find(msn, inPath) ?? ledger.findByCharge(msn, inPath);
    if (known === undefined) return { msn, orderId: inPath, names: [inPath] };
    const { unknownUntilMs = 0 } = known;
    return { ...toSubject(known), unknownUntilMs };
  }
  const ordered = [body?.transaction?.orderId, body?.reference];
  const drafted = [body?.externalId, body?.initialCharge?.orderId];
  const names = [...ordered, ...drafted].filter((name) => typeof name === 'string');
  if (names[0] !== undefined) return { msn, orderId: names[0], names: [...new Set(names)] };
  const { id } = request.query;
  const link = typeof body?.url === 'string' ? URL.parse(body.url) : null;
  const token = link?.searchParams.get('token') ?? '';
  const order = typeof id === 'string' ? ledger.findByImage(id) : ledger.findByToken(token);
  return order && toSubject(order);
}

const toSubject = (order: Order): Subject => ({
  msn: order.msn,
  orderId: order.orderId,
  names: namesOf(order),
});
