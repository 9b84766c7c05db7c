// What the cashier reads around a sale: what is offered, the tab's title, sounds, and the customer's screen.
import type { Texts } from '../../texts.ts';

export const counter: Texts['counter'] = {
  quickAmounts: 'Pikasummat',
  lastTexts: 'Viimeisimmät tekstit',
  tab: { waiting: 'Odottaa', paid: 'Maksettu', unpaid: 'Ei maksettu', attention: 'Vaatii huomiota' },
  sound: 'Ääni',
  notifications: 'Ilmoitukset',
  notificationsBlocked: 'Selain estää tämän sivun ilmoitukset. Salli ne selaimen asetuksissa.',
  screen: {
    label: 'Asiakasnäyttö',
    seen: (seconds) => `nähty ${seconds} s sitten`,
    away: 'ei yhteyttä',
    none: 'ei yhdistetty',
  },
  customerReads: 'Asiakas lukee',
  showHere: 'Näytä QR-koodi tässä',
  turnScreen: 'Näytä QR-koodi tässä: käännä tämä näyttö asiakkaaseen päin.',
};
