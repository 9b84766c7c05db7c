import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { serverClock } from '../ui/server-clock.ts';
import { fetchPaymentsSince } from './actions.ts';
import { startOfDayMs } from './day.ts';

const refreshEveryMs = 15_000;

/** Has the day's list, and the payment in the middle column, fetched again. */
export function useRefresh(tillId: string): () => void {
  const client = useQueryClient();
  return useCallback(() => {
    void client.invalidateQueries({ queryKey: ['today', tillId] });
    void client.invalidateQueries({ queryKey: ['payment'] });
  }, [client, tillId]);
}

/** The till's payments since local midnight, fetched again whenever `stamp` changes. */
export function useToday(tillId: string, stamp: string) {
  const refresh = useRefresh(tillId);
  const query = useQuery({
    queryKey: ['today', tillId],
    queryFn: () => fetchPaymentsSince(tillId, startOfDayMs(serverClock.nowMs())),
    refetchInterval: refreshEveryMs,
    networkMode: 'always',
    retry: false,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stamp is what calls for a fresh list
  useEffect(refresh, [refresh, stamp]);
  return { payments: query.data ?? null, isOld: query.isError };
}
