import { StoreUnavailable } from '../../core/store-unavailable.ts';

/** A lock is held by a program that copies or looks: it is asked again, two seconds in all. */
const pausesMs = [10, 20, 50, 100, 200, 400, 600, 600];

/**
 * The calls of a store, repeated while another program has locked the database. Each call is one transaction, so one that was
 * refused has written nothing; between the tries everything else goes on.
 * @param sleep resolves after `ms`.
 */
export function retryWhenLocked<Calls extends object>(
  store: Calls,
  sleep: (ms: number) => Promise<void>,
): Calls {
  const patiently =
    <A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      for (const pauseMs of pausesMs) {
        try {
          return await call(...args);
        } catch (error) {
          if (!(error instanceof StoreUnavailable) || error.reason !== 'locked') throw error;
          await sleep(pauseMs);
        }
      }
      return call(...args);
    };
  const calls: [string, (...args: never[]) => Promise<unknown>][] = Object.entries(store);
  return Object.fromEntries(calls.map(([name, call]) => [name, patiently(call)])) as Calls;
}
