import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { connectionsWithin } from './open-files.ts';

const openFiles = fileURLToPath(new URL('./open-files.ts', import.meta.url));
const read = `import(process.argv[1]).then(({ readOpenFilesLimit }) => console.log(readOpenFilesLimit()))`;

test.skipIf(process.platform === 'win32')('the limit of the process is read', () => {
  const command = `ulimit -n 300 && exec "${process.execPath}" -e '${read}' "${openFiles}"`;
  expect(execFileSync('/bin/sh', ['-c', command], { encoding: 'utf8' })).toBe('300\n');
});

test('some of it is kept for all that is no connection of a client; of a low limit, half', () => {
  expect(connectionsWithin(20_000)).toBe(19_400);
  expect(connectionsWithin(1_024)).toBe(512);
  expect(connectionsWithin(301)).toBe(150);
  expect(connectionsWithin(null)).toBe(Number.POSITIVE_INFINITY);
});
