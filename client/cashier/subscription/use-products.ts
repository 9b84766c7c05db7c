import { useQuery, useQueryClient } from '@tanstack/react-query';
import { fetchProducts } from './api.ts';

// Another manager may save one meanwhile.
const refreshEveryMs = 60_000;

/** The saved products of a till, and how to have them fetched again; null until they are known. */
export function useProducts(tillId: string) {
  const client = useQueryClient();
  const queryKey = ['products', tillId];
  const { data = null, isError } = useQuery({
    queryKey,
    queryFn: () => fetchProducts(tillId),
    refetchInterval: refreshEveryMs,
  });
  return { products: data, isMissing: isError, refresh: () => client.invalidateQueries({ queryKey }) };
}
