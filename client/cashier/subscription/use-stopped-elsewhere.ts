import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { PaymentView } from '../../../server/contract/payments.ts';
import { checkPayment } from '../payment/api.ts';
import type { Refresh } from '../today/use-today.ts';

/**
 * A subscriber can stop an agreement in the app at any time: one that runs is compared with Vipps when it is opened. Where that
 * fails, it is shown as it is known.
 */
export function useStoppedElsewhere({ reference, agreement }: PaymentView, onChanged: Refresh): void {
  const { data } = useQuery({
    queryKey: ['agreement', reference],
    queryFn: () => checkPayment(reference),
    enabled: agreement?.status === 'active',
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const found = data?.payment;
  useEffect(() => {
    if (found?.agreement?.status === 'stopped') onChanged(found);
  }, [found, onChanged]);
}
