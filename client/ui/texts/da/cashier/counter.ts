// What the cashier reads around a sale: what is offered, the tab's title, sounds, and the customer's screen.
import type { Texts } from '../../texts.ts';

export const counter: Texts['counter'] = {
  quickAmounts: 'Hurtigbeløb',
  lastTexts: 'Seneste tekster',
  tab: { waiting: 'Venter', paid: 'Betalt', unpaid: 'Ikke betalt', attention: 'Kræver opmærksomhed' },
  sound: 'Lyd',
  notifications: 'Notifikationer',
  notificationsBlocked: 'Browseren blokerer notifikationer fra denne side. Tillad dem i indstillingerne.',
  screen: {
    label: 'Kundeskærm',
    seen: (seconds) => `set for ${seconds} sek. siden`,
    away: 'ikke forbundet',
    none: 'ingen er tilknyttet',
  },
  customerReads: 'Kunden læser',
  showHere: 'Vis QR-koden her',
  turnScreen: 'Vis QR-koden her: Vend denne skærm mod kunden.',
};
