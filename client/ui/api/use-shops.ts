import { useQuery } from '@tanstack/react-query';
import type { ShopList } from '../../../server/contract/settings.ts';
import { call } from './api.ts';

/** Another manager may change their names meanwhile. */
const refreshEveryMs = 15_000;

/** The shops that a manager looks after. */
export function useShops() {
  return useQuery({
    queryKey: ['shops'],
    queryFn: async () => (await call('/api/shops')).body as ShopList,
    refetchInterval: refreshEveryMs,
  });
}
