import { useQuery } from '@tanstack/react-query';
import type { Home } from '../../server/contract/home.ts';
import { call } from '../ui/api/api.ts';

const askEveryMs = 15_000;
const askAgainMs = 2_000;

/** What the start page has to know, polled: a display that is paired meanwhile changes what comes next. */
export function useHome() {
  return useQuery({
    queryKey: ['home'],
    queryFn: async () => (await call('/api/home')).body as Home,
    refetchInterval: ({ state }) => (state.status === 'success' ? askEveryMs : askAgainMs),
  });
}
