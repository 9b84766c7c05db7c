import type { PaymentView, TillView } from '../../../server/contract/payments.ts';
import { type Language, languageOf } from '../../ui/texts/languages.ts';
import { useCustomerChoice } from './use-customer-choice.ts';

/** The language of the display: the till's own until a customer chooses another that the shop offers, and again once it is idle. */
export function useLanguage(
  { locale, languages }: Pick<TillView, 'locale' | 'languages'>,
  payment: PaymentView | null,
): readonly [Language, (language: Language) => void] {
  const [chosen, choose] = useCustomerChoice<Language>('language', payment);
  return [chosen && languages.includes(chosen) ? chosen : languageOf(locale), choose];
}
