// What tells Vipps' callbacks from anybody's: a token for each order, which nothing has to store.
import { createHmac } from 'node:crypto';

/** @param secret known to us alone; the tokens do not tell it. @returns the token of an order, by its reference. */
export function callbackTokens(secret: string): (reference: string) => string {
  return (reference) => createHmac('sha256', secret).update(`callback ${reference}`).digest('base64url');
}
