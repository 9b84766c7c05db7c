// Wires the HTTP side together: the long poll, middleware, authorization, routes, one error handler, the built client.
import type { RequestListener } from 'node:http';
import express, { type Express, type RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Access } from './access/access.ts';
import { createDeviceRoutes } from './access/displays/device-routes.ts';
import { createDisplayRoutes } from './access/displays/staff-routes.ts';
import { createSessionRoutes } from './access/staff/session-routes.ts';
import { createStaffRoutes } from './access/staff/staff-routes.ts';
import { answerWithOpenApi, createOpenApi } from './api-docs/openapi.ts';
import { type BrandingRoutesDeps, createBrandingRoutes } from './branding/branding-routes.ts';
import type { TillView } from './contract/payments.ts';
import { createErrorHandler, notFound } from './http/errors.ts';
import { createGuard, createIsOurName } from './http/guard.ts';
import { createHeaders } from './http/headers.ts';
import type { Metrics } from './http/metrics.ts';
import { readJson, requireJson } from './http/requests.ts';
import { createHomeRoutes } from './pages/home-routes.ts';
import { createPages } from './pages/pages.ts';
import type { ChangeFeed } from './payments/change-feed.ts';
import { type CallbackRoutesDeps, createCallbackRoutes } from './payments/routes/callbacks.ts';
import { createPaymentRoutes, type RoutesDeps } from './payments/routes/payments.ts';
import { createTillRoutes } from './payments/routes/tills.ts';
import { createLongPoll } from './payments/screen/long-poll.ts';
import { createReadModel, type ScreenDeps } from './payments/screen/read-model.ts';
import { createScreenRoutes } from './payments/screen/routes.ts';
import { createProductRoutes, type ProductRoutesDeps } from './products/product-routes.ts';
import { createReconciliationRoutes, type ReconciliationRoutesDeps } from './reconciliation/routes.ts';

export type AppDeps = Omit<RoutesDeps, 'authorizer'> &
  ReconciliationRoutesDeps &
  CallbackRoutesDeps &
  Pick<ScreenDeps, 'watch'> &
  Pick<ProductRoutesDeps, 'products'> &
  Pick<BrandingRoutesDeps, 'branding'> & {
    tills: TillView[];
    environment: TillView['environment'];
    access: Access;
    changeFeed: ChangeFeed;
    metrics: Metrics;
    version: string;
    /** The client build. */
    dist: string;
    /** The simulator's phone page, in the demo. */
    phoneUrl: string | null;
    /** The name that the shop has given this server; null is none but its addresses. */
    publicUrl: URL | null;
    /** The address by which others on the network reach this machine; null when only itself does. */
    networkAddress: string | null;
    /** Addresses whose word on where a request comes from is taken. */
    trustedProxies: string[];
    log: Logger;
  };

const neverStored: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};

function createHealth({ changeFeed, store }: AppDeps): express.Router {
  const router = express.Router();
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  router.get('/readyz', async (_request, response) => {
    const canWrite = await store.check().then(
      () => true,
      () => false,
    );
    const isReady = canWrite && !changeFeed.closed();
    response.status(isReady ? 200 : 503).json({ status: isReady ? 'ready' : 'not ready' });
  });
  return router;
}

/** @returns `handle`, which a server is given: the long poll, and `app` behind it. */
export function createApp(deps: AppDeps): { app: Express; handle: RequestListener } {
  const { access, publicUrl } = deps;
  const { authorizer } = access;
  const isOurName = createIsOurName(publicUrl);
  const inside = { ...deps, ...access, isOurName, readTill: createReadModel(deps) };
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.set('trust proxy', deps.trustedProxies);
  app.use(createHeaders(publicUrl?.protocol === 'https:'), createGuard(publicUrl, isOurName));
  app.use(createHealth(deps));
  app.get('/metrics', authorizer.enter, authorizer.requires('read_metrics'), deps.metrics.handler);

  app.use('/api', neverStored);
  // First, because every screen asks every second; it authorizes by itself.
  app.use('/api', createScreenRoutes(inside));
  app.use('/api', requireJson);
  // For anybody: signing in, tablets that introduce themselves, and Vipps. Everything after it needs a principal.
  app.use('/api', createSessionRoutes(inside), createDeviceRoutes(inside), createCallbackRoutes(inside));
  app.use('/api', authorizer.enter, readJson('64kb'));
  const openApi = answerWithOpenApi(() => createOpenApi(deps.version));
  app.get('/api/openapi.json', authorizer.requires('read_api'), openApi);
  app.use('/api', createTillRoutes(inside), createPaymentRoutes(inside), createReconciliationRoutes(inside));
  app.use('/api', createProductRoutes(inside), createStaffRoutes(inside), createDisplayRoutes(inside));
  app.use('/api', createBrandingRoutes(inside), createHomeRoutes(inside));
  app.use('/api', notFound);
  app.use(createPages(inside));
  app.use(createErrorHandler(deps.log));
  return { app, handle: createLongPoll(inside, app) };
}
