// What the lock says that lies over a page of staff until the PIN is entered.
import type { LockTexts } from '../texts.ts';

export * from './shared/access.ts';

export const lock: LockTexts['lock'] = {
  title: 'Låst',
  text: 'Oppgi PIN-koden din for å fortsette. Det du holdt på med, er her fortsatt.',
  button: 'Lås opp',
  erase: 'Slett siste siffer',
  wrong: 'PIN-koden stemmer ikke.',
  nameLocked:
    'Navnet ditt er låst etter for mange feil PIN-koder. En leder kan låse det opp på siden for ansatte.',
  other: 'Logg inn som en annen',
};
