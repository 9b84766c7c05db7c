// What a PIN is stored as: `scrypt$N$r$p$salt$hash`, and where a pepper is in the hash, `$` and which one.
import type { Pepper } from '../secrets/pepper.ts';

/** Of all that is stored. */
export const pinBytes = 32;

export type Cost = { N: number; r: number; p: number };
/** `pepperId`: null without a pepper. */
export type StoredPin = { cost: Cost; salt: Buffer; hash: Buffer; pepperId: string | null };

/** Of somebody whose PIN is lost: no PIN is right. */
export const lostPin = 'lost';

export function formatPin({ cost: { N, r, p }, salt, hash, pepperId }: StoredPin): string {
  const fields = ['scrypt', N, r, p, salt.toString('base64url'), hash.toString('base64url')];
  return (pepperId === null ? fields : [...fields, pepperId]).join('$');
}

/** @returns null for what is no PIN. */
export function parsePin(stored: string): StoredPin | null {
  const [kind, N, r, p, salt = '', hash = '', pepperId = null] = stored.split('$');
  if (kind !== 'scrypt') return null;
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  return { cost, salt: Buffer.from(salt, 'base64url'), hash: Buffer.from(hash, 'base64url'), pepperId };
}

export const pepperIdOf = (stored: string): string | null => parsePin(stored)?.pepperId ?? null;

/** @returns what to store instead, so that the same PIN stays right; null when there is a pepper in it already. */
export function withPepper(stored: string, pepper: Pepper): string | null {
  const pin = parsePin(stored);
  if (pin === null || pin.pepperId !== null || pin.hash.length !== pinBytes) return null;
  return formatPin({ ...pin, hash: pepper.mix(pin.hash), pepperId: pepper.id });
}
