// What the cashier reads when something went wrong, besides what it was.
import type { Texts } from '../../texts.ts';

export const trouble: Texts['trouble'] = {
  support: (reference) => `Oplys dette, hvis du ringer til support: ${reference}`,
  answersAgain: 'Kasseserveren svarer igen. Er det ikke gjort, så prøv igen: Intet bliver gjort to gange.',
  tillGone: {
    title: 'Denne kasse er ikke i brug',
    text: 'Den er taget ud af brug, eller sidens adresse er forkert.',
  },
  otherTills: 'Gå videre i:',
};

/** Why money goes back: ready-made for the history, or in the cashier's own words. */
export const reason: Texts['reason'] = {
  label: 'Årsag (valgfri)',
  ready: ['Vare returneret', 'Forkert beløb', 'Betalt to gange', 'Udsolgt'],
};
