import { useQueryClient } from '@tanstack/react-query';
import type { Session } from '../../../server/contract/access.ts';
import { call } from '../api/api.ts';
import { sessionKey } from '../api/session.ts';
import { type Action, useAction } from '../api/use-action.ts';

/** Locks the session until the PIN is entered, and with it all its pages. */
export function useLock(): Action {
  const client = useQueryClient();
  return useAction(async () => {
    await call('/api/session/lock', { method: 'POST' });
    await client.cancelQueries({ queryKey: sessionKey });
    client.setQueryData<Session>(sessionKey, (known) => known && { ...known, locked: true });
  });
}
