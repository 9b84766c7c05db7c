import type { Texts } from '../texts.ts';

export * from './shared/access.ts';
export * from './shared/common.ts';
export * from './shared/plain-http.ts';

export const signIn: Texts['signIn'] = {
  title: 'Logg inn',
  button: 'Logg inn',
  demo: (name, pin) => `I demoen logger du inn som ${name} med PIN-koden ${pin}.`,
  wrong: 'Navnet eller PIN-koden stemmer ikke.',
  locked: 'Navnet er låst etter for mange feil PIN-koder. En leder kan låse det opp på siden for ansatte.',
  serverAway: 'Får ikke kontakt med kasseserveren. Prøver igjen…',
};

export const changePin: Texts['changePin'] = {
  title: 'Bytt PIN-kode',
  askedTitle: 'Velg en ny PIN-kode',
  askedText:
    'PIN-koden din er lett å gjette eller for kort. Velg en ny nå, eller fortsett og gjør det senere.',
  now: 'Nåværende PIN-kode',
  fresh: 'Ny PIN-kode',
  again: 'Ny PIN-kode en gang til',
  button: 'Lagre ny PIN-kode',
  later: 'Ikke nå',
  back: 'Tilbake',
};

export const setUp: Texts['setUp'] = {
  title: 'Sett opp butikken',
  text: 'Du blir den første lederen. Velg navnet og PIN-koden du vil logge inn med.',
  pinAgain: 'PIN-koden en gang til',
  mismatch: 'De to PIN-kodene er ikke like.',
  button: 'Opprett leder',
  ended: 'Denne lenken kan ikke brukes',
  endedText:
    'En oppsettslenke gjelder én gang og i 15 minutter. Så lenge det ikke finnes noen leder, viser serveren en ny hver gang den startes.',
  toSignIn: 'Til innloggingen',
};
