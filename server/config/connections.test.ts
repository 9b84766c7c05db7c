import { expect, test } from 'vitest';
import { connectionsFor, readConnections } from './connections.ts';
import { EnvReader } from './env-reader.ts';

test('without a setting, all screens of all tills may come from one address, and others are let in beside them', () => {
  const unset = readConnections(new EnvReader({}));
  expect(connectionsFor(1, unset)).toEqual({ most: 1_012, mostPerAddress: 112 });
  const chain = connectionsFor(1_500, unset);
  // Two screens with six connections each.
  expect(chain.mostPerAddress).toBeGreaterThanOrEqual(1_500 * 2 * 6);
  expect(chain.most).toBeGreaterThan(chain.mostPerAddress);
});

test('each can be set', () => {
  const env = { MAX_CONNECTIONS: '20000', MAX_CONNECTIONS_PER_ADDRESS: '50' };
  expect(connectionsFor(1, readConnections(new EnvReader(env)))).toEqual({
    most: 20_000,
    mostPerAddress: 50,
  });
});

test.each(['9', '1000001', '1.5', 'many', '-1'])('%s is refused in a sentence', (value) => {
  const read = new EnvReader({ MAX_CONNECTIONS: value });
  readConnections(read);
  expect(read.problems).toEqual([
    `MAX_CONNECTIONS is "${value}"; it accepts a number of connections, 10 to 1000000.`,
  ]);
});
