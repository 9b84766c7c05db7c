import type { Texts } from '../texts.ts';

export * from './access.ts';
export * from './common.ts';

export const signIn: Texts['signIn'] = {
  title: 'Kirjaudu sisään',
  button: 'Kirjaudu sisään',
  demo: (name, pin) => `Demossa kirjaudut nimellä ${name} ja PIN-koodilla ${pin}.`,
  wrong: 'Nimi tai PIN-koodi on väärin.',
  serverAway: 'Kassapalvelimeen ei saada yhteyttä. Yritetään uudelleen…',
};

export const setUp: Texts['setUp'] = {
  title: 'Ota myymälä käyttöön',
  text: 'Sinusta tulee ensimmäinen esihenkilö. Valitse nimi ja PIN-koodi, joilla kirjaudut sisään.',
  pinAgain: 'PIN-koodi uudelleen',
  mismatch: 'PIN-koodit eivät ole samat.',
  button: 'Lisää esihenkilö',
  ended: 'Tätä linkkiä ei voi käyttää',
  endedText:
    'Käyttöönottolinkki toimii yhden kerran ja 15 minuuttia. Niin kauan kuin esihenkilöä ei ole, palvelin tulostaa käynnistyessään uuden.',
  toSignIn: 'Kirjautumiseen',
};
