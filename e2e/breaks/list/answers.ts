// Being right about money against a Vipps that replays, lags, approves late and knows other keys only.
import type { Break } from '../break.ts';

export const answers: readonly Break[] = [
  {
    name: 'A cancel whose answer was lost is repeated under another key',
    guards: ['P2', 'ePayment'],
    file: 'server/payments/cancels.ts',
    find: '(isRepeat ? 0 : 1)',
    replace: '1',
    red: { suite: 'unit', files: ['server/payments/cancels.test.ts'] },
  },
  {
    name: 'A cancel that was accepted is repeated under its key when money turns up all the same',
    guards: ['P3', 'property tests'],
    file: 'server/payments/cancels.ts',
    find: '(isRepeat ? 0 : 1)',
    replace: '(last === undefined ? 1 : 0)',
    red: {
      suite: 'unit',
      files: ['server/payments/till-stories.test.ts'],
      title: 'slips through a cancel is given up',
    },
  },
  {
    name: 'Late money counts as given back when the cancel is accepted, and not when a look shows it',
    guards: ['P3', 'property tests'],
    file: 'server/payments/releases.ts',
    find: '!isRepeat && !isSeen(payment)',
    replace: '!isRepeat',
    red: {
      suite: 'unit',
      files: ['server/payments/till-stories.test.ts'],
      title: 'slips through a cancel is given up',
    },
  },
  {
    name: 'What the customer could pay counts as unpaid because Vipps does not know it by the keys of today',
    guards: ['P1', 'property tests'],
    file: 'server/payments/looks.ts',
    find: 'agenda.isUnknown = seen === null && wasShown(payment);',
    replace: 'agenda.isUnknown = false;',
    red: {
      suite: 'unit',
      files: ['server/payments/till-stories.test.ts'],
      title: 'for as long as Vipps does not know it',
    },
  },
  {
    name: 'A refund counts for the total that came with its answer, however old',
    guards: ['P1', 'property tests'],
    file: 'server/payments/carry-out.ts',
    find: 'Math.max(shown.refundedAmount ?? 0, atLeast)',
    replace: 'shown.refundedAmount ?? 0',
    red: {
      suite: 'unit',
      files: ['server/payments/till-stories.test.ts'],
      title: 'though the total that comes with it is old',
    },
  },
  {
    name: 'Vipps hears of a cancel more than five times a minute',
    guards: ['P5'],
    file: 'server/payments/writes.ts',
    find: 'const mostAMinute = 5;',
    replace: 'const mostAMinute = 6;',
    red: { suite: 'unit', files: ['server/payments/writes.test.ts'] },
  },
  {
    name: 'What ran out is taken though the till has sold again',
    guards: ['P3', 'property tests'],
    file: 'server/payments/payment.ts',
    find: "ranOut && !superseded ? 'approved'",
    replace: "ranOut ? 'approved'",
    red: {
      suite: 'unit',
      files: ['server/payments/till-stories.test.ts'],
      title: 'when the next sale was there already',
    },
  },
  {
    name: 'A code that is not final is taken for a no',
    guards: ['P2'],
    file: 'server/vipps/final-codes.ts',
    find: 'code !== null && final.has(code)',
    replace: 'code !== null',
    red: { suite: 'unit', files: ['server/vipps/final-codes.test.ts'] },
  },
  {
    name: 'What was reserved, given back and reserved again is captured twice',
    guards: ['P3', 'eCom'],
    file: 'server/vipps/ecom-history.ts',
    find: 'Math.min(sum, amountMinor)',
    replace: 'sum + 0 * amountMinor',
    red: { suite: 'unit', files: ['server/vipps/ecom-history.test.ts'] },
  },
];
