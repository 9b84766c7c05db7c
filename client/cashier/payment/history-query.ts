import type { PaymentView } from '../../../server/contract/payments.ts';
import { fetchHistory } from './api.ts';

/** What happened to a payment up to this version of it, for all who ask on this page. */
export const historyQuery = ({ reference, version }: Pick<PaymentView, 'reference' | 'version'>) => ({
  queryKey: ['payment', reference, 'events', version],
  queryFn: () => fetchHistory(reference),
});
