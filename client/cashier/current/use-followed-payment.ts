import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PaymentView } from '../../../server/contract/payments.ts';
import { fetchPayment } from '../payment/api.ts';
import {
  afterFolding,
  afterPuttingAway,
  afterSeeing,
  followEveryMs,
  nothingFollowed,
} from './followed-payment.ts';

/** The payment in the middle column, how to fold it into a line, and how to put it away. `current` is what the till shows now. */
export function useFollowedPayment(current: PaymentView | null) {
  const [shown, setShown] = useState(nothingFollowed);
  const { payment } = shown;
  // The till may show the next payment before this one is captured, or before this page has seen it end.
  const isLeftBehind = payment !== null && current?.reference !== payment.reference;
  const followed = useQuery({
    queryKey: ['payment', payment?.reference],
    queryFn: () => fetchPayment(payment?.reference ?? ''),
    enabled: isLeftBehind,
    refetchInterval: payment !== null && followEveryMs(payment),
    refetchIntervalInBackground: true,
    gcTime: 0,
  });
  const next = afterSeeing(shown, current ?? followed.data ?? null);
  if (next !== shown) setShown(next);
  return {
    followed: next,
    putAway: () => setShown(afterPuttingAway),
    fold: () => setShown(afterFolding),
  };
}
