// What the sign-in page says, and the one where the first manager begins.
export * from './access.ts';
export * from './common.ts';

export const signIn = {
  title: 'Sign in',
  button: 'Sign in',
  demo: (name: string, pin: string) => `In the demo you sign in as ${name} with the PIN ${pin}.`,
  wrong: 'The name or the PIN is not right.',
  serverAway: 'The till server cannot be reached. Trying again…',
};

export const setUp = {
  title: 'Set up this shop',
  text: 'You become the first manager. Choose the name and the PIN that you will sign in with.',
  pinAgain: 'PIN again',
  mismatch: 'The two PINs are not the same.',
  button: 'Create manager',
  ended: 'This link cannot be used',
  endedText:
    'A set-up link works once, within 15 minutes. While there is no manager, a restart of the server prints a new one.',
  toSignIn: 'To the sign-in page',
};
