import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import type { PaymentView } from '../../../server/contract/payments.ts';
import type { TillDay } from '../../../server/contract/reconciliation.ts';
import { fetchDay, fetchPayments } from '../payment/api.ts';
import { isOpenMatter } from '../payment/attention.ts';

const refreshEveryMs = 15_000;
/** What needs attention is shown for this many days before today, too; money that waits to be captured, for as long as it does. */
const daysBefore = 7;

type Day = {
  /** As the server has it. */
  readonly day: TillDay;
  /** Started today. */
  readonly payments: readonly PaymentView[];
  /** Started before, and in need of attention. */
  readonly earlier: readonly PaymentView[];
};

function withAnswered({ day, payments, earlier }: Day, answered: PaymentView): Day {
  const renew = (one: PaymentView) => (one.reference === answered.reference ? answered : one);
  const moved = { ...day, earlier: day.earlier.map(renew) };
  return { day: moved, payments: payments.map(renew), earlier: earlier.map(renew) };
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
  const day = await fetchDay(tillId);
  const beganMs = Date.parse(day.from);
  const fromMs = beganMs - daysBefore * 24 * 3_600_000;
  const [payments, earlier, forgotten] = await Promise.all([
    fetchPayments(tillId, { fromMs: beganMs }),
    fetchPayments(tillId, { fromMs, toMs: beganMs, needsAttention: true }),
    fetchPayments(tillId, { toMs: fromMs, needsAttention: true, isUncaptured: true }),
  ]);
  const matters = [...earlier, ...forgotten].filter((payment) => isOpenMatter(payment, beganMs));
  return { day, payments, earlier: matters };
}

/** What is known of the day; `payments` is null until it has been fetched once. */
export type Today = ReturnType<typeof useToday>;

/** Today by the books of the shop, the till's payments since it began, and earlier ones that need attention; fetched again whenever `stamp` changes. */
export function useToday(tillId: string, stamp: string) {
  const refresh = useRefresh(tillId);
  const query = useQuery({
    queryKey: ['today', tillId],
    queryFn: () => fetchToday(tillId),
    refetchInterval: refreshEveryMs,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stamp is what calls for a fresh list
  useEffect(() => refresh(), [refresh, stamp]);
  const { day = null, payments = null, earlier = [] } = query.data ?? {};
  return { day, payments, earlier, isOld: query.isError };
}
