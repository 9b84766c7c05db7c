import { useState } from 'react';
import type { PaymentView } from '../../../server/contract/payments.ts';
import { forget, keep, recall } from '../parts/local-storage.ts';
import { isPayable } from '../start/attempt.ts';

const beginning = 'tillside.turned.';

/** Whether this screen is turned to the customer, for which payment: also after the page has been loaded anew. */
export function useTurned(tillId: string, payment: PaymentView | null) {
  const name = beginning + tillId;
  const [reference, setReference] = useState(() => recall(name));
  const isTurned = payment !== null && isPayable(payment) && payment.reference === reference;
  return {
    isTurned,
    turn: (wanted: string) => {
      keep(name, wanted);
      setReference(wanted);
    },
    turnBack: () => {
      forget(name);
      setReference(null);
    },
  };
}
