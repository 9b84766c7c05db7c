import type { PaymentView } from '../../../server/contract/payments.ts';
import { Icon } from '../../ui/parts/icon.tsx';
import { CashierIcon } from '../parts/cashier-icon.tsx';
import type { StatusText } from '../payment/status-text.ts';
import { isDeclined } from './verdict.ts';

type Props = { readonly payment: PaymentView; readonly status: Pick<StatusText, 'icon'> };

/** The sign of how a sale stands, large beside its words. */
export function Sign({ payment, status: { icon } }: Props) {
  if (isDeclined(payment)) return <CashierIcon name="card" />;
  if (icon === 'alert') return <CashierIcon name="warned" />;
  return payment.state === 'cancelled' ? <CashierIcon name="stopped" /> : <Icon name={icon} />;
}
