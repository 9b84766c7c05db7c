// What an agreement owes to whoever stops it: staff, or its subscriber in the app.
import type { Break } from '../break.ts';

export const agreements: readonly Break[] = [
  {
    name: 'A release is said to be done as soon as Vipps accepts it',
    guards: ['P1', 'eCom', 'ePayment', 'Recurring', 'faults: afterwards'],
    file: 'server/payments/carry-out.ts',
    find: 'if (seen?.isOurs && wasDone(operation, seen)) return',
    replace: 'if (seen !== undefined) return',
    red: { suite: 'unit', files: ['server/payments/given-back.test.ts'] },
  },
  {
    name: 'A stop leaves the rest of a partial capture reserved',
    guards: ['P3', 'Recurring', 'faults: afterwards'],
    file: 'server/payments/agreement-changes.ts',
    find: 'return left <= 0 ? over',
    replace: 'return left <= 0 || left > 0 ? over',
    red: { suite: 'unit', files: ['server/payments/faults-ending.test.ts'] },
  },
  {
    name: 'What is reserved or captured for an agreement that has ended counts as given back',
    guards: ['P1', 'P3', 'Recurring', 'property tests'],
    file: 'server/vipps/recurring-answers.ts',
    find: '&& money.releasedAmount >= money.reservedAmount',
    replace: '',
    red: { suite: 'unit', files: ['server/vipps/recurring-answers.test.ts'] },
  },
  {
    name: 'An agreement that its subscriber has stopped is stopped once more, and its charge stays reserved',
    guards: ['P3', 'Recurring', 'property tests'],
    file: 'server/payments/cancels.ts',
    find: 'if (!isStopped) return',
    replace: 'if (!isStopped || isStopped) return',
    red: { suite: 'unit', files: ['server/payments/cancels.test.ts'] },
  },
  {
    name: 'Agreements are looked at once after a start, and not every day',
    guards: ['P1', 'Recurring'],
    file: 'server/reconciliation/daily-looks.ts',
    find: 'while (!signal.aborted) {',
    replace: 'if (!signal.aborted) {',
    red: { suite: 'unit', files: ['server/reconciliation/daily-looks.test.ts'] },
  },
  {
    name: 'What was looked at a moment ago is looked at again by the next watch',
    guards: ['P5'],
    file: 'server/payments/watch.ts',
    find: ', isRecovered, lookedAtMs.get(reference))',
    replace: ', isRecovered)',
    red: { suite: 'unit', files: ['server/payments/faults-ending.test.ts'] },
  },
  {
    name: 'An agreement that is opened is not compared',
    guards: ['Recurring', 'subscription'],
    file: 'client/cashier/use-stopped-elsewhere.ts',
    find: "enabled: agreement?.status === 'active',",
    replace: 'enabled: false,',
    red: {
      suite: 'browser',
      files: ['e2e/subscription.spec.ts'],
      title: 'a customer who stops the agreement in the app is shown to have stopped it when staff open it',
    },
  },
  {
    name: 'A charge that shows nothing yet is taken at its word beside a stopped agreement',
    guards: ['P1', 'Recurring'],
    file: 'server/vipps/recurring-answers.ts',
    find: '&& !mayLag',
    replace: '',
    red: { suite: 'unit', files: ['server/vipps/recurring-calls.test.ts'] },
  },
];
