// Which routes an app has, read off Express itself.
import type { Express } from 'express';

/** The parts of Express' layers that are read. */
type Layer = {
  route?: { path: string; stack: readonly { method: string }[] } | undefined;
  handle: { stack?: readonly Layer[] };
};

function routesIn(layers: readonly Layer[]): string[] {
  return layers.flatMap(({ route, handle }) => {
    if (route === undefined) return routesIn(handle.stack ?? []);
    const methods = new Set(route.stack.map(({ method }) => method));
    return [...methods].map((method) => `${method} ${route.path.replace(/:(\w+)/g, '{$1}')}`);
  });
}

/** @returns `get /api/payments/{reference}` and the like, for every route; routers are mounted at `/` alone. */
export function routesOf(app: Express): string[] {
  return routesIn(app.router.stack as unknown as readonly Layer[]);
}
