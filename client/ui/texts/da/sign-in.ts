import type { Texts } from '../texts.ts';

export * from './shared/access.ts';
export * from './shared/common.ts';
export * from './shared/plain-http.ts';

export const signIn: Texts['signIn'] = {
  title: 'Log ind',
  button: 'Log ind',
  demo: (name, pin) => `I demoen logger du ind som ${name} med pinkoden ${pin}.`,
  wrong: 'Navnet eller pinkoden er ikke rigtig.',
  locked:
    'Navnet er låst efter for mange forkerte pinkoder. En leder kan låse det op på siden for personale.',
  serverAway: 'Der er ingen forbindelse til kasseserveren. Prøver igen…',
};

export const changePin: Texts['changePin'] = {
  title: 'Skift pinkode',
  askedTitle: 'Vælg en ny pinkode',
  askedText: 'Din pinkode er let at gætte eller for kort. Vælg en ny nu, eller fortsæt, og gør det senere.',
  now: 'Nuværende pinkode',
  fresh: 'Ny pinkode',
  again: 'Ny pinkode igen',
  button: 'Gem ny pinkode',
  later: 'Ikke nu',
  back: 'Tilbage',
};

export const setUp: Texts['setUp'] = {
  title: 'Opsæt butikken',
  text: 'Du bliver den første leder. Vælg det navn og den pinkode, du vil logge ind med.',
  pinAgain: 'Pinkoden igen',
  mismatch: 'De to pinkoder er ikke ens.',
  button: 'Opret leder',
  ended: 'Dette link kan ikke bruges',
  endedText:
    'Et opsætningslink gælder én gang og i 15 minutter. Så længe der ikke er nogen leder, viser serveren et nyt, hver gang den startes.',
  toSignIn: 'Til login',
};
