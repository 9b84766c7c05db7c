import type { Texts } from '../../texts.ts';

export const approval: Texts['approval'] = {
  ask: 'En leder godkender det her, med navn og pinkode.',
  askAgain: 'Det kræver en pinkode: Skriv din egen, eller lad en anden leder godkende.',
  name: 'Lederens navn',
  pin: 'Lederens pinkode',
  wrong: 'Navnet eller pinkoden er ikke rigtig, eller personen er ikke leder her. Der er ikke gjort noget.',
  wanted: 'Det er mere, end du må give tilbage alene, så der er ikke gjort noget.',
  locked:
    'Navnet er låst efter for mange forkerte pinkoder. En anden leder kan godkende, eller låse navnet op på siden for medarbejdere.',
  above: (amount) => `Mere end ${amount} skal godkendes af en leder.`,
  always: 'Det skal godkendes af en leder.',
  by: (name) => `Godkendt af ${name}`,
};
