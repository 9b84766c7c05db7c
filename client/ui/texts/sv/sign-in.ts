import type { Texts } from '../texts.ts';

export * from './shared/access.ts';
export * from './shared/common.ts';
export * from './shared/plain-http.ts';

export const signIn: Texts['signIn'] = {
  title: 'Logga in',
  button: 'Logga in',
  demo: (name, pin) => `I demon loggar du in som ${name} med pinkoden ${pin}.`,
  wrong: 'Namnet eller pinkoden stämmer inte.',
  locked:
    'Namnet är låst efter för många felaktiga pinkoder. En chef kan låsa upp det på sidan för personal.',
  serverAway: 'Ingen kontakt med kassaservern. Försöker igen…',
};

export const changePin: Texts['changePin'] = {
  title: 'Byt pinkod',
  askedTitle: 'Välj en ny pinkod',
  askedText: 'Din pinkod är lätt att gissa eller för kort. Välj en ny nu, eller fortsätt och gör det senare.',
  now: 'Nuvarande pinkod',
  fresh: 'Ny pinkod',
  again: 'Ny pinkod igen',
  button: 'Spara ny pinkod',
  later: 'Inte nu',
  back: 'Tillbaka',
};

export const setUp: Texts['setUp'] = {
  title: 'Lägg upp butiken',
  text: 'Du blir den första chefen. Välj det namn och den pinkod som du vill logga in med.',
  pinAgain: 'Pinkoden igen',
  mismatch: 'De två pinkoderna stämmer inte överens.',
  button: 'Lägg till chef',
  ended: 'Den här länken går inte att använda',
  endedText:
    'En startlänk gäller en gång och i 15 minuter. Så länge det inte finns någon chef visar servern en ny varje gång den startas.',
  toSignIn: 'Till inloggningen',
};
