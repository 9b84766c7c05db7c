// What the cashier reads when something went wrong, besides what it was.
import type { Texts } from '../../texts.ts';

export const trouble: Texts['trouble'] = {
  support: (reference) => `Oppgi dette hvis du ringer kundeservice: ${reference}`,
  answersAgain:
    'Kasseserveren svarer igjen. Er dette ikke gjort, så prøv på nytt: Ingenting gjøres to ganger.',
  tillGone: {
    title: 'Denne kassen er ikke i bruk',
    text: 'Den er tatt ut av bruk, eller adressen til siden er feil.',
  },
  otherTills: 'Gå videre i:',
};

/** Why money goes back: ready-made for the history, or in the cashier's own words. */
export const reason: Texts['reason'] = {
  label: 'Årsak (valgfritt)',
  ready: ['Vare returnert', 'Feil beløp', 'Betalt to ganger', 'Utsolgt'],
};
