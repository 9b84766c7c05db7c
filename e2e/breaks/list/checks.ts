// Lint, types, and who may import whom.
import type { Break } from '../break.ts';

export const checks: readonly Break[] = [
  {
    name: 'A source is not formatted',
    guards: ['lint'],
    file: 'server/payments/idempotency.ts',
    find: 'import { createHash } from',
    replace: 'import {createHash} from',
    red: { suite: 'lint', check: 'biome', says: 'server/payments/idempotency.ts format' },
  },
  {
    name: 'A value has the type any',
    guards: ['lint'],
    file: 'server/payments/idempotency.ts',
    find: ': unknown',
    replace: ': any',
    red: { suite: 'lint', check: 'biome', says: 'noExplicitAny' },
  },
  {
    name: 'A kind of operation has no call to Vipps',
    guards: ['types'],
    file: 'server/payments/payment/types.ts',
    find: "'release', 'stop'] as const",
    replace: "'release', 'stop', 'renew'] as const",
    red: { suite: 'lint', check: 'types', says: 'server/payments/watch/operations.ts' },
  },
  {
    name: 'The client loads a schema of the contract',
    guards: ['architecture'],
    file: 'client/ui/api/api.ts',
    find: 'import type { ErrorBody',
    replace: 'import { ErrorBody',
    red: { suite: 'lint', check: 'imports', says: 'client/ imports of the contract only types' },
  },
  {
    name: 'The gateway to Vipps knows payments',
    guards: ['architecture'],
    file: 'server/vipps/amount.ts',
    find: "import { z } from 'zod';",
    replace: "import { z } from 'zod';\nimport '../payments/payment/trigger.ts';",
    red: { suite: 'lint', check: 'imports', says: 'vipps/ knows nothing of a shop' },
  },
  {
    name: 'Two files import each other for a type',
    guards: ['architecture'],
    file: 'server/core/clock.ts',
    find: "import { randomUUID } from 'node:crypto';",
    replace: "import { randomUUID } from 'node:crypto';\nimport type {} from './repeat.ts';",
    red: { suite: 'lint', check: 'imports', says: 'no file imports itself' },
  },
  {
    name: 'A key is misspelt in what is spread into a literal',
    guards: ['lint'],
    file: 'server/core/clock.ts',
    find: 'monotonicMs: () => performance.now(),',
    replace: '...{ monotonicMs: () => performance.now() },',
    red: { suite: 'lint', check: 'biome', says: 'the compiler finds no misspelt key' },
  },
  {
    name: 'A file is opened for each that asks for it',
    guards: ['lint'],
    file: 'server/simulator/phone/routes.ts',
    find: 'response.type(extname(file)).send(bytes);',
    replace: 'response.sendFile(join(import.meta.dirname, file));',
    red: { suite: 'lint', check: 'biome', says: 'a file may stay open for good' },
  },
];
