// Access tokens. One carries its own end and a signature, so it outlives a restart of the simulator as a real one would.
import { createHmac } from 'node:crypto';
import { randomText } from '../orders/ids.ts';
import type { Account, World } from '../world.ts';

/** In the test environment a token is good for an hour. */
export const tokenLifetimeS = 3600;

/** @returns a token that nobody can read anything from, in the shape of a JWT */
export function issueToken({ now, random }: World, account: Account): string {
  const header = encode({ typ: 'JWT', alg: 'HS256' });
  const payload = encode({ endsAtMs: now() + tokenLifetimeS * 1000, id: randomText(random, 16) });
  return `${header}.${payload}.${sign(`${header}.${payload}`, account)}`;
}

/** Whether we issued this token to the account and its hour is not over. */
export function isTokenValid(token: string, { now }: World, account: Account): boolean {
  const [header = '', payload = '', signature = ''] = token.split('.');
  if (signature !== sign(`${header}.${payload}`, account)) return false;
  const { endsAtMs } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { endsAtMs: number };
  return now() < endsAtMs;
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
// With the subscription key in it, a token is no good beside the key of another account.
const sign = (text: string, { credentials: { clientSecret, subscriptionKey } }: Account) =>
  createHmac('sha256', `${clientSecret} ${subscriptionKey}`).update(text).digest('base64url');
