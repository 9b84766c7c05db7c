// Which routes an app has, read off Express itself.
import type { Express } from 'express';

/** The parts of Express' layers that are polled. */
type Layer = {
  route?: { path: string; stack: readonly { method: string }[] } | undefined;
  handle: { stack?: readonly Layer[] };
  match(path: string): boolean;
};

function routesIn(layers: readonly Layer[], under: string): string[] {
  return layers.flatMap((layer) => {
    const { route, handle } = layer;
    if (route === undefined) {
      const isEverywhere = layer.match('/anything-else');
      return routesIn(handle.stack ?? [], isEverywhere ? under : `${under}/api`);
    }
    const methods = new Set(route.stack.map(({ method }) => method));
    return [...methods].map((method) => `${method} ${under}${route.path.replace(/:(\w+)/g, '{$1}')}`);
  });
}

/** @returns `get /api/payments/{reference}` and the like, for every route. */
export function routesOf(app: Express): string[] {
  return routesIn(app.router.stack as unknown as readonly Layer[], '');
}
