// The whole product: set-up, sign-in, calls over HTTP, and kills at random instants.
import type { Break } from '../break.ts';

export const outside: readonly Break[] = [
  {
    name: 'A person who has been removed stays signed in',
    guards: ['P8', 'sign-in'],
    file: 'server/store/cache/cached-store.ts',
    find: 'changing(store.removeStaff)',
    replace: 'store.removeStaff',
    red: {
      suite: 'browser',
      files: ['e2e/access/sign-in.spec.ts'],
      title: 'who has been removed is signed out at once',
    },
  },
  {
    name: 'A display that was paired a moment ago is shown as never seen',
    guards: ['new shop'],
    file: 'client/cashier/displays/display-row.tsx',
    find: 'nowMs - Date.parse(display.pairedAt) < connectsWithinMs',
    replace: 'nowMs - Date.parse(display.pairedAt) > connectsWithinMs',
    red: {
      suite: 'browser',
      files: ['e2e/counter/new-shop.spec.ts'],
      title: 'the displays of a server that no tablet can reach say so',
    },
  },
  {
    name: 'Staff see the displays of other shops',
    guards: ['P8', 'chain'],
    file: 'server/access/displays/displays.ts',
    find: 'all.filter(({ till }) => isInScope(till)).map',
    replace: 'all.map',
    red: { suite: 'browser', files: ['e2e/counter/chain.spec.ts'] },
  },
  {
    name: 'The simulated Vipps forgets its orders when the demo starts again',
    guards: ['demo'],
    file: 'server/simulator/orders/ledger-file.ts',
    find: 'if (!existsSync(file)) return []',
    replace: 'if (existsSync(file)) return []',
    red: {
      suite: 'browser',
      files: ['e2e/counter/demo.spec.ts'],
      title: 'a stranger pays in the demo with the three links that it prints, across a restart',
    },
  },
  {
    name: 'A key that another program has revoked goes on working',
    guards: ['P8', 'POS'],
    file: 'server/store/cache/cached-store.ts',
    find: "['findKey']>>>(writtenElsewhere, isKnown)",
    replace: "['findKey']>>>(() => 0, isKnown)",
    red: {
      suite: 'browser',
      files: ['e2e/counter/pos.spec.ts'],
      title: 'a POS sells with a key that is made, rotated and removed while the server runs',
    },
  },
  {
    name: 'A support bundle holds what is secret in the log',
    guards: ['P7', 'process'],
    file: 'server/support/redact.ts',
    find: 'withoutSecrets(text, secrets)',
    replace: 'text',
    red: {
      suite: 'browser',
      files: ['e2e/outages/process.spec.ts'],
      title: 'no secret is seen in logs, answers, the database, the built client or a support bundle',
    },
  },
  {
    name: 'A capture or refund that a killed server was making is forgotten by the next',
    guards: ['P10', 'chaos'],
    file: 'server/store/queries/due.ts',
    find: "state = 'pending'",
    replace: "state = 'no more'",
    red: { suite: 'chaos' },
  },
  {
    name: 'A connection that has gone still takes the place of another',
    guards: ['siege'],
    file: 'server/http/connections.ts',
    find: 'group.open -= 1;',
    replace: '',
    red: { suite: 'siege' },
  },
];
