// What the page says on which managers look after staff.
export * from './shared/access.ts';
export * from './shared/common.ts';
export * from './shared/pages.ts';
export * from './shared/plain-http.ts';
export * from './shared/proof.ts';

export const staff = {
  role: 'Role',
  roleHelp: {
    cashier: 'Charges, cancels, and sees payments.',
    manager: 'Also approves refunds, closes the day, and looks after staff.',
  },
  shop: 'Shop',
  allShops: 'All shops',
  chooseShop: 'Choose a shop',
  shopRule: 'Choose a shop, or all shops.',
  list: 'Who can sign in',
  lastSignIn: (when: string) => `Last signed in ${when}`,
  neverSignedIn: 'Has not signed in yet',
  locked: (when: string) =>
    `Locked since ${when}, after too many wrong PINs. Devices that have signed in under this name before still can.`,
  unlock: 'Unlock',
  unlocked: (name: string) => `${name} can sign in from any device again.`,
  add: 'Add a person',
  addButton: 'Add',
  added: (name: string) => `${name} can sign in now.`,
  nameTaken: 'This name is taken, was used before, or looks like another one. Choose another name.',
  newPin: 'New PIN',
  newPinFor: (name: string) => `New PIN for ${name}`,
  setPin: 'Set PIN',
  pinSet: (name: string) => `${name} has a new PIN.`,
  remove: 'Remove',
  removeQuestion: (name: string) => `Remove ${name}? They are signed out everywhere at once.`,
  removeYes: 'Yes, remove',
  back: 'Back',
  lastManager: 'This is the last manager. Add another one first.',
  gone: 'This person has been removed already.',
  loading: 'Loading…',
  sessions: {
    title: 'Signed in on',
    used: (when: string) => `Last used ${when}`,
    own: 'This browser',
    unknown: 'Unknown browser',
    end: 'Sign out',
    endOn: (where: string) => `Sign out on ${where}`,
    ended: (name: string) => `${name} is signed out there.`,
  },
  proof: (name: string) => `${name}, this changes who can sign in. Your PIN counts for 5 minutes.`,
};
