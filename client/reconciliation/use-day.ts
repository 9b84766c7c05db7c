import { useCallback, useSyncExternalStore } from 'react';
import { dayIn } from './days.ts';

function subscribe(onChange: () => void): () => void {
  addEventListener('popstate', onChange);
  return () => removeEventListener('popstate', onChange);
}

/** The chosen day, null for today. It stands in the address, so that a reload and the way back keep it. */
export function useDay(): readonly [string | null, (day: string) => void] {
  const day = useSyncExternalStore(subscribe, () => dayIn(location.search));
  const choose = useCallback((next: string) => {
    history.pushState(null, '', `?${new URLSearchParams({ date: next })}`);
    dispatchEvent(new PopStateEvent('popstate'));
  }, []);
  return [day, choose];
}
