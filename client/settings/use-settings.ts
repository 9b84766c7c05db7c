import { useQuery } from '@tanstack/react-query';
import { fetchSettings } from './api.ts';

/** Another manager may change them meanwhile. */
const refreshEveryMs = 15_000;

export const settingsKey = (shop: string) => ['settings', shop];

export function useSettings(shop: string | null) {
  return useQuery({
    queryKey: settingsKey(shop ?? ''),
    queryFn: () => fetchSettings(shop ?? ''),
    enabled: shop !== null,
    refetchInterval: refreshEveryMs,
  });
}
