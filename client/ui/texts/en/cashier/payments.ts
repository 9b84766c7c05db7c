// What the cashier reads about payments, from the keypad to the refund, and when something fails.
// `app` is what the customer knows the wallet as: Vipps or MobilePay.
import type { Role } from '../../../../../server/contract/access.ts';
import type { Failure } from '../../../api/api.ts';
import { access } from '../shared/access.ts';

export const cashier = {
  signedInAs: (name: string, role: Role) => `${name}, ${access.roles[role].toLowerCase()}`,
  lock: 'Lock',
  signOut: 'Sign out',
  signingOut: 'Signing out…',

  connectionLost:
    'Connection to the till server lost. Reconnecting… What you see may be old; no payment is lost.',
  newSale: 'New sale',
  amount: 'Amount',
  text: 'Text the customer sees',
  keypad: 'Keypad',
  delete: 'Delete',
  charge: 'Charge',
  chargeAmount: (amount: string) => `Charge ${amount}`,
  starting: 'Starting…',
  busy: 'A payment is on the customer’s screen',
  atLeast: (amount: string) => `The least that can be paid is ${amount}`,
  tooMuch: (amount: string) => `No more than ${amount} can be paid at once. Delete, and key it in again.`,
  tooPrecise: 'One comma, and at most two decimals. Delete, and key it in again.',
  checking: (app: string) =>
    `${app} did not answer. Checking what became of the sale… If nothing happens, charge again: nothing is charged twice.`,

  now: 'Now',
  onScreen: 'On the customer’s screen',
  thisSale: 'This sale',
  qrAlt: 'The QR code that the customer sees',
  steps: { shown: 'Shown', scanned: 'Scanned', approved: 'Approved' },
  idle: { title: 'Ready', text: 'Key in an amount to start a sale.' },
  started: 'Fetching the QR code',
  presented: 'Waiting for the scan',
  scanned: 'Scanned, waiting for approval',
  reconnectingTo: (app: string) => `Reconnecting to ${app}. The payment is not lost.`,
  closing: {
    title: 'One moment',
    text: (app: string) =>
      `We are closing the payment at ${app}. Until that is done, the customer may have paid: do not charge this customer again, and take no cash for it yet. Other customers can pay.`,
  },
  approved: 'Paid',
  paidLate: 'Paid late',
  captureNone: 'The money is reserved. Capture it from the list of today’s payments.',
  capturePending: 'The money is being captured.',
  captureDone: 'The money is captured.',
  capturedInPart: (captured: string, left: string) => `${captured} is captured, ${left} is still reserved.`,
  capturedAndReleased: (captured: string, released: string) =>
    `${captured} is captured, ${released} was released.`,
  releaseDone: (amount: string) => `${amount} was released. Nothing was taken.`,
  cancelled: 'Cancelled',
  cancelledByCustomer: 'Cancelled by customer',
  expired: 'Time ran out',
  nothingTaken: 'Nothing was taken.',
  failed: 'Could not start',
  failedUnavailable: (app: string) => `${app} could not be reached. Nothing was charged. Try again.`,
  failedRejected: (app: string) =>
    `${app} refused the sale. Nothing was charged. Check the amount and the text.`,
  failedKeys: (app: string) =>
    `${app} does not accept the keys of this shop. Nothing was charged. Tell whoever set up the till: no sale can start until they have looked at it.`,
  failedImageHost: (host: string) =>
    `The QR code lies at ${host}, from where this server may fetch no images. Nothing was charged. Tell whoever set up the till: if that is an address of Vipps MobilePay, add it to VIPPS_QR_IMAGE_HOSTS.`,
  linesRefused: (app: string) =>
    `${app} did not take the order lines, so the customer’s receipt in the app has none. The sale goes on without them.`,
  startedOver: { title: 'Started over', text: 'The sale goes on under a new reference.' },
  cancel: 'Cancel this payment',
  cancelQuestion: 'Cancel this payment?',
  cancelYes: 'Yes, cancel',
  cancelNo: 'Keep waiting',
  cancelling: 'Cancelling…',

  today: 'Today',
  todayTotal: (sales: number, subscribers: number, total: string) => {
    const signedUp =
      subscribers === 0 ? '' : `${subscribers} ${subscribers === 1 ? 'subscriber' : 'subscribers'}, `;
    return `Today, ${sales} ${sales === 1 ? 'sale' : 'sales'}, ${signedUp}${total}`;
  },
  noSales: 'No payments yet today.',
  listOld: 'The list could not be refreshed, so it may be old. It will be tried again automatically.',
  loading: 'Loading…',
  refundedSum: (amount: string) => `${amount} refunded`,
  reservedSum: (amount: string) => `${amount} still reserved`,
  releasedSum: (amount: string) => `${amount} released`,
  captureBy: (day: string) => `capture by ${day}`,

  details: 'Payment',
  openDetails: 'Details',
  close: 'Close',
  reference: 'Reference',
  startedAt: 'Started',
  changedAt: 'Last change',
  captured: 'Captured',
  refunded: 'Refunded',
  released: 'Released',
  capture: (amount: string) => `Capture ${amount}`,
  captureQuestion: (amount: string) => `Capture ${amount}?`,
  captureYes: 'Yes, capture',
  capturing: 'Capturing…',
  capturePart: 'Another amount',
  captureAmount: 'Amount to capture',
  captureAtMost: (amount: string) => `At most ${amount} can be captured.`,
  captureIt: 'Capture this amount',
  release: (amount: string) => `Release ${amount}`,
  releaseQuestion: (amount: string) => `Release ${amount}? It cannot be captured after that.`,
  releaseYes: 'Yes, release',
  releaseNo: 'Keep it reserved',
  releasing: 'Releasing…',
  saidBy: (app: string, reason: string) => `${app} says: ${reason}`,
  refund: 'Refund',
  refundAmount: 'Amount to refund',
  refundAtMost: (amount: string) => `At most ${amount} can be refunded.`,
  amountNonsense: 'Write an amount like 12,50.',
  refundContinue: 'Continue',
  refundQuestion: (amount: string) => `Refund ${amount}?`,
  refundYes: 'Yes, refund',
  refunding: 'Refunding…',
  refundDone: (amount: string) => `${amount} is refunded. The customer may not see it for a few days.`,
  refundCompleting: (amount: string, app: string) =>
    `${app} did not answer in time. The refund of ${amount} is being completed. Do not repeat it.`,
  back: 'Back',

  errors: (app: string): Record<Failure, string> => ({
    invalid_request:
      'The till server did not understand this, so no money has moved. Check the amount and the text, then try again.',
    not_signed_in: 'You are signed out, so nothing was done. Sign in again, then repeat this.',
    not_allowed: 'You may not do this, so nothing was done. Ask a manager.',
    pin_required: 'Enter your PIN first: nothing was done. Then try again.',
    approval_required:
      'A manager has to approve this, so nothing was done. Enter the name and the PIN of a manager.',
    session_locked: 'This page is locked, so nothing was done. Enter your PIN, then try again.',
    not_found: 'The till server does not know this payment, so nothing was done. Reload the page.',
    till_busy:
      'A payment is already on the customer’s screen, so no other was started. Finish or cancel it first.',
    idempotency_mismatch:
      'The sale was changed after it was sent: only what was sent first counts. Look at what the customer sees before you charge again.',
    wrong_state:
      'The payment has moved on, so this cannot be done any more, and it moved no money. Look at how it stands now.',
    amount_out_of_range: 'That amount is not possible, so no money has moved. Choose another one.',
    refund_exceeds_captured:
      'That is more than is left to refund, so nothing was refunded. Choose a smaller amount.',
    vipps_rejected: `${app} refused this, so no money has moved. Try again. If it is refused again, ask a manager.`,
    vipps_unavailable: `${app} does not answer, so nobody knows yet whether money has moved. What you asked for is kept and completed automatically. Do not repeat it.`,
    rate_limited:
      'That was too fast for the till server, so nothing was done. Wait a few seconds, then try again.',
    storage_unavailable:
      'The till server cannot write to its disk, so we do not know whether money has moved. Try again: nothing is done twice. If that does not help, ask a manager.',
    internal:
      'The till server had a problem, so we do not know whether money has moved. Try again: nothing is done twice.',
    unreachable:
      'The till server cannot be reached. Try again: nothing is done twice. Until it answers, we do not know whether money has moved.',
  }),
};
