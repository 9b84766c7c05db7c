import { useCallback, useSyncExternalStore } from 'react';

function subscribe(onChange: () => void): () => void {
  addEventListener('popstate', onChange);
  return () => removeEventListener('popstate', onChange);
}

/**
 * The query of the page's address, for what a reload and the way back should keep.
 * @returns it, as `location.search` has it, and what goes to another one.
 */
export function useSearch(): readonly [string, (search: string) => void] {
  const search = useSyncExternalStore(subscribe, () => location.search);
  const go = useCallback((next: string) => {
    history.pushState(null, '', next);
    dispatchEvent(new PopStateEvent('popstate'));
  }, []);
  return [search, go];
}
