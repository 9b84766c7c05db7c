// POST /accesstoken/get
import { Router } from 'express';
import type { World } from '../world.ts';
import { gatewayDialect, Refusal } from './errors.ts';
import { callerOf } from './gateway.ts';
import { issueToken, tokenLifetimeS } from './tokens.ts';

const toleratedSkewS = 300;

export function accessTokenRoutes(world: World): Router {
  const router = Router();
  // Express matches paths without regard to case, as Vipps does here.
  router.post('/accesstoken/get', world.screen('token', gatewayDialect), (request, response) => {
    const account = callerOf(request, world);
    const { clientId, clientSecret } = account.credentials;
    if (request.get('client_id') !== clientId) {
      throw azureRefusal(
        world.now(),
        'unauthorized_client',
        700016,
        'Application was not found in the directory',
      );
    }
    if (request.get('client_secret') !== clientSecret) {
      throw azureRefusal(world.now(), 'invalid_client', 7000215, 'Invalid client secret provided');
    }
    const nowS = Math.floor(world.now() / 1000);
    response.set('Cache-Control', 'no-store').json({
      token_type: 'Bearer',
      expires_in: String(tokenLifetimeS - 1),
      ext_expires_in: String(tokenLifetimeS - 1),
      expires_on: String(nowS + tokenLifetimeS),
      not_before: String(nowS - toleratedSkewS),
      resource: '00000002-0000-0000-c000-000000000000',
      access_token: issueToken(world, account),
    });
  });
  return router;
}

function azureRefusal(nowMs: number, error: string, code: number, description: string): Refusal {
  const timestamp = new Date(nowMs)
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, 'Z');
  return new Refusal(401, {
    error,
    error_description: `AADSTS${code}: ${description}`,
    error_codes: [code],
    timestamp,
    error_uri: `https://login.windows.net/error?code=${code}`,
  });
}
