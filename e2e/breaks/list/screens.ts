// What the customer and the cashier see during a payment: paying, races, outages, and the three APIs.
import type { Break } from '../break.ts';

export const screens: readonly Break[] = [
  {
    name: 'After a refund in part the whole sale is offered to be refunded',
    guards: ['paying'],
    file: 'client/cashier/payment/balances.ts',
    find: 'Math.max(0, capturedAmount - refundedAmount)',
    replace: 'capturedAmount',
    red: {
      suite: 'browser',
      files: ['e2e/payment/paying.spec.ts'],
      title: 'a cashier refunds a part, then the rest',
    },
  },
  {
    name: 'A sale whose time ran out is cancelled without a poll whether it was paid',
    guards: ['P1', 'races'],
    file: 'server/payments/watch/steps.ts',
    find: '(needsNoLook || schedule.polledWhileClosing)',
    replace: 'true',
    red: {
      suite: 'browser',
      files: ['e2e/payment/races.spec.ts'],
      title: 'time runs out while the customer approves: a customer who was in time has paid',
    },
  },
  {
    name: 'A second refund is taken while the first is under way',
    guards: ['P2', 'races'],
    file: 'server/payments/payment/commands.ts',
    find: 'payment.refundingAmount > 0',
    replace: 'payment.refundingAmount < 0',
    red: {
      suite: 'browser',
      files: ['e2e/payment/races-tabs.spec.ts'],
      title: 'two tabs refund the same payment at once',
    },
  },
  {
    name: 'Vipps is polled more than once a second',
    guards: ['P5', 'outages'],
    file: 'server/payments/watch/schedule.ts',
    find: 'pollEveryMs = 1_000',
    replace: 'pollEveryMs = 600',
    red: {
      suite: 'browser',
      files: ['e2e/outages/outages.spec.ts'],
      title: 'two screens and three programs watch, and Vipps is asked once a second',
    },
  },
  {
    name: 'The customer is not told that Vipps is being reached again',
    guards: ['P6', 'outages'],
    file: 'client/display/connection/connection.ts',
    find: "isOpen && payment.problem?.code === 'vipps_unavailable'",
    replace: "payment?.state === 'closing' && payment.problem?.code === 'vipps_unavailable'",
    red: {
      suite: 'browser',
      files: ['e2e/outages/outages.spec.ts'],
      title: 'Vipps goes away while the QR is shown: the QR stays',
    },
  },
  {
    name: 'A payment that is still being closed is shown as cancelled',
    guards: ['P1', 'reload'],
    file: 'client/display/scenes/scenes.ts',
    find: 'scanned, closing, approved,',
    replace: 'scanned, closing: cancelled, approved,',
    red: {
      suite: 'browser',
      files: ['e2e/outages/reload.spec.ts'],
      title: 'both screens come back to "one moment" while a cancel is not settled',
    },
  },
  {
    name: 'A screen believes the wrong clock of its tablet',
    guards: ['P1', 'clocks'],
    file: 'client/ui/till/deadlines.ts',
    find: 'nowMs + Date.parse(iso) - sentMs',
    replace: 'nowMs + Date.parse(iso) - Date.now()',
    red: {
      suite: 'browser',
      files: ['e2e/display/clocks.spec.ts'],
      title: 'on a tablet whose clock is an hour wrong',
    },
  },
  {
    name: 'A customer who has to approve after the scan is not told so',
    guards: ['ePayment', 'gateways'],
    file: 'client/display/scenes/scenes.ts',
    find: "api === 'ecom'",
    replace: "api !== 'recurring'",
    red: {
      suite: 'browser',
      files: ['e2e/outages/gateways.spec.ts'],
      title: 'paid: both screens say so, and the money is captured',
    },
  },
  {
    name: 'A subscriber with nothing to pay at once never counts as agreed',
    guards: ['Recurring', 'gateways'],
    file: 'server/vipps/recurring/answers.ts',
    find: "money.reservedAmount > 0 || charge === 'none'",
    replace: 'money.reservedAmount > 0',
    red: {
      suite: 'browser',
      files: ['e2e/outages/gateways.spec.ts'],
      title: 'paid: both screens say so, and the money is captured',
    },
  },
  {
    name: 'A saved product comes back without its first payment',
    guards: ['subscription'],
    file: 'client/cashier/subscription/form.ts',
    find: "first: initialCharge ? typedFromMinor(initialCharge.amount.value, locale) : ''",
    replace: "first: ''",
    red: {
      suite: 'browser',
      files: ['e2e/payment/subscription.spec.ts'],
      title: 'a manager saves a product, a subscriber is signed up by it',
    },
  },
  {
    name: 'A till whose database cannot be written shows its last state as if it were the current one',
    guards: ['P6', 'storage'],
    file: 'server/payments/screen/read-model.ts',
    find: 'payment !== null && watch.isStuck(payment.reference)',
    replace: 'false',
    red: {
      suite: 'browser',
      files: ['e2e/outages/storage.spec.ts'],
      title: 'the database is locked while a QR is shown',
    },
  },
];
