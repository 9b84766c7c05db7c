// What the sign-in page asks of the server. All throw ApiError or UnreachableError.
import type { OwnPin, Session, SignedIn, SignIn } from '../../server/contract/access.ts';
import { call } from '../ui/api/api.ts';

// A PIN is slow to check, on purpose.
const timeoutMs = 20_000;

/** Signs in: the browser holds the session from now on. */
export async function signIn(who: SignIn): Promise<SignedIn> {
  return (await call('/api/session', { method: 'POST', body: who, timeoutMs })).body as SignedIn;
}

/** Gives who knows a PIN another one, and signs them in; everywhere else they are signed out. */
export const changePin = (who: OwnPin) => call('/api/session/pin', { method: 'POST', body: who, timeoutMs });

/** Creates the first manager, who is signed in from now on; `token` is that of the one-time link. */
export async function setUp(token: string, who: SignIn): Promise<Session> {
  return (await call('/api/set-up', { method: 'POST', body: { token, ...who }, timeoutMs })).body as Session;
}
