// The cashier's tab.
import type { Break } from '../break.ts';

export const cashier: readonly Break[] = [
  {
    name: 'The title of the details, and the way out, scroll away',
    guards: ['cashier room'],
    file: 'client/cashier/details/details.css',
    find: 'position: sticky',
    replace: 'position: relative',
    red: {
      suite: 'browser',
      files: ['e2e/cashier/room.spec.ts'],
      title: 'a finished sale leads to its details, whose title and way out stay in sight',
    },
  },
  {
    name: 'The contrast of secondary text is below WCAG AA',
    guards: ['accessibility'],
    file: 'client/ui/styles/tokens.css',
    find: '--soft: #5f5a57',
    replace: '--soft: #8f8a87',
    red: {
      suite: 'browser',
      files: ['e2e/counter/pages-accessible.spec.ts'],
      title: 'nor have the other pages, the simulated phone too',
    },
  },
  {
    name: 'Enter on the question whether to cancel cancels',
    guards: ['cashier keyboard'],
    file: 'client/cashier/parts/confirm.tsx',
    find: 'if (!hasFields) harmless.current?.focus();',
    replace: 'if (!hasFields) (harmless.current?.nextElementSibling as HTMLElement | null)?.focus();',
    red: {
      suite: 'browser',
      files: ['e2e/cashier/keyboard.spec.ts'],
      title: 'a cashier sells, cancels and finds by keyboard',
    },
  },
  {
    name: 'After a key that was refused the rest of what was typed becomes another amount',
    guards: ['P9', 'cashier amount'],
    file: 'client/cashier/charge/keypad.ts',
    find: 'if (refused !== null) return keyed;',
    replace: '',
    red: {
      suite: 'browser',
      files: ['e2e/cashier/amount.spec.ts'],
      title: 'a comma or dot on the keyboard means what it says',
    },
  },
  {
    name: 'On a phone nothing that was charged before is offered',
    guards: ['cashier amount'],
    file: 'client/cashier/counter.tsx',
    find: "hasOffers(recents) ? () => side.show('offers', shown) : null",
    replace: 'null',
    red: {
      suite: 'browser',
      files: ['e2e/cashier/amount.spec.ts'],
      title: 'what was charged before is offered whole, on a phone a tap away',
    },
  },
  {
    name: 'A refund whose outcome is unknown may be repeated',
    guards: ['P2', 'cashier errors'],
    file: 'client/cashier/refund/refund-attempt.ts',
    find: "isCompleting: failure === 'vipps_unavailable'",
    replace: "isCompleting: failure === 'storage_unavailable'",
    red: {
      suite: 'browser',
      files: ['e2e/cashier/errors.spec.ts'],
      title: 'one whose outcome is unknown is not to be repeated',
    },
  },
  {
    name: 'A search up to a day leaves that day out',
    guards: ['cashier sales'],
    file: 'client/cashier/search/query.ts',
    find: 'const before = dayAfter(to);',
    replace: 'const before = dayAfter(to) && to;',
    red: {
      suite: 'browser',
      files: ['e2e/cashier/sales.spec.ts'],
      title: 'a cashier finds a sale by reference, amount, text, state and day',
    },
  },
  {
    name: 'A report on paper has the colours of the screen',
    guards: ['reconciliation'],
    file: 'client/reconciliation/print.css',
    find: '--warn-wash: #ffffff',
    replace: '--warn-wash: #fff0d2',
    red: {
      suite: 'browser',
      files: ['e2e/counter/reconciliation.spec.ts'],
      title: 'the day is printed black on white',
    },
  },
  {
    name: 'A refund in the portal is not counted as a difference',
    guards: ['P1', 'reconciliation'],
    file: 'server/reconciliation/compare.ts',
    find: 'ours.refundedAmount !== vipps.refundedAmount',
    replace: 'ours.refundedAmount > vipps.refundedAmount',
    red: {
      suite: 'browser',
      files: ['e2e/counter/reconciliation.spec.ts'],
      title: 'a manager closes the day: it agrees with Vipps',
    },
  },
  {
    name: 'A cashier’s tab asks no manager for what is beyond the limit',
    guards: ['P8'],
    file: 'client/cashier/payment/refund-limit.ts',
    find: 'return amountMinor > aloneMinor(payment, refundUpTo);',
    replace: 'return false;',
    red: { suite: 'unit', files: ['client/cashier/payment/refund-limit.test.ts'] },
  },
  {
    name: 'A refund that may be on its way gets a new key when a manager is asked for',
    guards: ['P2'],
    file: 'client/cashier/refund/refund-attempt.ts',
    find: 'if (isAboutApproval && attempt.isUnknown) return attempt;',
    replace: '',
    red: { suite: 'unit', files: ['client/cashier/refund/refund-attempt.test.ts'] },
  },
];
