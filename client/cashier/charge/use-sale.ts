import type { PaymentView, TillView } from '../../../server/contract/payments.ts';
import { newKey } from '../../ui/api/api.ts';
import { startPayment } from '../payment/api.ts';
import { useAttempt } from '../start/use-attempt.ts';
import { minorOf, type PadKey } from './keypad.ts';
import {
  emptySale,
  isMeant,
  nextSale,
  refusalOf,
  repeatedFrom,
  type Sale,
  type SaleEvent,
  type SaleFault,
} from './sale.ts';

const startSale = (till: TillView, { key, keyed, text, lines }: Sale) => {
  const amount = { value: minorOf(keyed), currency: till.currency };
  return startPayment(till.id, { amount, text: text.trim(), lines: [...lines] }, key);
};

/** The sale being keyed in. `current` is what the till shows now; `onStarted` is called with every sale whose QR is ready, and the reference of its payment. */
export function useSale(
  till: TillView,
  current: PaymentView | null,
  onStarted: (amountMinor: number, text: string, reference: string) => void,
) {
  const start = async (sale: Sale) => {
    const { reference } = await startSale(till, sale);
    onStarted(minorOf(sale.keyed), sale.text.trim(), reference);
  };
  const { state, dispatch, submit } = useAttempt<SaleFault, Sale, SaleEvent>(
    { empty: emptySale, next: nextSale, faultOf: refusalOf, start },
    till,
    current,
  );
  const repeated = (payment: PaymentView) => {
    const event = { type: 'repeated', ...repeatedFrom(payment, till.name), freshKey: newKey() } as const;
    dispatch(event);
    return nextSale(state, event);
  };
  return {
    sale: state,
    charge: () => {
      if (isMeant(state)) submit();
    },
    press: (key: PadKey) => dispatch({ type: 'pressed', key, freshKey: newKey() }),
    /** Keys in what a payment was for. */
    repeat: (payment: PaymentView): void => {
      repeated(payment);
    },
    /** Charges once more what a payment was for. */
    chargeAgain: (payment: PaymentView): void => {
      if (state.step !== 'sending') submit(repeated(payment));
    },
    choose: (amountMinor: number) => dispatch({ type: 'chosen', amountMinor, freshKey: newKey() }),
    clear: () => dispatch({ type: 'cleared' }),
    write: (text: string) => dispatch({ type: 'texted', text }),
  };
}
