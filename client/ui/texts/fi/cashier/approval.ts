import type { Texts } from '../../texts.ts';

export const approval: Texts['approval'] = {
  ask: 'Esihenkilö hyväksyy tämän tässä nimellään ja PIN-koodillaan.',
  askAgain: 'Tähän tarvitaan PIN-koodi: kirjoita omasi tai pyydä toista esihenkilöä hyväksymään.',
  name: 'Esihenkilön nimi',
  pin: 'Esihenkilön PIN-koodi',
  wrong: 'Nimi tai PIN-koodi on väärin, tai henkilö ei ole esihenkilö täällä. Mitään ei tehty.',
  wanted: 'Tämä on enemmän kuin saat palauttaa yksin, joten mitään ei tehty.',
  locked:
    'Nimi on lukittu liian monen väärän PIN-koodin jälkeen. Toinen esihenkilö voi hyväksyä tämän tai avata nimen henkilöstösivulla.',
  above: (amount) => `Yli ${amount} menevään summaan tarvitaan esihenkilön hyväksyntä.`,
  always: 'Tähän tarvitaan esihenkilön hyväksyntä.',
  by: (name) => `Hyväksyjä: ${name}`,
};
