import pino from 'pino';
import { expect, test } from 'vitest';
import { manualClock } from '../testing/manual-clock.ts';
import type { RefusalReason } from './connections.ts';
import { createRefusals } from './refusals.ts';

test('a flood is one line a minute that says how many there were; all of them are counted', async () => {
  const clock = manualClock();
  const lines: { reason: string; connections: number }[] = [];
  const counted: RefusalReason[] = [];
  const log = pino({}, { write: (line) => void lines.push(JSON.parse(line)) });
  const refuse = createRefusals({ count: (reason) => void counted.push(reason), clock, log });
  for (let times = 0; times < 1_000; times += 1) refuse('all');
  refuse('unread');
  await clock.advance(59_999);
  refuse('all');
  expect(lines).toMatchObject([
    { reason: 'all', connections: 1 },
    { reason: 'unread', connections: 1 },
  ]);
  await clock.advance(1);
  refuse('all', { address: '192.0.2.7' });
  expect(lines[2]).toMatchObject({ reason: 'all', connections: 1_001, address: '192.0.2.7' });
  expect(lines).toHaveLength(3);
  expect(counted).toHaveLength(1_003);
});
