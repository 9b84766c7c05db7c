// What the lock says that lies over a page of staff until the PIN is entered.
import type { LockTexts } from '../texts.ts';

export * from './shared/access.ts';

export const lock: LockTexts['lock'] = {
  title: 'Låst',
  text: 'Indtast din pinkode for at fortsætte. Det, du var i gang med, er her stadig.',
  button: 'Lås op',
  erase: 'Slet det sidste ciffer',
  wrong: 'Pinkoden er ikke rigtig.',
  nameLocked:
    'Dit navn er låst efter for mange forkerte pinkoder. En leder kan låse det op på siden for personale.',
  other: 'Log ind som en anden',
};
