import { useQuery } from '@tanstack/react-query';
import type { Reconciliation } from '../../server/contract/reconciliation.ts';
import { call, type Failure, failureOf } from '../ui/api/api.ts';

/** The server gives up asking Vipps before this. */
const timeoutMs = 120_000;
/** A day is compared once it has stayed chosen for this long: a manager who leafs through days does not compare each. */
const settleMs = 250;

async function fetchReport(day: string | null, signal: AbortSignal): Promise<Reconciliation> {
  await new Promise((resolve) => setTimeout(resolve, settleMs));
  if (signal.aborted) throw new DOMException('Another day is shown', 'AbortError');
  const query = day === null ? '' : `?${new URLSearchParams({ date: day })}`;
  return (await call(`/api/reconciliation${query}`, { timeoutMs })).body as Reconciliation;
}

export type ReportNow = {
  /** What was compared last; null until there is something. */
  readonly report: Reconciliation | null;
  /** Why the last comparison failed; null after a good one, and while one is under way. */
  readonly failure: Failure | null;
  readonly isChecking: boolean;
  readonly checkAgain: () => void;
};

/** Compares a day (null: today) with Vipps: once, and then only when asked to, for each asks Vipps about every payment. */
export function useReport(day: string | null): ReportNow {
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['reconciliation', day],
    queryFn: ({ signal }) => fetchReport(day, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  return {
    report: data ?? null,
    failure: error === null || isFetching ? null : failureOf(error),
    isChecking: isFetching,
    checkAgain: () => void refetch(),
  };
}
