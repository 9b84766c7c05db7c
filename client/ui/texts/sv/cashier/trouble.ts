// What the cashier reads when something went wrong, besides what it was.
import type { Texts } from '../../texts.ts';

export const trouble: Texts['trouble'] = {
  support: (reference) => `Uppge detta om du ringer supporten: ${reference}`,
  answersAgain: 'Kassaservern svarar igen. Om det inte har gjorts, försök igen: inget görs två gånger.',
  tillGone: {
    title: 'Den här kassan används inte',
    text: 'Den är tagen ur bruk, eller så är sidans adress fel.',
  },
  otherTills: 'Gå vidare i:',
};

/** Why money goes back: ready-made for the history, or in the cashier's own words. */
export const reason: Texts['reason'] = {
  label: 'Orsak (valfritt)',
  ready: ['Vara återlämnad', 'Fel belopp', 'Betalat två gånger', 'Slutsåld'],
};
