// What the lock says that lies over a page of staff until the PIN is entered.
import type { LockTexts } from '../texts.ts';

export * from './shared/access.ts';

export const lock: LockTexts['lock'] = {
  title: 'Lukittu',
  text: 'Jatka antamalla PIN-koodisi. Se, mitä olit tekemässä, on tallessa.',
  button: 'Avaa lukitus',
  erase: 'Poista viimeinen numero',
  wrong: 'PIN-koodi on väärin.',
  nameLocked:
    'Nimesi on lukittu liian monen väärän PIN-koodin vuoksi. Esihenkilö voi avata sen henkilöstösivulla.',
  other: 'Kirjaudu toisena käyttäjänä',
};
