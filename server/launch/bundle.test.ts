import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bundleServer } from './bundle.mjs';
import { bundlePath, isBundled } from './bundled.mjs';

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tillside-bundle-'));
  write('package.json', '{ "type": "module", "version": "7" }');
  write('package-lock.json', '{}');
  write('server/main.ts', says('sources'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const says = (what: string) => `export async function main() { console.log('${what}'); }`;
const bundle = () => bundleServer(root, process.execPath);

function write(path: string, content: string) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

function run(script: string) {
  return spawnSync(process.execPath, [script], { cwd: root, encoding: 'utf8' });
}

describe('with a stand-in for the bundler,', () => {
  /** What the bundle holds that it makes. */
  function bundlerMakes(content: string) {
    const folder = bundlePath(root);
    const make = `import { mkdirSync, writeFileSync } from 'node:fs';
      mkdirSync(${JSON.stringify(folder)}, { recursive: true });
      writeFileSync(${JSON.stringify(join(folder, 'main.mjs'))}, ${JSON.stringify(content)});`;
    write('server/launch/compile.mjs', make);
  }
  const serve = () => run(join(root, 'server', 'launch', 'serve.mjs'));

  beforeEach(() => {
    for (const name of ['serve.mjs', 'bundled.mjs', 'fingerprint.mjs']) {
      write(`server/launch/${name}`, '');
      copyFileSync(here(name), join(root, 'server', 'launch', name));
    }
    bundlerMakes(says('bundle'));
  });

  test('the bundle is started', () => {
    expect(serve().stdout).toBe('sources\n');
    expect(bundle()).toBeUndefined();
    expect(serve()).toMatchObject({ status: 0, stdout: 'bundle\n', stderr: '' });
  });

  test('what was bundled from other sources is not started', () => {
    bundle();
    write('server/main.ts', says('new sources'));
    expect(serve()).toMatchObject({ status: 0, stdout: 'new sources\n', stderr: '' });
  });

  test.each(['server/store/new.ts', 'server/launch/compile.mjs', 'package-lock.json', 'tsconfig.json'])(
    'a changed %s makes a bundle anew',
    (path) => {
      bundle();
      write('server/main.test.ts', 'a test');
      expect(isBundled(root)).toBe(true);
      write(path, 'changed');
      expect(isBundled(root)).toBe(false);
    },
  );

  test('a bundle that does not load is said, and the sources are started', () => {
    bundlerMakes('throw new Error("no luck");');
    bundle();
    const { stdout, stderr, status } = serve();
    expect({ stdout, status }).toEqual({ stdout: 'sources\n', status: 0 });
    expect(stderr).toMatch(
      /^The bundled server does not load, so it starts from its sources: Error: no luck/,
    );
  });

  test('a bundle that was not finished is not started', () => {
    bundle();
    write('server/launch/compile.mjs', 'throw new Error("no disk");');
    expect(bundle()).toMatch(/could not bundle its server, so it starts from its sources.*no disk/s);
    expect(existsSync(join(bundlePath(root), 'main.mjs'))).toBe(true);
    expect(serve().stdout).toBe('sources\n');
  });
});

describe('with the real bundler,', () => {
  const list = () => readdirSync(root, { recursive: true, encoding: 'utf8' }).toSorted();

  beforeEach(() => {
    write('node_modules/said/package.json', '{ "main": "said.js", "module": "no.js" }');
    write('node_modules/said/said.js', 'exports.said = (what) => console.log(what);');
    write('server/simulator/phone.css', 'red');
    write(
      'server/simulator/simulator.ts',
      `import { readFileSync } from 'node:fs';
      export const css: string = readFileSync(import.meta.dirname + '/phone.css', 'utf8');`,
    );
    write(
      'server/main.ts',
      `import { readFileSync } from 'node:fs';
      import { said } from 'said';
      const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
      export async function main(): Promise<void> {
        const { css } = await import('./simulator/simulator.ts');
        said([version, css, process.env['NODE_ENV']].join());
      }`,
    );
    write('start.mjs', "(await import('./node_modules/.cache/tillside/server/main.mjs')).main();");
  });

  test('a bundle needs no sources and no packages, and finds the files beside its sources', () => {
    expect(run(here('compile.mjs'))).toMatchObject({ status: 0, stderr: '' });
    rmSync(join(root, 'server', 'main.ts'));
    rmSync(join(root, 'node_modules', 'said'), { recursive: true });
    expect(run('start.mjs').stdout).toBe(`7,red,${process.env['NODE_ENV'] ?? ''}\n`);
  });

  test('nothing is written outside the folder for it', () => {
    const before = list();
    run(here('compile.mjs'));
    const made = list().filter((path) => !before.includes(path));
    const cache = join('node_modules', '.cache');
    expect(made).toContain(join(cache, 'tillside', 'server', 'main.mjs'));
    expect(made.filter((path) => path !== cache && !path.startsWith(join(cache, 'tillside')))).toEqual([]);
  });

  test('sources that cannot be bundled are shown', () => {
    write('server/main.ts', "import './gone.ts';");
    const { status, stderr } = run(here('compile.mjs'));
    expect(status).not.toBe(0);
    expect(stderr).toContain('gone.ts');
  });
});
