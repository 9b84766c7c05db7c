import { useEffect, useReducer, useRef } from 'react';
import type { Amount, PaymentView } from '../../server/contract.ts';
import { failureOf, newKey } from '../ui/api.ts';
import { startPayment } from './actions.ts';
import type { PadKey } from './keypad.ts';
import { emptySale, isPayable, nextSale, refusalOf, type Sale } from './sale.ts';

type Till = { readonly id: string; readonly name: string; readonly currency: Amount['currency'] };

/** The sale being keyed in. `current` is what the till shows now. */
export function useSale(till: Till, current: PaymentView | null) {
  const [sale, dispatch] = useReducer(nextSale, emptySale);
  // Two taps can come before React has rendered the first.
  const sendingKey = useRef<string>(null);

  const send = async ({ key, amountMinor, text }: Sale) => {
    dispatch({ type: 'sent', before: current?.reference ?? null });
    const amount = { value: amountMinor, currency: till.currency };
    try {
      await startPayment(till.id, { amount, text: text.trim() }, key);
      dispatch({ type: 'answered', key });
    } catch (error) {
      dispatch({ type: 'failed', key, failure: failureOf(error), freshKey: newKey() });
    } finally {
      if (sendingKey.current === key) sendingKey.current = null;
    }
  };

  const charge = () => {
    if (sendingKey.current === sale.key || isPayable(current) || sale.amountMinor === 0) return;
    const problem = refusalOf(sale);
    if (problem) return dispatch({ type: 'refused', problem });
    sendingKey.current = sale.key;
    void send(sale);
  };

  const awaitsNews = sale.sent !== null && (sale.step === 'sending' || sale.problem !== null);
  useEffect(() => {
    if (!awaitsNews || !current) return;
    dispatch({ type: 'seen', payment: current, freshKey: newKey(), tillName: till.name });
  }, [awaitsNews, current, till.name]);

  return {
    sale,
    charge,
    press: (key: PadKey) => dispatch({ type: 'pressed', key, freshKey: newKey() }),
    write: (text: string) => dispatch({ type: 'texted', text }),
  };
}
