import type { Texts } from '../texts.ts';

export * from './access.ts';
export * from './common.ts';

export const signIn: Texts['signIn'] = {
  title: 'Logg inn',
  button: 'Logg inn',
  demo: (name, pin) => `I demoen logger du inn som ${name} med PIN-koden ${pin}.`,
  wrong: 'Navnet eller PIN-koden stemmer ikke.',
  serverAway: 'Får ikke kontakt med kasseserveren. Prøver igjen…',
};

export const setUp: Texts['setUp'] = {
  title: 'Sett opp butikken',
  text: 'Du blir den første lederen. Velg navnet og PIN-koden du vil logge inn med.',
  pinAgain: 'PIN-koden en gang til',
  mismatch: 'De to PIN-kodene er ikke like.',
  button: 'Opprett leder',
  ended: 'Denne lenken kan ikke brukes',
  endedText:
    'En oppsettslenke gjelder én gang og i 15 minutter. Så lenge det ikke finnes noen leder, skriver serveren ut en ny hver gang den startes.',
  toSignIn: 'Til innloggingen',
};
