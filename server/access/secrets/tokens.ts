// Secrets that we hand out: 256 random bits, of which only the hash is kept.
import { hash, randomBytes } from 'node:crypto';

/** @returns 43 characters that fit a cookie, a header and a link. */
export const newToken = () => randomBytes(32).toString('base64url');

/** A plain hash: what is hashed cannot be guessed. */
export const hashToken = (token: string) => hash('sha256', token, 'base64url');

/** Names are told apart without regard to case, spaces at the ends, or how an accent is encoded. */
export const nameKey = (name: string) => name.trim().normalize('NFC').toLowerCase();
