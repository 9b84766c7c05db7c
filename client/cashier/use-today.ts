import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import type { PaymentView } from '../../server/contract.ts';
import { serverClock } from '../ui/server-clock.ts';
import { fetchPayments } from './actions.ts';
import { isOpenMatter } from './attention.ts';
import { startOfDayMs } from './day.ts';

const refreshEveryMs = 15_000;
/** What needs attention is shown for this many days before today, too. */
const daysBefore = 7;

type Day = { readonly payments: readonly PaymentView[]; readonly earlier: readonly PaymentView[] };

function withAnswered({ payments, earlier }: Day, answered: PaymentView): Day {
  const renew = (one: PaymentView) => (one.reference === answered.reference ? answered : one);
  return { payments: payments.map(renew), earlier: earlier.map(renew) };
}

/** Has the day's list, and the payment in the middle column, fetched again; one that the server has just answered with is shown at once. */
export type Refresh = (answered?: PaymentView | null) => void;

export function useRefresh(tillId: string): Refresh {
  const client = useQueryClient();
  return useCallback(
    (answered) => {
      if (answered) {
        client.setQueryData<Day>(['today', tillId], (day) => day && withAnswered(day, answered));
      }
      void client.invalidateQueries({ queryKey: ['today', tillId] });
      void client.invalidateQueries({ queryKey: ['payment'] });
      void client.invalidateQueries({ queryKey: ['sales'] });
    },
    [client, tillId],
  );
}

async function fetchToday(tillId: string): Promise<Day> {
  const midnightMs = startOfDayMs(serverClock.nowMs());
  const fromMs = midnightMs - daysBefore * 24 * 3_600_000;
  const [payments, earlier] = await Promise.all([
    fetchPayments(tillId, { fromMs: midnightMs }),
    fetchPayments(tillId, { fromMs, toMs: midnightMs, needsAttention: true }),
  ]);
  return { payments, earlier: earlier.filter((payment) => isOpenMatter(payment, midnightMs)) };
}

/** What is known of the day; `payments` is null until it has been fetched once. */
export type Today = ReturnType<typeof useToday>;

/** The till's payments since local midnight, and earlier ones that need attention; fetched again whenever `stamp` changes. */
export function useToday(tillId: string, stamp: string) {
  const refresh = useRefresh(tillId);
  const query = useQuery({
    queryKey: ['today', tillId],
    queryFn: () => fetchToday(tillId),
    refetchInterval: refreshEveryMs,
    networkMode: 'always',
    retry: false,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stamp is what calls for a fresh list
  useEffect(() => refresh(), [refresh, stamp]);
  const { payments = null, earlier = [] } = query.data ?? {};
  return { payments, earlier, isOld: query.isError };
}
