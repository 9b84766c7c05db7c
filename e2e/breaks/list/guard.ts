// What people see when a page cannot be shown, and what the server hears of it.
import type { Break } from '../break.ts';

const browser = (title: string) =>
  ({
    suite: 'browser',
    files: ['e2e/outages/guard/guard.spec.ts', 'e2e/outages/guard/display.spec.ts'],
    title,
  }) as const;

export const guard: readonly Break[] = [
  {
    name: 'A page that has thrown stays blank',
    guards: ['outages'],
    file: 'client/guard/guard.js',
    find: "if (isBlank()) stop('broken');",
    replace: '',
    red: browser('a cashier page that throws says so in '),
  },
  {
    name: 'A display loads itself anew without a pause that grows',
    guards: ['outages'],
    file: 'client/guard/guard.js',
    find: '5000 * Math.pow(2, count)',
    replace: '5000',
    red: browser('a display that throws loads itself anew'),
  },
  {
    name: 'What a page says of its error is written to the log as it came',
    guards: ['P7'],
    file: 'server/client-errors/routes.ts',
    find: 'message: scrubMessage(message)',
    replace: 'message',
    red: { suite: 'unit', files: ['server/client-errors/routes.test.ts'] },
  },
  {
    name: 'A source may use what only newer browsers have',
    guards: ['client units'],
    file: 'client/ui/till/use-till.ts',
    find: ".filter(Boolean).pop() ?? ''",
    replace: ".filter(Boolean).at(-1) ?? ''",
    red: { suite: 'unit', files: ['client/testing/browser-support/browser-support.test.ts'] },
  },
];
