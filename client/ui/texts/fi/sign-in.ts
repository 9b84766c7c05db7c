import type { Texts } from '../texts.ts';

export * from './shared/access.ts';
export * from './shared/common.ts';
export * from './shared/plain-http.ts';

export const signIn: Texts['signIn'] = {
  title: 'Kirjaudu sisään',
  button: 'Kirjaudu sisään',
  demo: (name, pin) => `Demossa kirjaudut nimellä ${name} ja PIN-koodilla ${pin}.`,
  wrong: 'Nimi tai PIN-koodi on väärin.',
  locked:
    'Nimi on lukittu, koska PIN-koodi on ollut liian monta kertaa väärin. Esihenkilö voi avata lukituksen henkilökunnan sivulla.',
  serverAway: 'Kassapalvelimeen ei saada yhteyttä. Yritetään uudelleen…',
};

export const changePin: Texts['changePin'] = {
  title: 'Vaihda PIN-koodi',
  askedTitle: 'Valitse uusi PIN-koodi',
  askedText: 'PIN-koodisi on helppo arvata tai liian lyhyt. Valitse uusi nyt tai jatka ja tee se myöhemmin.',
  now: 'Nykyinen PIN-koodi',
  fresh: 'Uusi PIN-koodi',
  again: 'Uusi PIN-koodi uudelleen',
  button: 'Tallenna uusi PIN-koodi',
  later: 'Ei nyt',
  back: 'Takaisin',
};

export const setUp: Texts['setUp'] = {
  title: 'Ota myymälä käyttöön',
  text: 'Sinusta tulee ensimmäinen esihenkilö. Valitse nimi ja PIN-koodi, joilla kirjaudut sisään.',
  pinAgain: 'PIN-koodi uudelleen',
  mismatch: 'PIN-koodit eivät ole samat.',
  button: 'Lisää esihenkilö',
  ended: 'Tätä linkkiä ei voi käyttää',
  endedText:
    'Käyttöönottolinkki toimii yhden kerran ja 15 minuuttia. Niin kauan kuin esihenkilöä ei ole, palvelin näyttää käynnistyessään uuden.',
  toSignIn: 'Kirjautumiseen',
};
