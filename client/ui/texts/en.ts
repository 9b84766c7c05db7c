import { access } from './en-access.ts';
import { agreement, lines } from './en-agreement.ts';
import { cashier } from './en-cashier.ts';
import { display } from './en-display.ts';
import { reconciliation } from './en-reconciliation.ts';
import { subscription } from './en-subscription.ts';

/** What both screens say in English. */
export const en = {
  lang: 'en',
  timeLeft: (time: string) => `${time} left`,
  connecting: 'Connecting',
  demo: { mark: 'DEMO', meaning: 'No real money' },
  test: { mark: 'TEST', meaning: 'No real money' },
  unknownTill: { title: 'There is no such till', text: 'Check the address of this page.' },
  noAccess: { title: 'No access', text: 'This page is not signed in, or may not see this till.' },

  access,
  display,
  cashier,
  reconciliation,
  agreement,
  subscription,
  lines,
};
