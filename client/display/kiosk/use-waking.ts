// A tablet that wakes up does not show the payment from before its sleep: that customer has gone.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { pageClock } from '../../ui/base/page-clock.ts';

export type Times = { readonly monotonicMs: number; readonly wallMs: number };

/** A screen that was dark for less has the same customer in front of it. */
const napMs = 10_000;

/** Whether the page was hidden for long. A monotonic clock can stand still meanwhile, and a wall clock can be set. */
export function hasSlept(since: Times, now: Times): boolean {
  return Math.max(now.monotonicMs - since.monotonicMs, now.wallMs - since.wallMs) > napMs;
}

/** Asks the till anew, rather than going on from an answer that is as old as the sleep was long. */
export function useWaking(): void {
  const client = useQueryClient();
  useEffect(() => {
    let hiddenSince: Times | null = null;
    const look = () => {
      const now = { monotonicMs: pageClock.monotonicMs(), wallMs: pageClock.wallMs() };
      if (document.visibilityState === 'hidden') {
        hiddenSince = now;
      } else if (hiddenSince !== null && hasSlept(hiddenSince, now)) {
        void client.resetQueries({ queryKey: ['till'] });
      }
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [client]);
}
