import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readClientFiles } from '../pages/client-files.ts';
import { buildClient, needsBuild } from './build.mjs';

// Stands for vite: builds, or fails half-way when a source says so.
const vite = `
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
rmSync('dist', { recursive: true, force: true });
mkdirSync('dist');
const source = readFileSync('client/display/index.html', 'utf8');
writeFileSync('dist/index.html', source);
process.exitCode = source === 'broken' ? 1 : 0;
`;

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tillside-build-'));
  write('package.json', '{ "type": "module" }');
  write('node_modules/vite/bin/vite.js', vite);
  write('client/display/index.html', 'one');
  write('client/ui/base/money.ts', 'money');
  write('server/contract/payments.ts', 'contract');
  write('package-lock.json', '{}');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, content: string) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

const build = () => buildClient(root, process.execPath);

test('a client is built once', () => {
  expect(needsBuild(root)).toBe(true);
  expect(build()).toBeUndefined();
  expect(needsBuild(root)).toBe(false);
});

test.each([
  ['client/display/index.html'],
  ['client/ui/new-file.ts'],
  ['server/contract/payments.ts'],
  ['vite.config.ts'],
  ['tsconfig.json'],
  ['package-lock.json'],
])('a changed %s needs a build, even with an old date', (path) => {
  build();
  write(path, 'changed');
  utimesSync(join(root, path), 0, 0);
  expect(needsBuild(root)).toBe(true);
});

test('a removed or renamed source needs a build', () => {
  build();
  rmSync(join(root, 'client/ui/base/money.ts'));
  expect(needsBuild(root)).toBe(true);
  write('client/ui/coins.ts', 'money');
  expect(needsBuild(root)).toBe(true);
});

test('a test, the rest of the server and a new date need no build', () => {
  build();
  write('client/ui/base/money.test.ts', 'test');
  write('server/main.ts', 'server');
  write('client/ui/base/money.ts', 'money');
  expect(needsBuild(root)).toBe(false);
});

test('a build that failed half-way is not taken for a finished one', () => {
  build();
  write('client/display/index.html', 'broken');
  expect(build()).toContain('could not build');
  expect(existsSync(join(root, 'dist/index.html'))).toBe(true);
  expect(needsBuild(root)).toBe(true);
});

test('all of it lies in the one file that the server reads', () => {
  write('client/display/index.html', 'many words, '.repeat(100));
  build();
  const files = readClientFiles(join(root, 'dist'));
  expect([...files.keys()]).toEqual(['/index.html']);
  expect(files.get('/index.html')?.whole).toEqual(readFileSync(join(root, 'dist/index.html')));
});

test('a removed dist needs a build', () => {
  build();
  rmSync(join(root, 'dist'), { recursive: true });
  expect(needsBuild(root)).toBe(true);
});
