// What the cashier reads when something went wrong, besides what it was.
import type { Texts } from '../texts.ts';

export const trouble: Texts['trouble'] = {
  support: (reference) => `Hvis du ringer kundestøtte, les opp: ${reference}`,
};

/** Why money goes back: ready-made for the history, or in the cashier's own words. */
export const reason: Texts['reason'] = {
  label: 'Grunn (valgfritt)',
  ready: ['Vare returnert', 'Feil beløp', 'Betalt to ganger', 'Utsolgt'],
};
