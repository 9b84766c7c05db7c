import { localDay } from '../ui/base/dates.ts';
import { useSearch } from '../ui/base/use-search.ts';
import { addressOf, type Period, periodIn } from './period.ts';

/** The chosen period. It stands in the address, so that a reload and the way back keep it. */
export function usePeriod(): readonly [Period, (period: Period) => void] {
  const [search, go] = useSearch();
  return [periodIn(search, localDay(Date.now())), (next) => go(addressOf(next))];
}
