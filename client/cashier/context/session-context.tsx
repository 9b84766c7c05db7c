import { createContext, type ReactNode, use } from 'react';
import type { Session } from '../../../server/contract/access.ts';
import type { PaymentTexts } from '../payment/attention.ts';
import { dayText } from '../payment/time-text.ts';
import { useTexts } from './texts.ts';

const SessionContext = createContext<Session | null>(null);

export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** Who works at this till. Throws outside a SessionProvider. */
export function useStaff(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('useStaff needs a SessionProvider');
  return session;
}

/** What the texts about payments are made with, for the person who is signed in. */
export function usePaymentTexts(): PaymentTexts {
  const { till, texts, locale, app, money } = useTexts();
  const { cashier, attention, subscription, stage } = texts;
  const day = (iso: string) => dayText(iso, { ...till, locale });
  return { cashier, attention, subscription, stage, app, money, day };
}
