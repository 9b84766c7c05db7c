// How a device comes to trust the shop's own authority: a page, over plain http and https alike, and the certificate in two forms.
import type { X509Certificate } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import express, { type Request, Router } from 'express';
import { isLoopback } from '../../core/loopback.ts';
import { createHeaders } from '../../http/headers.ts';
import { overPlainHttp } from '../../http/listen.ts';
import { languageOf } from '../page-language.ts';
import { type Addresses, tabletAddresses } from '../tablet-addresses.ts';
import { codeOf } from '../tablet-code.ts';
import { mobileProfile } from './mobile-profile.ts';
import { certificatePath, profilePath, trustPath } from './paths.ts';
import { styleHash, trustPage } from './trust-page.ts';
import { scriptHash } from './trust-script.ts';

export type TrustDeps = {
  root: X509Certificate;
  publicUrl: URL | null;
  readNetworkAddresses: () => Promise<Addresses['networkAddresses']>;
};

/** Where a device that asks for nothing else goes on to: it is a tablet most often. */
const usualTarget = '/display';

/** This server over https, by the name and port by which the request has come. */
function secureOrigin({ headers, socket }: Request): URL {
  const asked = new URL(`http://${headers.host}`);
  const port = asked.port || ('encrypted' in socket ? '443' : '80');
  return new URL(`https://${asked.hostname}:${port}`);
}

function targetFor(request: Request, origin: URL): { target: URL; to: string | null } {
  const { to } = request.query;
  const asked = typeof to === 'string' ? URL.parse(to, origin) : null;
  // Nobody is sent elsewhere by a link to this page.
  if (typeof to !== 'string' || asked?.origin !== origin.origin) {
    return { target: new URL(usualTarget, origin), to: null };
  }
  return { target: asked, to };
}

/** @returns the address of this page for another device: the one by which this device has come, unless that is its own loopback. */
async function addressFor(request: Request, deps: TrustDeps, origin: URL): Promise<string | null> {
  const isHere = !isLoopback(origin.hostname);
  const known = isHere
    ? []
    : tabletAddresses(request, {
        publicUrl: deps.publicUrl,
        networkAddresses: await deps.readNetworkAddresses(),
      });
  const [base = isHere ? origin.href : null] = known;
  return base === null ? null : overPlainHttp(new URL(trustPath, base).href);
}

export function createTrust(deps: TrustDeps): Router {
  const { root } = deps;
  const router = Router();
  const profile = Buffer.from(mobileProfile(root));

  router.get(trustPath, async (request, response) => {
    const origin = secureOrigin(request);
    const address = await addressFor(request, deps, origin);
    const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; script-src 'sha256-${scriptHash}'; img-src data:; connect-src ${origin.origin}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;
    response
      .set({ 'Content-Security-Policy': policy, 'Cache-Control': 'no-store', Vary: 'Accept-Language' })
      .send(
        trustPage({
          ...targetFor(request, origin),
          language: languageOf(request),
          root,
          another: address === null ? null : { address, code: await codeOf(address) },
        }),
      );
  });
  router.get(certificatePath, (_request, response) => {
    response
      .set({
        'Cache-Control': 'no-store',
        'Content-Disposition': 'attachment; filename="tillside.crt"',
        // The page over plain http asks for it over https, to see whether it is trusted yet.
        'Cross-Origin-Resource-Policy': 'cross-origin',
      })
      .type('application/x-x509-ca-cert')
      .send(root.raw);
  });
  router.get(profilePath, (_request, response) => {
    response.set('Cache-Control', 'no-store').type('application/x-apple-aspen-config').send(profile);
  });
  return router;
}

/** @returns what answers these alone over plain http; whatever else is asked is left to `otherwise`. */
export function createPlainTrust(trust: Router) {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.use(createHeaders(false), trust);
  return (request: IncomingMessage, response: ServerResponse, otherwise: () => void): void => {
    // An express application is a handler with a way out, too; its type says so for requests of its own alone.
    app(request as Request, response as Parameters<typeof app>[1], otherwise);
  };
}
