// What the lock says that lies over a page of staff until the PIN is entered.
import type { LockTexts } from '../texts.ts';

export * from './shared/access.ts';

export const lock: LockTexts['lock'] = {
  title: 'Låst',
  text: 'Ange din pinkod för att fortsätta. Det du höll på med finns kvar.',
  button: 'Lås upp',
  erase: 'Radera sista siffran',
  wrong: 'Pinkoden stämmer inte.',
  nameLocked:
    'Ditt namn är låst efter för många felaktiga pinkoder. En chef kan låsa upp det på personalsidan.',
  other: 'Logga in som någon annan',
};
