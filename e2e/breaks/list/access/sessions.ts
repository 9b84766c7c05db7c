// What a session is good for.
import type { Break } from '../../break.ts';

export const sessions: readonly Break[] = [
  {
    name: 'A cashier sees and ends everybody’s sessions',
    guards: ['P8'],
    file: 'server/access/sessions/open-sessions.ts',
    find: "const managesStaff = isAllowed(principal, 'manage_staff');",
    replace: 'const managesStaff = true;',
    red: { suite: 'unit', files: ['server/access/sessions/open-sessions.test.ts'] },
  },
  {
    name: 'A page that was left open is enough to sign somebody else out',
    guards: ['P8'],
    file: 'server/access/sessions/open-sessions.ts',
    find: 'if (member.id !== principal.id) checkProof(principal, clock);',
    replace: '',
    red: { suite: 'unit', files: ['server/access/sessions/open-sessions.test.ts'] },
  },
  {
    name: 'Whoever finds a manager’s page open changes who can sign in',
    guards: ['P8'],
    file: 'server/access/router.ts',
    find: 'if (proof === true) checkProof(',
    replace: 'if (false) checkProof(',
    red: { suite: 'unit', files: ['server/access/sessions/proof.test.ts'] },
  },
  {
    name: 'A page that only polls keeps its session from locking',
    guards: ['P8'],
    file: 'server/access/router.ts',
    find: "if (route.method !== 'get') deps.idleLock",
    replace: 'if (route.method) deps.idleLock',
    red: { suite: 'unit', files: ['server/access/sessions/idle-lock.test.ts'] },
  },
  {
    name: 'A wrong PIN at the lock opens it, for it is work',
    guards: ['P8'],
    file: 'server/access/sessions/idle-lock.ts',
    find: "if (principal.kind !== 'staff' || principal.session.locked) return;",
    replace: "if (principal.kind !== 'staff') return;",
    red: { suite: 'unit', files: ['server/access/sessions/idle-lock.test.ts'] },
  },
  {
    name: 'The tab locks while a customer pays',
    guards: ['P1'],
    file: 'server/payments/screen/long-poll.ts',
    find: 'if (isUnderWay) idleLock.noteWork(principal);',
    replace: '',
    red: { suite: 'unit', files: ['server/access/sessions/idle-lock.test.ts'] },
  },
  {
    name: 'What lies below the lock can be read',
    guards: ['P8'],
    file: 'client/ui/lock/lock.css',
    find: '  visibility: hidden;',
    replace: '',
    red: { suite: 'browser', files: ['e2e/access/lock.spec.ts'] },
  },
];
