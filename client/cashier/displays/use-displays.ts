import { useQuery, useQueryClient } from '@tanstack/react-query';
import { fetchDisplays } from './api.ts';
import { type Health, healthOf } from './health.ts';

const askEveryMs = 2_000;
/** For how long the last answer is trusted while the server does not answer. */
const holdsForMs = 6_000;

/** The displays of a till, polled while the tab is visible. */
export function useDisplays(tillId: string) {
  const client = useQueryClient();
  const queryKey = ['displays', tillId];
  const { data, isError, dataUpdatedAt, errorUpdatedAt } = useQuery({
    queryKey,
    queryFn: () => fetchDisplays(tillId),
    refetchInterval: askEveryMs,
  });
  // [P6] A failed poll changes nothing at first.
  const isOld = isError && errorUpdatedAt - dataUpdatedAt > holdsForMs;
  const health: Health = data && !isOld ? healthOf(data.displays, data.atMs) : { kind: 'unknown' };
  const refresh = () => client.invalidateQueries({ queryKey });
  return { displays: data?.displays ?? null, waiting: data?.waiting ?? 0, isError, health, refresh };
}
