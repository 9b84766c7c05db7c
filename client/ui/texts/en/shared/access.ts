// What is said about who gets in, and why something could not be done, wherever staff work.
import type { Failure } from '../../../api/api.ts';

const seconds = (count: number) => `${count} ${count === 1 ? 'second' : 'seconds'}`;

const errors: Record<Failure, string> = {
  invalid_request: 'The till server did not understand this. Check what you entered, then try again.',
  not_signed_in: 'You are signed out. Sign in, then try again.',
  not_allowed: 'You do not have access to this. Ask a manager.',
  pin_required: 'Enter your PIN first, then try again.',
  approval_required: 'A manager has to approve this.',
  session_locked: 'This page is locked. Enter your PIN, then try again.',
  not_found: 'The till server does not know this any more. Reload the page.',
  till_busy: 'The till is busy. Try again in a moment.',
  idempotency_mismatch: 'This was changed after it was sent. Reload the page.',
  wrong_state: 'This cannot be done any more. Reload the page.',
  amount_out_of_range: 'That amount is not possible.',
  refund_exceeds_captured: 'That amount is not possible.',
  vipps_rejected: 'This was refused. Try again.',
  vipps_unavailable: 'Vipps MobilePay does not answer. Try again in a moment.',
  rate_limited: 'Too many attempts.',
  storage_unavailable: 'The till server cannot write to its disk. Try again in a moment.',
  internal: 'The till server had a problem. Try again.',
  unreachable: 'The till server cannot be reached. Try again in a moment.',
};

export const access = {
  errors,
  roles: { cashier: 'Cashier', manager: 'Manager' },
  tryAgainIn: (count: number) => `Try again in ${seconds(count)}.`,
  tryAgainNow: 'You can try again now.',
  signedOut: { title: 'Signed out', text: 'Taking you to the sign-in page…' },
  noAccess: { title: 'No access', text: 'You are not signed in here, or have no access to this till.' },
  name: 'Name',
  pin: 'PIN',
  pinRule:
    'A PIN has 6 to 12 digits, a manager’s 8 to 12. Rows of digits, repeats, dates and common PINs cannot be used.',
  pinTooEasy: 'This PIN is too short or too easy to guess. Choose another one.',
  nameRule: 'Enter a name, in characters that can be seen.',
  working: 'One moment…',
};
