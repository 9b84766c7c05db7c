// What the cashier reads around a sale: what is offered, the tab's title, sounds, and the customer's screen.
import type { Texts } from '../../texts.ts';

export const counter: Texts['counter'] = {
  quickAmounts: 'Hurtigbeløp',
  lastTexts: 'Siste tekster',
  tab: { waiting: 'Venter', paid: 'Betalt', unpaid: 'Ikke betalt', attention: 'Krever oppfølging' },
  sound: 'Lyd',
  notifications: 'Varsler',
  notificationsBlocked: 'Nettleseren blokkerer varsler fra denne siden. Tillat dem i innstillingene.',
  screen: {
    label: 'Kundeskjerm',
    seen: (seconds) => `sett for ${seconds} s siden`,
    away: 'ikke tilkoblet',
    none: 'ingen er koblet til',
  },
  customerReads: 'Kunden leser',
  showHere: 'Vis QR-koden her',
  turnScreen: 'Vis QR-koden her: Snu denne skjermen mot kunden.',
};
