import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { provideExec } from './exec.mjs';

test('only Windows gets an `exec` of its own, which runs what follows', () => {
  const root = mkdtempSync(join(tmpdir(), 'tillside-exec-'));
  const bin = join(root, 'node_modules', '.bin');
  mkdirSync(bin, { recursive: true });
  provideExec(root, 'linux');
  expect(existsSync(join(bin, 'exec.cmd'))).toBe(false);
  provideExec(root, 'win32');
  expect(readFileSync(join(bin, 'exec.cmd'), 'utf8')).toBe('@%*\r\n');
  rmSync(root, { recursive: true });
});
