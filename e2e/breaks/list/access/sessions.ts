// What a session is good for.
import type { Break } from '../../break.ts';

export const sessions: readonly Break[] = [
  {
    name: 'Whoever finds a manager’s page open changes who can sign in',
    guards: ['P8'],
    file: 'server/access/router.ts',
    find: 'if (proof === true) checkProof(',
    replace: 'if (false) checkProof(',
    red: { suite: 'unit', files: ['server/access/sessions/proof.test.ts'] },
  },
];
