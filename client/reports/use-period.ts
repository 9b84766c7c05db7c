import { useCallback, useSyncExternalStore } from 'react';
import { localDay } from '../ui/base/dates.ts';
import { addressOf, type Period, periodIn } from './period.ts';

function subscribe(onChange: () => void): () => void {
  addEventListener('popstate', onChange);
  return () => removeEventListener('popstate', onChange);
}

/** The chosen period. It stands in the address, so that a reload and the way back keep it. */
export function usePeriod(): readonly [Period, (period: Period) => void] {
  const search = useSyncExternalStore(subscribe, () => location.search);
  const choose = useCallback((next: Period) => {
    history.pushState(null, '', addressOf(next));
    dispatchEvent(new PopStateEvent('popstate'));
  }, []);
  return [periodIn(search, localDay(Date.now())), choose];
}
