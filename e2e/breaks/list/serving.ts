// What anybody may ask of the HTTP server, and how much of it.
import type { Break } from '../break.ts';

export const serving: readonly Break[] = [
  {
    name: 'Each question whether the server is ready writes to the disk',
    guards: ['HTTP'],
    file: 'server/http/health.ts',
    find: 'if (found !== null && clock.monotonicMs() < untilMs) return found;',
    replace: '',
    red: { suite: 'unit', files: ['server/http/health.test.ts'] },
  },
];
