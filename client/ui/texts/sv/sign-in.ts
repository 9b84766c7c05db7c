import type { Texts } from '../texts.ts';

export * from './access.ts';
export * from './common.ts';

export const signIn: Texts['signIn'] = {
  title: 'Logga in',
  button: 'Logga in',
  demo: (name, pin) => `I demon loggar du in som ${name} med pinkoden ${pin}.`,
  wrong: 'Namnet eller pinkoden stämmer inte.',
  serverAway: 'Ingen kontakt med kassaservern. Försöker igen…',
};

export const setUp: Texts['setUp'] = {
  title: 'Konfigurera butiken',
  text: 'Du blir den första chefen. Välj det namn och den pinkod som du vill logga in med.',
  pinAgain: 'Pinkoden igen',
  mismatch: 'De två pinkoderna stämmer inte överens.',
  button: 'Lägg till chef',
  ended: 'Den här länken går inte att använda',
  endedText:
    'En startlänk gäller en gång och i 15 minuter. Så länge det inte finns någon chef skriver servern ut en ny varje gång den startas.',
  toSignIn: 'Till inloggningen',
};
