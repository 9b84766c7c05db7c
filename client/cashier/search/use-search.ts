import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { PaymentList } from '../../../server/contract/payments.ts';
import { call } from '../../ui/api/api.ts';
import { fetchFound } from './found-page.ts';
import { queryOf, type Sought } from './query.ts';

async function fetchPage(query: URLSearchParams, cursor: string | null): Promise<PaymentList> {
  const page = new URLSearchParams(query);
  if (cursor !== null) page.set('cursor', cursor);
  return (await call(`/api/payments?${page}`)).body as PaymentList;
}

/** What is found of a till, or of all, newest first, page by page. */
export function useSearch(tillId: string, sought: Sought) {
  const query = queryOf(tillId, sought);
  const found = useInfiniteQuery({
    queryKey: ['sales', query.toString()],
    queryFn: ({ pageParam, signal }) => fetchFound((cursor) => fetchPage(query, cursor), pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ cursor }) => cursor,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  return {
    payments: found.data?.pages.flatMap(({ payments }) => payments) ?? null,
    isOld: found.isError,
    hasMore: found.hasNextPage,
    isFetching: found.isFetching,
    fetchMore: () => void found.fetchNextPage(),
    csvHref: `/api/payments.csv?${query}`,
  };
}
