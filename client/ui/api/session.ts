// Who is signed in on this page.
import { useQuery } from '@tanstack/react-query';
import type { Role, Session, SignInPage } from '../../../server/contract/access.ts';
import { call } from './api.ts';

const askEveryMs = 15_000;
const askAgainMs = 2_000;

export const sessionKey = ['session'] as const;

/** Throws ApiError `not_signed_in` when nobody is signed in. */
export const fetchSession = async () => (await call('/api/session')).body as Session;

/** Whose session this is, asked now and then as roles change and sessions lock; `data` stays when the server is away. */
export function useSession() {
  return useQuery({
    queryKey: sessionKey,
    queryFn: fetchSession,
    // Another tab may unlock it.
    refetchInterval: ({ state }) => (state.data?.locked === false ? askEveryMs : askAgainMs),
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

const leastDigits: Readonly<Record<Role, number>> = { cashier: 6, manager: 8 };
const mostDigits = 12;

/** Whether somebody of this role may choose a PIN, as far as can be told without the server, which also knows what is easy to guess. */
export function canBePin(typed: string, role: Role): boolean {
  return /^\d+$/.test(typed) && typed.length >= leastDigits[role] && typed.length <= mostDigits;
}

/** Whether it can be a name, as far as can be told without the server, which also knows the names of others. */
export function canBeName(typed: string): boolean {
  return typed.trim() !== '' && !/[\p{C}\p{Default_Ignorable_Code_Point}\u2800]/u.test(typed);
}
