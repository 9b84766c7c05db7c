// What is installed and under which licence; `vitest run server/licences -u` writes LICENSES.md anew after a change.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Package = {
  version: string;
  license?: string;
  dev?: boolean;
  resolved?: string;
  hasInstallScript?: boolean;
};

const read = (file: string) => JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'));
const lock: Record<string, Package> = read('package-lock.json').packages;
const packages = Object.entries(lock)
  .filter(([path]) => path !== '')
  .map(([path, one]) => ({ ...one, name: path.replace(/^.*node_modules\//, '') }));

/**
 * Licences under which a shop may use, change and pass on what it runs. Of two joined by OR, one may be chosen;
 * of two joined by AND, both hold.
 */
const allowed =
  /^(MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|MPL-2\.0|OFL-1\.1|BlueOak-1\.0\.0|MIT OR Apache-2\.0|\(MIT OR CC0-1\.0\))$/;

function listOf(isDev: boolean): string {
  const some = packages.filter(({ dev = false }) => dev === isDev);
  const lines = some.map(({ name, version, license }) => `| ${name} | ${version} | ${license} |`);
  return ['| package | version | licence |', '|---|---|---|', ...[...new Set(lines)].toSorted()].join('\n');
}

test('every package has a licence that lets a shop use it', () => {
  const isAllowed = (license: string) => license.split(' AND ').every((one) => allowed.test(one));
  expect(packages.filter(({ license = '' }) => !isAllowed(license))).toEqual([]);
});

test('LICENSES.md lists what is installed', async () => {
  const text = `# Licences of what Tillside is made with

Tillside itself: MIT. From package-lock.json:

## In a running server and its client

${listOf(false)}

## For building and testing, or built into the client

${listOf(true)}
`;
  await expect(text).toMatchFileSnapshot('../LICENSES.md');
});

test('only the approved packages may run a script when they are installed', () => {
  const approved: Record<string, boolean> = read('package.json').allowScripts;
  const wanting = packages.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name);
  expect(wanting).not.toEqual([]);
  expect(Object.keys(approved)).toEqual(expect.arrayContaining(wanting));
  expect(Object.keys(approved).filter((name) => approved[name])).toEqual(['node']);
});

test('the lock file names exact versions, and no place to download them from', () => {
  const { dependencies, devDependencies } = read('package.json');
  for (const version of Object.values({ ...dependencies, ...devDependencies })) {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  }
  expect(packages.filter(({ resolved }) => resolved !== undefined)).toEqual([]);
});
