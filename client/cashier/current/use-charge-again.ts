import { useEffect, useEffectEvent, useState } from 'react';
import type { PaymentView } from '../../../server/contract/payments.ts';
import { type Action, useAction } from '../../ui/api/use-action.ts';
import { cancelPayment } from '../payment/api.ts';
import { isPayable } from '../start/attempt.ts';

export type ChargeAgain = Pick<Action, 'failure' | 'waitSeconds' | 'isPending'> & {
  /** The payment before it is being closed: until that is done the customer may have paid it. */
  readonly isWaiting: boolean;
  readonly charge: (payment: PaymentView) => void;
};

/**
 * Charges the same once more. [P4] [P3] A payment that can still be paid is cancelled first, and nothing is charged until Vipps has shown
 * that it holds no money; if it turns out to be paid, it stays the only one.
 */
export function useChargeAgain(
  payment: PaymentView | null,
  chargeAgain: (payment: PaymentView) => void,
): ChargeAgain {
  const [awaited, setAwaited] = useState<string | null>(null);
  const { run, ...action } = useAction(async () => {
    if (payment === null) return;
    try {
      await cancelPayment(payment.reference);
    } catch (error) {
      setAwaited(null);
      throw error;
    }
  });
  const isAwaited = payment !== null && payment.reference === awaited;
  const state = isAwaited ? payment.state : null;
  const go = useEffectEvent(() => {
    if (payment === null || isPayable(payment) || payment.state === 'closing') return;
    setAwaited(null);
    if (payment.state === 'cancelled' || payment.state === 'expired') chargeAgain(payment);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new state of the awaited payment is looked at
  useEffect(() => {
    if (isAwaited) go();
  }, [isAwaited, state]);
  return {
    ...action,
    isWaiting: isAwaited,
    charge: (wanted) => {
      if (!isPayable(wanted)) return chargeAgain(wanted);
      setAwaited(wanted.reference);
      run();
    },
  };
}
