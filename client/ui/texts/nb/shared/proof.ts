import type { Texts } from '../../texts.ts';

export const proof: Texts['proof'] = {
  title: 'Oppgi PIN-koden din',
  button: 'Fortsett',
  wrong: 'PIN-koden stemmer ikke.',
  locked: 'Navnet ditt er låst etter for mange feil PIN-koder. En annen leder kan låse det opp.',
  back: 'Tilbake',
};
