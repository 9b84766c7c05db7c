import { useQuery } from '@tanstack/react-query';
import type { Home } from '../../../server/contract/home.ts';
import { call } from './api.ts';

const askEveryMs = 15_000;
const askAgainMs = 2_000;

/** The tills, and where tablets find the server; polled, as a display that is paired meanwhile changes the start page. */
export function useHome() {
  return useQuery({
    queryKey: ['home'],
    queryFn: async () => (await call('/api/home')).body as Home,
    refetchInterval: ({ state }) => (state.status === 'success' ? askEveryMs : askAgainMs),
  });
}
