import { useSearch } from '../ui/base/use-search.ts';
import { dayIn } from './days.ts';

/** The chosen day, null for today. It stands in the address, so that a reload and the way back keep it. */
export function useDay(): readonly [string | null, (day: string) => void] {
  const [search, go] = useSearch();
  return [dayIn(search), (next) => go(`?${new URLSearchParams({ date: next })}`)];
}
