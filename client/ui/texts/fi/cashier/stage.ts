// What the cashier reads on the stage: the sale that counts now, the last one, and what can be done about them.
import type { Texts } from '../../texts.ts';

export const stage: Texts['stage'] = {
  last: {
    paid: (amount, time) => `Edellinen myynti: ${amount} maksettu ${time}`,
    reserved: (amount, time) => `Edellinen myynti: ${amount} varattu ${time}`,
    refunded: (amount, time) => `Edellinen myynti: ${amount} hyvitetty, ${time}`,
    released: (amount, time) => `Edellinen myynti: ${amount} vapautettu, ${time}`,
    cancelled: (amount, time) => `Edellinen myynti: ${amount} peruttu ${time}`,
    expired: (amount, time) => `Edellinen myynti: ${amount}, aika loppui ${time}`,
    failed: (amount, time) => `Edellinen myynti: ${amount} ei käynnistynyt ${time}`,
  },
  repeat: 'Toista',
  again: 'Pyydä uudelleen',
  againSoon: 'Maksu pyydetään uudelleen heti, kun tämä maksu on suljettu.',
  change: 'Muuta',
  addText: 'Lisää teksti',
  more: 'Lisää',
  offers: 'Ehdotukset',
  backToTill: 'Takaisin kassalle',
  keys: { plus: 'Plus (+)', times: 'Kertaa', comma: 'Pilkku' },
  calculation: 'Lasku',
  declined: {
    title: 'Kortti hylättiin',
    text: (app) => `Asiakas voi valita toisen kortin sovelluksessa ${app}. Odotamme edelleen.`,
  },
  toDo: { scanned: 'Skannaa', approved: 'Hyväksy' },
};
