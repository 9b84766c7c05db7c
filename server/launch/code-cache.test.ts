import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compileServer, needsCompile } from './code-cache.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tillside-code-'));
  write('server/launch/compile.mjs', 'process.exitCode = 0;');
  write('server/main.ts', 'one');
  write('package-lock.json', '{}');
  write('package.json', '{}');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, content: string) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

test('the server is compiled once, and again when its sources or packages change', () => {
  expect(needsCompile(root)).toBe(true);
  compileServer(root, process.execPath);
  expect(needsCompile(root)).toBe(false);
  write('server/main.test.ts', 'a test');
  expect(needsCompile(root)).toBe(false);
  write('server/main.ts', 'two');
  expect(needsCompile(root)).toBe(true);
  compileServer(root, process.execPath);
  write('package-lock.json', '{ "changed": true }');
  expect(needsCompile(root)).toBe(true);
});

test('a server that does not load is tried again the next time', () => {
  write('server/launch/compile.mjs', 'process.exitCode = 1;');
  compileServer(root, process.execPath);
  expect(needsCompile(root)).toBe(true);
});
