// What the page says on which managers change the settings of a shop.
export * from './shared/access.ts';
export * from './shared/common.ts';
export * from './shared/pages.ts';
export * from './shared/plain-http.ts';
export * from './shared/proof.ts';

export const settings = {
  shop: 'Shop',
  loading: 'Loading…',
  rooms: {
    shop: 'Shop',
    screen: 'Customer display',
    sale: 'Sale and slip',
    day: 'Day',
    tills: 'Tills',
  },
  proof: (name: string) => `${name}, this changes settings of the shop. Your PIN counts for 5 minutes.`,
  saving: 'Saving…',
  saved: 'Saved',
  savedOnScreens: 'Saved, shown on both screens',
  notSaved: 'Not saved',
  save: 'Save',
  undo: 'Undo',
  setBy: (variable: string) => `Set where the server runs: ${variable}`,
  setByMeanwhile: 'This is set where the server runs now. Reload the page.',
  name: {
    label: 'Name',
    hint: 'On customer displays and slips. Without one, the name of the till is shown.',
    wrong: 'At most 60 characters, all of which can be seen.',
  },
  orgNumber: {
    label: 'Organisation number',
    hint: 'Printed on the slip',
    wrong:
      'No company in Norway, Denmark, Sweden or Finland has this number. Compare each digit: the last one checks the others.',
  },
  address: {
    label: 'Address',
    hint: 'Printed on the slip',
    wrong: 'At most 160 characters, all of which can be seen.',
  },
  logo: { label: 'Logo', hint: 'On customer displays' },
  picture: { label: 'Picture when idle', hint: 'At least 1600 pixels wide' },
  choosePicture: 'Choose',
  changePicture: 'Change',
  removePicture: 'Remove',
  notPicture: 'This file is not a picture that can be shown. Choose a PNG, JPEG or WebP.',
  languages: { label: 'Languages', hint: 'What customers can choose from' },
  firstLanguage: { label: 'Shown first', hint: 'Until the customer chooses another' },
  idleText: {
    label: 'Text when idle',
    hint: 'At most five short lines. Without a text, it says that customers can pay here.',
    wrong: 'At most five lines and 200 characters.',
  },
  printsSlip: {
    label: 'Print the slip after a sale',
    hint: 'By itself, in the window in which the sale was charged',
  },
  capture: {
    label: 'Capture',
    auto: 'At once',
    manual: 'By staff',
    autoMeans: 'The money is taken as soon as the customer has approved.',
    manualMeans:
      'The money is only reserved when the customer has approved. Staff capture it later; what nobody captures in time goes back.',
    question: 'Capture at once from now on? What is reserved and waits for staff is captured now, too.',
    yes: 'Yes, capture at once',
  },
  cashierRefundLimit: {
    label: 'A cashier may refund',
    hint: 'Of one payment. For more, a manager enters a PIN; with 0 for every refund.',
  },
  cashierRefundLimitPerDay: {
    label: 'A cashier may refund in a day',
    hint: 'Of all payments together. Empty is ten times the limit of one payment.',
  },
  refundApprovalAbove: {
    label: 'Always with a PIN above',
    hint: 'For more of one payment a manager enters a PIN, for their own refunds too. Empty is never.',
  },
  notAmount: (example: string, most: string) =>
    `Enter an amount such as ${example}; at most ${most} can be set.`,
  timeZone: {
    label: 'Time zone',
    hint: 'Days and times of the shop go by it',
    usual: 'Nordic countries',
    all: 'All',
  },
  dayEndsAt: {
    label: 'The day ends at',
    hint: 'What is sold after midnight counts to the day before until then.',
  },
  tills: {
    text: 'Each till has a cashier page and customer displays of its own.',
    name: (id: string) => `Name of till ${id}`,
    nameWrong: 'Enter a name of at most 60 characters.',
    retire: 'Retire',
    retireNamed: (name: string) => `Retire ${name}`,
    question: (name: string) => `Retire ${name}?`,
    means: (id: string) =>
      `Nobody can sell there any more, and its customer displays show a pairing code. Its payments stay, and can still be captured and refunded. To bring it back, add a till with the short name ${id}.`,
    yes: 'Yes, retire',
    busy: 'A payment is under way at this till. Wait until it is over.',
    last: 'A shop has at least one till.',
    retired: (name: string) => `${name} is retired.`,
    add: 'Add a till',
    id: 'Short name',
    idHint: 'In addresses such as /cashier/2, and it stays. Letters a to z, digits, - and _.',
    idWrong:
      'The short name takes letters a to z, digits, - and _, at most 24, and begins with a letter or digit.',
    idTaken: 'There is a till with this short name already. Choose another one.',
    like: (name: string) => `It sells as ${name} does.`,
    addButton: 'Add',
    added: (name: string) => `${name} is added. Open its cashier page, and pair a tablet with it there.`,
  },
};
