import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aFolderWith } from '../testing/files/written-files.ts';
import { calledAs } from './called-as.mjs';

/** @param manifest of the folder in which npm has installed the package. */
function installedIn(manifest: object): { root: string; script: string } {
  const folder = aFolderWith({});
  const root = join(folder, 'node_modules', 'tillside');
  mkdirSync(root, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  return { root, script: join(folder, 'node_modules', '.bin', 'tillside') };
}

const byNpx = { npm_command: 'exec' };
const file = './tillside-1.0.0.tgz';

describe('people are told to go on as they have begun', () => {
  test('by npx in the folder of the shop', () => {
    const { root, script } = installedIn({ dependencies: { tillside: `file:${file}` } });
    expect(calledAs(script, root, byNpx)).toBe('npx tillside');
  });

  test('by npx with a file, which no folder has installed', () => {
    const { root, script } = installedIn({ _npx: { packages: [file] } });
    expect(calledAs(script, root, byNpx)).toBe(`npx ${file}`);
  });

  test('by the path of the program, as a service and people in another folder do', () => {
    const { root, script } = installedIn({});
    expect(calledAs(script, root, {})).toBe(script);
  });

  test('by npx, where the system has a file of its own before the program', () => {
    const { root } = installedIn({});
    expect(calledAs(join(root, 'launch', 'tillside.mjs'), root, {})).toBe('npx tillside');
  });
});
