import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { pageClock } from '../../ui/base/page-clock.ts';
import { msToNextPoll } from '../../ui/till/poll.ts';
import { askDevice, type Device, nothingKnown } from './device.ts';

const key = ['own-display'];

/**
 * Polls once a second until this tablet is paired, and again after `forget`. Once it is paired, the polls of its till show
 * whether it still is.
 */
export function useDevice(till: string | null): { readonly own: Device; readonly forget: () => void } {
  const client = useQueryClient();
  const beganAtMs = useRef(0);
  const { data = nothingKnown } = useQuery({
    queryKey: key,
    queryFn: () => {
      beganAtMs.current = pageClock.monotonicMs();
      return askDevice(till, client.getQueryData<Device>(key) ?? nothingKnown);
    },
    refetchInterval: ({ state }) => {
      if (state.data?.display?.till || state.fetchStatus === 'fetching') return false;
      const waitMs = (state.data?.waitSeconds ?? 0) * 1000;
      return Math.max(waitMs, msToNextPoll(beganAtMs.current, pageClock.monotonicMs(), false));
    },
    refetchIntervalInBackground: true,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    gcTime: Number.POSITIVE_INFINITY,
  });
  const forget = useCallback(() => {
    client.removeQueries({ queryKey: ['till'] });
    client.setQueryData<Device>(key, nothingKnown);
  }, [client]);
  return { own: data, forget };
}
