import type { Session } from '../../../server/contract/access.ts';
import { neededContext } from '../../ui/base/needed-context.ts';
import type { PaymentTexts } from '../payment/attention.ts';
import { dayText } from '../payment/time-text.ts';
import { useTexts } from './texts.ts';

/** `useStaff`: who works at this till. It throws outside the provider. */
export const [SessionProvider, useStaff] = neededContext<Session>('SessionProvider');

/** What the texts about payments are made with, for the person who is signed in. */
export function usePaymentTexts(): PaymentTexts {
  const { till, texts, locale, app, money } = useTexts();
  const { cashier, attention, subscription, stage } = texts;
  const day = (iso: string) => dayText(iso, { ...till, locale });
  return { cashier, attention, subscription, stage, app, money, day };
}
