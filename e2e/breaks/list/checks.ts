// Lint, types, and who may import whom.
import type { Break } from '../break.ts';

export const checks: readonly Break[] = [
  {
    name: 'A source is not formatted as all are',
    guards: ['lint'],
    file: 'server/payments/fingerprint.ts',
    find: 'import { createHash } from',
    replace: 'import {createHash} from',
    red: { suite: 'lint', check: 'biome', says: 'server/payments/fingerprint.ts format' },
  },
  {
    name: 'A value may be anything',
    guards: ['lint'],
    file: 'server/payments/fingerprint.ts',
    find: ': unknown',
    replace: ': any',
    red: { suite: 'lint', check: 'biome', says: 'noExplicitAny' },
  },
  {
    name: 'A kind of operation has no call to Vipps',
    guards: ['types'],
    file: 'server/payments/events.ts',
    find: "'release', 'stop'] as const",
    replace: "'release', 'stop', 'renew'] as const",
    red: { suite: 'lint', check: 'types', says: 'server/payments/carry-out.ts' },
  },
  {
    name: 'The client loads a schema of the contract',
    guards: ['architecture'],
    file: 'client/ui/api.ts',
    find: 'import type { ErrorBody',
    replace: 'import { type ErrorBody',
    red: { suite: 'unit', files: ['server/architecture.test.ts'], title: 'client/ imports of the contract' },
  },
  {
    name: 'The gateway to Vipps knows payments',
    guards: ['architecture'],
    file: 'server/vipps/minor.ts',
    find: "import { z } from 'zod';",
    replace: "import { z } from 'zod';\nimport '../payments/signs.ts';",
    red: { suite: 'unit', files: ['server/architecture.test.ts'], title: 'vipps/ knows no payments' },
  },
];
