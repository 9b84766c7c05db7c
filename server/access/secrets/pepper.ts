// A secret that goes into what PINs are stored as, and lies outside the database: who has only the database can try no PIN on it.
import { createHmac } from 'node:crypto';

export type Pepper = {
  /** Tells one from another, and nothing about it. */
  readonly id: string;
  /** @param derived what scrypt makes of a PIN. @returns 32 bytes. */
  mix(derived: Buffer): Buffer;
};

export const pepperBytes = 32;

export function createPepper(secret: Buffer): Pepper {
  const mix = (data: Buffer) => createHmac('sha256', secret).update(data).digest();
  return { id: mix(Buffer.from('id of a pepper')).toString('base64url').slice(0, 12), mix };
}
