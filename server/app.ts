// Wires the HTTP side together: middleware, routes, one error handler, the built client.
import express, { type Express } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import type { TillView } from './contract.ts';
import { createErrorHandler, notFound } from './http/errors.ts';
import { guard } from './http/guard.ts';
import type { Metrics } from './http/metrics.ts';
import { createOpenApi } from './http/openapi.ts';
import { createPages } from './http/pages.ts';
import { requireJson } from './http/requests.ts';
import { createPaymentRoutes, type RoutesDeps } from './payments/routes.ts';
import type { ReportDeps } from './reconciliation/report.ts';
import { createReconciliationRoutes } from './reconciliation/routes.ts';

export type AppDeps = RoutesDeps &
  ReportDeps & {
    tills: TillView[];
    metrics: Metrics;
    version: string;
    /** The client build. */
    dist: string;
    /** The simulator's phone page, in the demo. */
    phoneUrl: string | null;
    log: Logger;
  };

const security = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'style-src': ["'self'"],
      'img-src': ["'self'"],
      'font-src': ["'self'"],
      'connect-src': ["'self'"],
      'manifest-src': ["'self'"],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
      'frame-ancestors': ["'none'"],
    },
  },
  // Plain http on loopback: there is no https to insist on yet.
  strictTransportSecurity: false,
  referrerPolicy: { policy: 'no-referrer' },
});

export function createApp(deps: AppDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.use(security, guard);

  app.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  app.get('/readyz', async (_request, response) => {
    const ready =
      !deps.news.closed() &&
      (await deps.store.check().then(
        () => true,
        () => false,
      ));
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'not ready' });
  });
  app.get('/metrics', deps.metrics.handler);

  app.use('/api', (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  const openApi = createOpenApi(deps.version);
  app.get('/api/openapi.json', (_request, response) => {
    response.json(openApi);
  });
  app.use('/api', requireJson, express.json({ limit: '64kb', type: 'application/json' }));
  app.use('/api', createPaymentRoutes(deps), createReconciliationRoutes(deps));
  app.use('/api', notFound);
  app.use(createPages(deps.dist, deps.tills, deps.phoneUrl));
  app.use(createErrorHandler(deps.log));
  return app;
}
