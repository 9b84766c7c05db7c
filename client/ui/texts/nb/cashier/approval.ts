import type { Texts } from '../../texts.ts';

export const approval: Texts['approval'] = {
  ask: 'En leder godkjenner dette her, med navn og PIN-kode.',
  askAgain: 'Dette krever PIN-kode: Skriv inn din egen, eller la en annen leder godkjenne.',
  name: 'Lederens navn',
  pin: 'Lederens PIN-kode',
  wrong: 'Navnet eller PIN-koden stemmer ikke, eller denne personen er ikke leder her. Ingenting er gjort.',
  wanted: 'Dette er mer enn du kan gi tilbake alene, så ingenting er gjort.',
  locked:
    'Navnet er låst etter for mange feil PIN-koder. En annen leder kan godkjenne, eller låse opp navnet på siden for ansatte.',
  above: (amount) => `Mer enn ${amount} må godkjennes av en leder.`,
  always: 'Dette må godkjennes av en leder.',
  by: (name) => `Godkjent av ${name}`,
};
