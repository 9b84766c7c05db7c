// What the customer reads, and who hangs up the display. `app` is what the customer knows the wallet as: Vipps or MobilePay.
export * from './shared/agreement.ts';
export * from './shared/common.ts';

export const display = {
  language: 'Language',
  largeText: 'Larger text',
  lastMinute: 'One minute left',
  reconnecting: 'Reconnecting',
  reconnectingTo: (app: string) => `Reconnecting to ${app}`,
  qrAlt: (amount: string, app: string) => `QR code: scan to pay ${amount} with ${app}`,
  steps: { scan: 'Scan', approve: 'Approve', done: 'Done' },
  idle: { title: 'Welcome', text: (app: string) => `You can pay with ${app} here` },
  started: { title: 'Preparing', text: 'Your QR code is on its way' },
  presented: {
    title: 'Scan to pay',
    text: (app: string) => `With your phone’s camera or in ${app}`,
    textToApprove: (app: string) => `Then approve the payment in ${app}`,
  },
  scanned: { title: (app: string) => `Approve in ${app}`, text: 'We are waiting for your approval' },
  declined: 'That card was declined. You can choose another card in the app.',
  closing: { title: 'One moment', text: (app: string) => `We are checking the payment with ${app}` },
  approved: { title: 'Paid', text: 'Thank you, and have a nice day' },
  paidLate: 'Please speak to the cashier before you leave.',
  refunded: {
    title: 'Refunded',
    text: 'The money is on its way back. Your bank may take a few days to show it.',
  },
  refundedInPart: (amount: string) => `${amount} is on its way back to you`,
  cancelled: {
    title: 'Payment cancelled',
    text: 'No money was taken. If you still want to pay, ask at the till.',
  },
  expired: { title: 'Time ran out', text: 'No money was taken. Ask at the till for a new code.' },
  failed: { title: 'The payment could not start', text: 'No money was taken. Please ask at the till.' },
  failedUnavailable: (app: string) =>
    `${app} could not be reached. No money was taken. Please ask at the till.`,
  late: {
    returning: {
      title: 'This payment is being undone',
      text: 'The payment had already ended when you approved it.',
    },
    released: {
      title: 'You will not be charged',
      text: 'The payment had already ended when you approved it.',
    },
    refunded: {
      title: 'Your money was refunded',
      text: 'The payment had already ended when you approved it. Your bank may take a few days to show the money.',
    },
    kept: {
      title: 'Please ask at the till',
      text: 'The payment had already ended when you approved it. The cashier will help you get your money back.',
    },
  },
  signUp: {
    qrAlt: (product: string, price: string, app: string) =>
      `QR code: scan to subscribe to ${product}, ${price}, with ${app}`,
    presented: {
      title: 'Scan to subscribe',
      text: (app: string) => `Then approve the agreement in ${app}`,
    },
    closing: (app: string) => `We are checking the agreement with ${app}`,
    active: {
      title: 'Your subscription is active',
      text: (product: string) => `Welcome to ${product}.`,
    },
    paid: (amount: string) => `You paid ${amount} today.`,
    paidNothing: 'You paid nothing today.',
    stopping: { title: 'Your subscription is being stopped', text: 'This takes a moment.' },
    stopped: { title: 'Your subscription is stopped', text: 'Nothing more will be taken.' },
    cancelled: { title: 'Sign-up cancelled', text: 'No agreement was made. No money was taken.' },
    expired: {
      title: 'Time ran out',
      text: 'No agreement was made. No money was taken. Ask at the till for a new code.',
    },
    failed: {
      title: 'The sign-up could not start',
      text: 'No agreement was made. No money was taken. Please ask at the till.',
    },
    failedUnavailable: (app: string) =>
      `${app} could not be reached. No agreement was made. Please ask at the till.`,
    late: {
      returning: {
        title: 'The agreement is being ended',
        text: 'The sign-up had already ended when you approved it.',
      },
      released: {
        title: 'The agreement was ended again',
        text: 'The sign-up had already ended when you approved it. Ask at the till for a new code.',
      },
    },
  },
  released: { title: 'Not charged', text: 'The reserved amount was released' },
  pairing: {
    title: 'Pair this display',
    text: 'Enter this code on the cashier page, under Displays.',
    slowed: 'A code will be here in a moment.',
  },
};
