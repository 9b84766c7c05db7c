import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { PaymentView, TillPayment, TillView } from '../../../server/contract/payments.ts';
import { call } from '../../ui/api/api.ts';
import { OtherTillProvider } from '../../ui/till/till-context.tsx';
import { useTexts } from '../context/texts.ts';

async function fetchTill(id: string): Promise<TillView> {
  return ((await call(`/api/tills/${encodeURIComponent(id)}/payment`)).body as TillPayment).till;
}

type Props = {
  readonly payment: PaymentView;
  /** The till to show until the real one is loaded; without it nothing is shown until then. */
  readonly meanwhile?: (own: TillView) => TillView;
  readonly children: ReactNode;
};

/** A payment is shown in the currency, and with the names, of the till where it was made. */
export function AtTill({ payment, meanwhile, children }: Props) {
  const { till: own } = useTexts();
  const { data } = useQuery({
    queryKey: ['till', payment.till],
    queryFn: () => fetchTill(payment.till),
    enabled: payment.till !== own.id,
    staleTime: Number.POSITIVE_INFINITY,
    retry: 3,
  });
  if (payment.till === own.id) return children;
  const till = data ?? meanwhile?.(own);
  return till && <OtherTillProvider till={till}>{children}</OtherTillProvider>;
}
