import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nodeProblem, projectNode } from './node.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tillside-node-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('the Node in node_modules is preferred to the running one', () => {
  expect(projectNode(root)).toBe(process.execPath);
  const folder = join(root, 'node_modules', 'node', 'bin');
  const bundled = join(folder, process.platform === 'win32' ? 'node.exe' : 'node');
  mkdirSync(folder, { recursive: true });
  writeFileSync(bundled, '');
  expect(projectNode(root)).toBe(bundled);
});

test('Node 26 and newer will do', () => {
  expect(nodeProblem(root, () => '26.10.0')).toBeUndefined();
  expect(nodeProblem(root, () => '28.0.0')).toBeUndefined();
});

test('an older Node, or one that does not run, is explained with what to do', () => {
  expect(nodeProblem(root, () => '20.20.2')).toMatch(/only Node 20\.20\.2 .*"npm approve-scripts node"/);
  expect(nodeProblem(root, () => undefined)).toMatch(/does not run.*"npm rebuild node"/);
});

test('a Node that is too old to set anything up says so in one sentence', () => {
  const pretend = `Object.defineProperty(process, 'versions', { value: { node: '16.20.0' } });
    import(${JSON.stringify(new URL('prepare.mjs', import.meta.url).href)})`;
  const { status, stderr } = spawnSync(process.execPath, ['-e', pretend], { cwd: root, encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toMatch(/^Tillside needs Node 18 or newer .*16\.20\.0.*\n$/);
});
