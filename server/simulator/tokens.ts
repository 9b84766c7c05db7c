// Access tokens. One carries its own end and a signature, so it outlives a restart of the simulator as a real one would.
import { createHmac } from 'node:crypto';
import { randomText } from './order-ids.ts';
import type { World } from './world.ts';

/** In the test environment a token is good for an hour. */
export const tokenLifetimeS = 3600;

/** @returns a token that nobody can read anything from, in the shape of a JWT */
export function issueToken({ credentials, now, random }: World): string {
  const header = encode({ typ: 'JWT', alg: 'HS256' });
  const payload = encode({ endsAtMs: now() + tokenLifetimeS * 1000, id: randomText(random, 16) });
  return `${header}.${payload}.${sign(`${header}.${payload}`, credentials.clientSecret)}`;
}

/** Whether we issued this token and its hour is not over. */
export function isTokenValid(token: string, { credentials, now }: World): boolean {
  const [header = '', payload = '', signature = ''] = token.split('.');
  if (signature !== sign(`${header}.${payload}`, credentials.clientSecret)) return false;
  const { endsAtMs } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { endsAtMs: number };
  return now() < endsAtMs;
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const sign = (text: string, key: string) => createHmac('sha256', key).update(text).digest('base64url');
