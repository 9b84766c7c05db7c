// What the cashier reads when something went wrong, besides what it was.
import type { Texts } from '../../texts.ts';

export const trouble: Texts['trouble'] = {
  support: (reference) => `Jos soitat tukeen, ilmoita tämä: ${reference}`,
  answersAgain:
    'Kassapalvelin vastaa taas. Jos tätä ei ole tehty, yritä uudelleen: mitään ei tehdä kahdesti.',
  tillGone: {
    title: 'Tämä kassa ei ole käytössä',
    text: 'Se on poistettu käytöstä, tai sivun osoite on väärä.',
  },
  otherTills: 'Jatka kassalla:',
};

/** Why money goes back: ready-made for the history, or in the cashier's own words. */
export const reason: Texts['reason'] = {
  label: 'Syy (valinnainen)',
  ready: ['Tuote palautettu', 'Väärä summa', 'Maksettu kahdesti', 'Loppu varastosta'],
};
