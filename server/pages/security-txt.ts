// Where to tell of a weakness (RFC 9116).
import { Router } from 'express';
import type { Clock } from '../core/clock.ts';

export type SecurityTxtDeps = {
  /** A URI; null where the shop names none, and then there is no such file. */
  securityContact: string | null;
  /** The name that the shop has given this server; null is none but its addresses. */
  publicUrl: URL | null;
  clock: Pick<Clock, 'nowMs'>;
};

const path = '/.well-known/security.txt';
const dayMs = 24 * 3_600_000;
/** Within the year that RFC 9116 recommends at most (section 2.5.5). As long as the server runs, it is said anew each day. */
const validDays = 90;

export function createSecurityTxt({ securityContact, publicUrl, clock }: SecurityTxtDeps): Router {
  const router = Router();
  const canonical = publicUrl?.protocol === 'https:' ? [`Canonical: ${publicUrl.origin}${path}`] : [];

  router.get(path, (_request, response, next) => {
    if (securityContact === null) {
      next();
      return;
    }
    const today = Math.floor(clock.nowMs() / dayMs);
    const expires = new Date((today + validDays) * dayMs).toISOString();
    const fields = [`Contact: ${securityContact}`, `Expires: ${expires}`, ...canonical];
    response
      .set('Cache-Control', 'no-cache')
      .type('text/plain')
      .send(`${fields.join('\n')}\n`);
  });
  return router;
}
