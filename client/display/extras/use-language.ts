import type { PaymentView } from '../../../server/contract/payments.ts';
import { type Language, languageOf } from '../../ui/texts/languages.ts';
import { useCustomerChoice } from './use-customer-choice.ts';

/** The language of the display: the till's own until a customer chooses another, and again once it is idle. */
export function useLanguage(
  tillLocale: string,
  payment: PaymentView | null,
): readonly [Language, (language: Language) => void] {
  const [chosen, choose] = useCustomerChoice<Language>('language', payment);
  return [chosen ?? languageOf(tillLocale), choose];
}
