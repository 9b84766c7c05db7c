// What is asked before something that the server wants the PIN for.
export const proof = {
  title: 'Enter your PIN',
  button: 'Go on',
  wrong: 'The PIN is not right.',
  locked: 'Your name is locked after too many wrong PINs. Another manager can unlock it.',
  back: 'Back',
};
