// Parts of a page that are loaded only once they are needed.
import { useQuery } from '@tanstack/react-query';

const tryAgainMs = 2_000;
/** A page that was loaded less than this long ago has the files of the newest build. */
const freshMs = 10_000;

/** After an update of the server the files of an older page are gone: once the server answers, the page is loaded anew. */
async function reloadIfOld(): Promise<void> {
  if (performance.now() < freshMs) return;
  const { ok } = await fetch(location.href, { method: 'HEAD', cache: 'no-store' });
  if (ok) location.reload();
}

/**
 * The value that `load` resolves with, retried until it does; until then the value before, at first null.
 * @param name of what is loaded; null as long as nothing is needed.
 */
export function useLazy<T>(name: string | null, load: () => Promise<T>): T | null {
  const { data } = useQuery({
    queryKey: ['later', name],
    queryFn: () =>
      load().catch(async (error: unknown) => {
        await reloadIfOld();
        throw error;
      }),
    enabled: name !== null,
    refetchInterval: ({ state }) => (state.data ? false : tryAgainMs),
    placeholderData: (before) => before,
    structuralSharing: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
  return data ?? null;
}
