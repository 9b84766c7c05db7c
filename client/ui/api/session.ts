// Who is signed in on this page.
import { useQuery } from '@tanstack/react-query';
import type { Session, SignInPage } from '../../../server/contract/access.ts';
import { call } from './api.ts';

const askEveryMs = 60_000;
const askAgainMs = 2_000;

/** Throws ApiError `not_signed_in` when nobody is signed in. */
export const fetchSession = async () => (await call('/api/session')).body as Session;

/** Whose session this is, asked now and then as roles change; `data` stays when the server is away. */
export function useSession() {
  return useQuery({
    queryKey: ['session'],
    queryFn: fetchSession,
    refetchInterval: ({ state }) => (state.data ? askEveryMs : askAgainMs),
  });
}

/** What the server tells without a sign-in; asked until it answers. */
export function useSignInPage() {
  return useQuery({
    queryKey: ['sign-in-page'],
    queryFn: async () => (await call('/api/sign-in')).body as SignInPage,
    refetchInterval: ({ state }) => (state.data ? false : askAgainMs),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Whether a PIN can be one: what the server takes, without asking it. */
export function isPin(typed: string): boolean {
  return /^\d{6,20}$/.test(typed);
}
