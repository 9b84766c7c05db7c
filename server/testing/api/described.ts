// Holds each answer of a server in tests against what the list of routes says of the call.
import type { Route } from '../../access/route.ts';
import { failuresOf } from '../../api-docs/failures.ts';
import { errorSchema } from '../../contract/payments.ts';

type Answered = { method: string; path: string; status: number; body: unknown };

const patternOf = ({ path }: Route) =>
  new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`);

/**
 * @returns a check of one answer.
 * @throws when it has a status, an error code or a body that the call is not described with.
 */
export function createDescribed(routes: readonly Route[]) {
  const known = routes.map((route) => ({ route, pattern: patternOf(route), failures: failuresOf(route) }));

  return ({ method, path, status, body }: Answered): void => {
    const found = known.find(
      ({ route, pattern }) => route.method === method.toLowerCase() && pattern.test(path.split('?')[0] ?? ''),
    );
    if (found === undefined || status === 304) return;
    const what = `${method} ${path} answered ${status}`;
    const { success } = found.route;
    if (status < 400) {
      // A tablet that is known already is answered 200 where a new one is answered 201.
      if (status !== success.status && !(status === 200 && success.status === 201)) throw new Error(what);
      const read = success.schema?.safeParse(body);
      if (read?.success === false) throw new Error(`${what}: ${read.error.message}`);
      return;
    }
    const code = errorSchema.safeParse(body).data?.error.code;
    if (code === undefined || !found.failures.get(status)?.includes(code)) {
      throw new Error(`${what} ${code}, which its description does not know`);
    }
  };
}
