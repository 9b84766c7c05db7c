// What the sign-in page says, and the one where the first manager begins.
export * from './shared/access.ts';
export * from './shared/common.ts';
export * from './shared/plain-http.ts';

export const signIn = {
  title: 'Sign in',
  button: 'Sign in',
  demo: (name: string, pin: string) => `In the demo you sign in as ${name} with the PIN ${pin}.`,
  wrong: 'The name or the PIN is not right.',
  locked: 'This name is locked after too many wrong PINs. A manager can unlock it on the staff page.',
  serverAway: 'The till server cannot be reached. Trying again…',
};

export const changePin = {
  title: 'Change PIN',
  askedTitle: 'Choose a new PIN',
  askedText: 'Your PIN is easy to guess, or too short. Choose another one now, or go on and do it later.',
  now: 'PIN until now',
  fresh: 'New PIN',
  again: 'New PIN again',
  button: 'Save new PIN',
  later: 'Not now',
  back: 'Back',
};

export const setUp = {
  title: 'Set up this shop',
  text: 'You become the first manager. Choose the name and the PIN that you will sign in with.',
  pinAgain: 'PIN again',
  mismatch: 'The two PINs are not the same.',
  button: 'Create manager',
  ended: 'This link cannot be used',
  endedText:
    'A set-up link works once, within 15 minutes. While there is no manager, a restart of the server shows a new one.',
  toSignIn: 'To the sign-in page',
};
