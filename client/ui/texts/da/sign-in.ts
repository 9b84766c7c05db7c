import type { Texts } from '../texts.ts';

export * from './access.ts';
export * from './common.ts';

export const signIn: Texts['signIn'] = {
  title: 'Log ind',
  button: 'Log ind',
  demo: (name, pin) => `I demoen logger du ind som ${name} med pinkoden ${pin}.`,
  wrong: 'Navnet eller pinkoden er ikke rigtig.',
  serverAway: 'Der er ingen forbindelse til kasseserveren. Prøver igen…',
};

export const setUp: Texts['setUp'] = {
  title: 'Opsæt butikken',
  text: 'Du bliver den første leder. Vælg det navn og den pinkode, du vil logge ind med.',
  pinAgain: 'Pinkoden igen',
  mismatch: 'De to pinkoder er ikke ens.',
  button: 'Opret leder',
  ended: 'Dette link kan ikke bruges',
  endedText:
    'Et opsætningslink gælder én gang og i 15 minutter. Så længe der ikke er nogen leder, skriver serveren et nyt, hver gang den startes.',
  toSignIn: 'Til login',
};
