// The pages: a list of the tills, and the screens as the client build has them.
import { join } from 'node:path';
import express, { type Response, Router } from 'express';
import type { TillView } from '../contract.ts';
import { homeCss, homePage, notFoundPage } from './home.ts';

/** @param dist the client build. */
export function createPages(dist: string, tills: TillView[], phoneUrl: string | null): Router {
  const router = Router();
  const known = new Set(tills.map((till) => till.id));

  function sendScreen(response: Response, screen: 'display' | 'cashier' | 'reconciliation'): void {
    // Asked for anew each time, so that a reload brings the newest build; what it loads is named by its content.
    response.set('Cache-Control', 'no-cache');
    response.sendFile(join(dist, screen, 'index.html'));
  }

  router.get('/', (_request, response) => {
    response.send(homePage(tills, phoneUrl));
  });
  router.get('/display', (_request, response) => response.redirect(302, '/'));
  router.get('/home.css', (_request, response) => {
    response.type('css').send(homeCss);
  });
  for (const screen of ['display', 'cashier'] as const) {
    router.get(`/${screen}/:till`, (request, response) => {
      if (!known.has(request.params.till)) {
        response.status(404).send(notFoundPage);
        return;
      }
      sendScreen(response, screen);
    });
  }
  router.get('/reconciliation', (_request, response) => sendScreen(response, 'reconciliation'));
  router.use(
    '/assets',
    express.static(join(dist, 'assets'), { immutable: true, maxAge: '1y', index: false }),
  );
  router.use((_request, response) => {
    response.status(404).send(notFoundPage);
  });
  return router;
}
