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
  {
    name: 'One connection may have any number of answers made for it',
    guards: ['HTTP'],
    file: 'server/http/connections.ts',
    find: 'connection.unanswered === mostUnanswered',
    replace: 'connection.unanswered < 0',
    red: {
      suite: 'unit',
      files: ['server/http/connections.test.ts'],
      title: 'one that asks for 300 things and reads nothing is ended',
    },
  },
  {
    name: 'Idle connections keep everybody else out',
    guards: ['HTTP'],
    file: 'server/http/connections.ts',
    find: 'if (longest === undefined) return false;',
    replace: 'if (longest !== null) return false;',
    red: {
      suite: 'unit',
      files: ['server/http/connections.test.ts'],
      title: 'the one that has been idle for the longest time makes room',
    },
  },
  {
    name: 'Who reads nothing stays while screens that are idle for a moment make room',
    guards: ['HTTP'],
    file: 'server/http/connections.ts',
    find: 'writableLength > 0',
    replace: 'writableLength < 0',
    red: {
      suite: 'unit',
      files: ['server/http/connections.test.ts'],
      title: 'one that does not read its answer makes room before one that became idle later',
    },
  },
  {
    name: 'An answer that nobody reads is kept for good',
    guards: ['HTTP'],
    file: 'server/http/listen.ts',
    find: 'socket.writableLength === 0',
    replace: 'socket.writableLength >= 0',
    red: {
      suite: 'unit',
      files: ['server/http/connections.test.ts'],
      title: 'that nobody reads is given up',
    },
  },
  {
    name: 'A proxy that is trusted counts as one screen',
    guards: ['HTTP', 'chain'],
    file: 'server/http/connections.ts',
    find: 'isExempt(remote) ? [all]',
    replace: "isExempt(address) && remote === '' ? [all]",
    red: {
      suite: 'unit',
      files: ['server/http/connections.test.ts'],
      title: 'a proxy that is trusted stands for many',
    },
  },
  {
    name: 'Scripts are sent as large as they are to browsers that take them smaller',
    guards: ['HTTP'],
    file: 'server/pages/client-files.ts',
    find: "br !== null && request.acceptsEncodings('br') === 'br'",
    replace: "br !== null && request.acceptsEncodings('br') === 'gzip'",
    red: { suite: 'unit', files: ['server/pages/client-files.test.ts'] },
  },
  {
    name: 'More connections are let in than the process may open files',
    guards: ['HTTP'],
    file: 'server/http/connection-limits.ts',
    find: 'const within = connectionsWithin(openFiles);',
    replace: 'const within = connectionsWithin(null);',
    red: { suite: 'unit', files: ['server/http/connection-limits.test.ts'] },
  },
];
