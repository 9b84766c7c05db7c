// Who may talk to a server that has no sign-in yet: this machine's own pages and programs.
import type { RequestHandler } from 'express';
import { isLoopback } from '../env-reader.ts';
import { Refusal } from '../payments/refusal.ts';

/** A page elsewhere cannot reach us under a name of its own (DNS rebinding), nor write through a visitor's browser. */
export const guard: RequestHandler = (request, _response, next) => {
  const host = request.headers.host ?? '';
  const { origin } = request.headers;
  const hostname = URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : '';
  if (!isLoopback(hostname))
    throw new Refusal('not_allowed', 'This server answers on loopback addresses only.');
  const reads = request.method === 'GET' || request.method === 'HEAD';
  if (!reads && origin !== undefined && origin !== `http://${host}`) {
    throw new Refusal('not_allowed', 'Pages from elsewhere may not change anything here.');
  }
  next();
};
