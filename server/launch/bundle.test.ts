import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bundlePath, bundleServer, needsBundle } from './bundle.mjs';

// Stands for vite: bundles, or fails when a source says so.
const vite = `
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
const source = readFileSync('server/main.ts', 'utf8');
mkdirSync('node_modules/.cache/tillside/server', { recursive: true });
writeFileSync('node_modules/.cache/tillside/server/main.mjs', source);
process.exitCode = source === 'broken' ? 1 : 0;
`;

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tillside-bundle-'));
  write('node_modules/vite/bin/vite.js', vite);
  write('server/launch/compile.mjs', 'process.exitCode = 0;');
  write('server/main.ts', 'one');
  write('package-lock.json', '{}');
  write('package.json', '{ "type": "module" }');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, content: string) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

const bundle = () => bundleServer(root, process.execPath);

test('the server is bundled once, and again when its sources or packages change', () => {
  expect(needsBundle(root)).toBe(true);
  expect(bundle()).toBeUndefined();
  expect(needsBundle(root)).toBe(false);
  write('server/main.test.ts', 'a test');
  expect(needsBundle(root)).toBe(false);
  write('server/main.ts', 'two');
  expect(needsBundle(root)).toBe(true);
  bundle();
  write('package-lock.json', '{ "changed": true }');
  expect(needsBundle(root)).toBe(true);
});

test('a bundle that was removed is made again', () => {
  bundle();
  rmSync(bundlePath(root), { recursive: true });
  expect(needsBundle(root)).toBe(true);
});

test('a server that cannot be bundled says so, and is tried again the next time', () => {
  write('server/main.ts', 'broken');
  expect(bundle()).toBe('Tillside could not build its server: "vite build" failed, as shown above.');
  expect(needsBundle(root)).toBe(true);
});

test('a server that does not load is tried again the next time', () => {
  write('server/launch/compile.mjs', 'process.exitCode = 1;');
  expect(bundle()).toBeUndefined();
  expect(needsBundle(root)).toBe(true);
});
