import { useEffect, useState } from 'react';
import type { PaymentView } from '../../server/contract/payments.ts';
import { isMeant } from './charge/sale.ts';
import { useRecents } from './charge/use-recents.ts';
import { useSale } from './charge/use-sale.ts';
import { useStaff } from './context/session-context.tsx';
import { useTexts } from './context/texts.ts';
import { useChargeAgain } from './current/use-charge-again.ts';
import { useFollowedPayment } from './current/use-followed-payment.ts';
import { canBePast, canChargeAgain, isPast } from './current/verdict.ts';
import type { Kind } from './sell-panel.tsx';
import { isPayable } from './start/attempt.ts';
import { useSubscription } from './subscription/use-subscription.ts';

/**
 * What is keyed in, what of it counts now, and how one leads to the other. `current` is what the till shows now; `onKey` is called with
 * every key of the next sale.
 */
export function useSelling(current: PaymentView | null, onKey: () => void) {
  const { till } = useTexts();
  const { name } = useStaff();
  const { recents, add } = useRecents(till.id, name);
  const { followed, fold, putAway } = useFollowedPayment(current);
  const { payment } = followed;
  const [charged, setCharged] = useState<readonly string[]>([]);
  const [chosen, choose] = useState<Kind>('sale');
  const kind = till.subscriptions ? chosen : 'sale';
  const keyedIn = useSale(till, current, (amountMinor, text, reference) => {
    add(amountMinor, text);
    setCharged((before) => [...before, reference]);
  });
  const subscribing = useSubscription(till, current);
  const selling = foldingFirst(keyedIn, () => {
    onKey();
    if (payment && canBePast(payment)) fold();
  });
  const again = useChargeAgain(payment, (wanted) => {
    if (!canBePast(wanted)) putAway();
    selling.chargeAgain(wanted);
  });
  // Enter charges what is repeated, and does not press once more what was pressed to repeat it.
  const [repeats, setRepeats] = useState(0);
  useEffect(() => {
    if (repeats > 0 && document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }, [repeats]);
  const past = isPast(followed, current) ? payment : null;
  const shown = past ? null : payment;
  const canRepeat = shown !== null && !isPayable(shown) && canChargeAgain(shown);
  const isEnterAgain = kind === 'sale' && canRepeat && !isMeant(selling.sale);
  return {
    /** What is followed: `shown` while it counts, `past` when it does no more. */
    payment,
    shown,
    past,
    putAway,
    recents,
    charged,
    kind,
    choose,
    selling,
    subscribing,
    again,
    isEnterAgain,
    /** What the button with the hint says. */
    enter: () => {
      if (isEnterAgain) again.charge(shown);
      else selling.charge();
    },
    /** Keys in what a payment was for. */
    repeat: (wanted: PaymentView) => {
      choose('sale');
      selling.repeat(wanted);
      setRepeats(repeats + 1);
    },
  };
}

type Selling = ReturnType<typeof useSale>;

/** [P1] With the first key of the next sale the last one is no longer what counts. */
function foldingFirst(selling: Selling, fold: () => void): Selling {
  const after =
    <A extends unknown[]>(act: (...given: A) => void) =>
    (...given: A): void => {
      fold();
      act(...given);
    };
  return {
    sale: selling.sale,
    charge: selling.charge,
    clear: selling.clear,
    press: after(selling.press),
    choose: after(selling.choose),
    write: after(selling.write),
    repeat: after(selling.repeat),
    chargeAgain: after(selling.chargeAgain),
  };
}
