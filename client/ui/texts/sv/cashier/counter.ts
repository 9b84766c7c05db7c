// What the cashier reads around a sale: what is offered, the tab's title, sounds, and the customer's screen.
import type { Texts } from '../../texts.ts';

export const counter: Texts['counter'] = {
  quickAmounts: 'Snabbelopp',
  lastTexts: 'Senaste texter',
  tab: { waiting: 'Väntar', paid: 'Betalt', unpaid: 'Inte betalt', attention: 'Behöver åtgärdas' },
  sound: 'Ljud',
  notifications: 'Aviseringar',
  notificationsBlocked: 'Webbläsaren blockerar aviseringar från den här sidan. Tillåt dem i inställningarna.',
  screen: {
    label: 'Kundskärm',
    seen: (seconds) => `sedd för ${seconds} s sedan`,
    away: 'inte ansluten',
    none: 'ingen är ansluten',
  },
  customerReads: 'Kunden läser',
  showHere: 'Visa QR-koden här',
  turnScreen: 'Visa QR-koden här: vänd den här skärmen mot kunden.',
};
