import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { call, failureOf } from '../../ui/api/api.ts';

const everyMs = 1_000;

/** Any answer counts, also an error. */
async function hearServer(): Promise<true> {
  await call('/api/session', { timeoutMs: 5_000 }).catch((error: unknown) => {
    if (failureOf(error) === 'unreachable') throw error;
  });
  return true;
}

/** Whether the till server has answered since it could not be reached; polled until it has. */
export function useServerBack(isUnreachable: boolean): boolean {
  const id = useId();
  const { data } = useQuery({
    queryKey: ['answers again', id, isUnreachable],
    queryFn: hearServer,
    enabled: isUnreachable,
    refetchInterval: ({ state }) => (state.data ? false : everyMs),
    refetchIntervalInBackground: true,
    gcTime: 0,
  });
  return isUnreachable && data === true;
}
