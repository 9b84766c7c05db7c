// Where a request of staff comes from: its address, the browser's own name, and what that browser is.
import type { Request } from 'express';
import { addressOf } from '../../http/requests.ts';
import type { Cookies } from '../secrets/cookies.ts';
import type { From } from '../staff/sign-in-attempt.ts';
import { browserOf } from './browser.ts';

export const fromOf = (request: Request, cookies: Pick<Cookies, 'read'>): From => ({
  address: addressOf(request),
  device: cookies.read(request, 'device'),
  browser: browserOf(request.headers['user-agent']),
});
