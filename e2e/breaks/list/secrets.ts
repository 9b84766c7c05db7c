// What keeps secrets to those whose they are: rights of files, cookies, the pages' policy, https.
import type { Break } from '../break.ts';

export const secrets: readonly Break[] = [
  {
    name: 'Every user of the machine can read the database',
    guards: ['P8'],
    file: 'server/store/sqlite/file-rights.ts',
    find: "openSync(file, 'a', 0o600)",
    replace: "openSync(file, 'a', 0o644)",
    red: { suite: 'unit', files: ['server/store/sqlite/file-rights.test.ts'] },
  },
  {
    name: 'Nobody is told of a database that others can open',
    guards: ['P8'],
    file: 'server/start.ts',
    find: '[rightsNotice(file)]',
    replace: '[rightsNotice(":memory:")]',
    red: { suite: 'browser', files: ['e2e/outages/rights.spec.ts'] },
  },
  {
    name: 'Behind https, a neighbour of the host can plant a cookie',
    guards: ['P8'],
    file: 'server/access/secrets/cookies.ts',
    find: '(isHttps ? ',
    replace: '(false ? ',
    red: { suite: 'unit', files: ['server/access/secrets/cookies.test.ts'] },
  },
  {
    name: 'A display loses its pairing when the shop gets https',
    guards: ['P8'],
    file: 'server/access/displays/device-routes.ts',
    find: "?? cookies.readEarlier(request, 'display')",
    replace: '',
    red: { suite: 'unit', files: ['server/access/secrets/cookies.test.ts'] },
  },
  {
    name: 'A page may allow itself to turn text into markup',
    guards: ['P8'],
    file: 'server/http/headers.ts',
    find: "'trusted-types': ['tillside'],",
    replace: '',
    red: { suite: 'browser', files: ['e2e/counter/content-security.spec.ts'] },
  },
  {
    name: 'The display’s page asks for what its policy forbids',
    guards: ['P8'],
    file: 'client/display/kiosk/kiosk.ts',
    find: "createPolicy('tillside'",
    replace: "createPolicy('display'",
    red: { suite: 'browser', files: ['e2e/counter/content-security.spec.ts'] },
  },
  {
    name: 'Real money starts over plain http without a word',
    guards: ['P8'],
    file: 'server/config/plain-http.ts',
    find: 'if (isPlain && !isAllowed)',
    replace: 'if (isPlain && !isPlain)',
    red: { suite: 'unit', files: ['server/config/plain-http.test.ts'] },
  },
  {
    name: 'Staff are not told that others can read their PINs',
    guards: ['P8'],
    file: 'server/access/staff/session-routes.ts',
    find: ', plainHttp }),',
    replace: ', plainHttp: false }),',
    red: { suite: 'browser', files: ['e2e/counter/plain-http.spec.ts'] },
  },
];
