// What the lock says that lies over a page of staff until the PIN is entered.
export * from './shared/access.ts';

export const lock = {
  title: 'Locked',
  text: 'Enter your PIN to go on. What you were doing is still here.',
  button: 'Unlock',
  erase: 'Erase the last digit',
  wrong: 'The PIN is not right.',
  nameLocked: 'Your name is locked after too many wrong PINs. A manager can unlock it on the staff page.',
  other: 'Sign in as somebody else',
};
