import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { SalesReport } from '../../server/contract/reports.ts';
import { call } from '../ui/api/api.ts';
import type { Period } from './period.ts';

/** A year of a large shop takes a while. */
const timeoutMs = 60_000;
const refreshEveryMs = 60_000;

async function fetchReport({ from, to }: Period, shop: string): Promise<SalesReport> {
  const query = new URLSearchParams({ from, to, shop });
  return (await call(`/api/reports?${query}`, { timeoutMs })).body as SalesReport;
}

/** What a shop sold in a period; that of the period before while it is added up. */
export function useSalesReport(period: Period, shop: string | null) {
  const { from, to } = period;
  return useQuery({
    queryKey: ['reports', shop, from, to],
    queryFn: () => fetchReport(period, shop ?? ''),
    enabled: shop !== null,
    placeholderData: keepPreviousData,
    refetchInterval: refreshEveryMs,
  });
}
