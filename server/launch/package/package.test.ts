// That what `npm run package` packs is all that a shop needs, and nothing else; and that it keeps what it stores out of node_modules.
import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  globSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { forPrograms } from '../../simulator/testing/program.ts';
import { shop } from '../../testing/config.ts';
import { type InstalledPackage, installPackage } from '../../testing/files/installed-package.ts';
import { npmCommand } from '../install.mjs';
import { commandsOf, inPackageWords } from './commands.mjs';

const root = join(import.meta.dirname, '..', '..', '..');
const freePorts = { PORT: '0', SIMULATOR_PORT: '0' };
/** Has a program take the Node that it runs on for one that is too old. */
const pretendOld = `data:text/javascript,${encodeURIComponent(
  `if (process.env.PRETEND_OLD === process.argv[1]) { delete process.env.PRETEND_OLD;
    Object.defineProperty(process, 'versions', { value: { node: '20.20.2' } }); }`,
)}`;

let installed: InstalledPackage;
beforeAll(() => {
  installed = installPackage();
});
afterAll(() => installed.remove());

const read = (file: string) => readFileSync(join(installed.folder, 'node_modules', 'tillside', file), 'utf8');

/** Starts the shop of the folder. @returns its address, and how it ends on a signal. */
async function start(env: Record<string, string> = {}, nodeOptions: readonly string[] = []) {
  const { script, folder } = installed;
  const options = { cwd: folder, env: { ...forPrograms, ...freePorts, ...env } };
  const program = spawn(process.execPath, [...nodeOptions, script], { ...options, stdio: 'pipe' });
  onTestFinished(() => {
    program.kill('SIGKILL');
    rmSync(join(folder, 'data'), { recursive: true, force: true });
  });
  let out = '';
  program.stderr.resume();
  for await (const text of program.stdout.iterator({ destroyOnReturn: false })) {
    out += text;
    if (out.includes('display http')) break;
  }
  const [, url] = /ready at (\S+)/.exec(out) ?? [];
  // It is told how to end once it has said that it is ready.
  await fetch(`${url}/healthz`);
  const end = async (signal: NodeJS.Signals) => {
    const ended = once(program, 'exit');
    program.kill(signal);
    return (await ended)[0];
  };
  return { out: () => out, url, end };
}

test('it holds the built client, the bundled server and its commands, and nothing to build or test with', () => {
  const others = installed.files.filter((file) => !/^server\/(commands\/)?[\w.-]+\.(mjs|js|css)$/.test(file));
  expect(others.toSorted()).toEqual(
    [
      '.env.example',
      'CHANGELOG.md',
      'LICENSE',
      'LICENSES.md',
      'README.md',
      'SECURITY.md',
      'commands.json',
      'dist/.client',
      'docs/chain.md',
      'docs/configuration.md',
      'docs/http.md',
      'docs/operations.md',
      'launch/called-as.mjs',
      'launch/end-with-npm.mjs',
      'launch/node.mjs',
      'launch/tillside.mjs',
      'package.json',
    ].toSorted(),
  );
  expect(installed.files).toEqual(
    expect.arrayContaining(['server/main.mjs', 'server/backup-program.mjs', 'server/commands/staff.mjs']),
  );
});

test('it installs no package but the one that brings Node, runs no script for it, and is for no registry', () => {
  const { optionalDependencies, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(JSON.parse(read('package.json'))).toEqual({
    name: 'tillside',
    version,
    description: expect.any(String),
    license: 'MIT',
    private: true,
    type: 'module',
    bin: { tillside: 'launch/tillside.mjs' },
    exports: { './package.json': './package.json' },
    engines: { node: '>=18' },
    optionalDependencies,
  });
});

test('`npm pack` makes none of the sources, and says what does', () => {
  const { file, args, shell } = npmCommand(process.env, process.platform);
  const { status, stderr } = spawnSync(file, [...args, 'pack', '--dry-run'], {
    cwd: root,
    encoding: 'utf8',
    shell,
  });
  expect(status).toBe(1);
  expect(stderr).toContain('is made by "npm run package"');
});

test('it brings the licences of all that is bundled', () => {
  const text = read('LICENSES.md');
  for (const name of ['express', 'undici', 'zod', 'qrcode']) expect(text).toContain(`\n## ${name} - `);
  expect(text).toContain('# Licences of the client');
  expect(text).toContain('SIL OPEN FONT LICENSE');
});

test('in an empty folder it starts the demo, and what that stores lies in the folder', async () => {
  const before = globSync('node_modules/**', { cwd: installed.folder });
  const { url, out, end } = await start();
  expect(out()).toContain('(DEMO, no money moves)');
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  expect(await (await fetch(`${url}/display`)).text()).toBe('a display');
  expect(readdirSync(installed.folder).toSorted()).toEqual(['data', 'node_modules']);
  expect(await end('SIGTERM')).toBe(0);
  const after = globSync('node_modules/**', { cwd: installed.folder });
  expect(after).toEqual(before);
});

test('with credentials in .env it starts the shop of the folder', async () => {
  const settings = { ...shop, VIPPS_BASE_URL: 'http://127.0.0.1:1' };
  const env = join(installed.folder, '.env');
  writeFileSync(
    env,
    Object.entries(settings)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
  );
  onTestFinished(() => rmSync(env));
  const { out, end } = await start();
  expect(out()).toContain('(Vipps MobilePay test environment)');
  expect(readdirSync(join(installed.folder, 'data'))).toEqual(
    expect.arrayContaining(['test.db', 'test.db.pepper']),
  );
  expect(await end('SIGTERM')).toBe(0);
});

describe('of its commands', () => {
  beforeAll(async () => {
    await installed.run('staff', 'list');
    return () => rmSync(join(installed.folder, 'data'), { recursive: true });
  });

  test.each([
    [['staff', 'list'], 0, /^manager .*demo\n$/],
    [['keys', 'add', 'pos'], 0, /The key pos may sell/],
    [['audit', '--verify'], 0, /./],
    [['support-bundle', 'data/support.json'], 0, /support\.json holds the version/],
    [['backup'], 0, /backups/],
    [['doctor'], 1, /^The demo asks no Vipps MobilePay\./],
    [['restore'], 1, /^npx tillside restore <file> \[--without-pepper\]\n/],
    [['setup'], 1, /The answers have ended before this question\. Nothing was written\.\n$/],
    [['--version'], 0, /^1\./],
  ])('%j works on the database of the folder', async (words, code, printed) => {
    const ended = await installed.run(...words);
    expect(ended).toMatchObject({ code });
    expect(ended.out + ended.said).toMatch(printed);
  });

  test('help lists each npm script that runs a command, with what it is for', async () => {
    const { code, out } = await installed.run('help');
    expect(code).toBe(0);
    const listed = [...out.matchAll(/^ {2}npx tillside ([\w-]+) +\S.*$/gm)].map(([, name]) => name);
    expect(listed).toEqual(['start', ...Object.keys(commandsOf(root))]);
    expect(listed).toEqual(expect.arrayContaining(['staff', 'keys', 'backup', 'restore', 'doctor', 'audit']));
  });

  const others = [[['nonsense']], [['toString']], [['../main']], [['start', 'again']]];
  test.each(others)('%j is none', async (words) => {
    const { code, out, said } = await installed.run(...words);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(said).toMatch(/^Settings come from \.env/);
  });

  test('none is told of by the name of an npm script, which is not there', () => {
    const told = installed.files.filter((file) => /\.(mjs|md)$/.test(file));
    const names = Object.keys(commandsOf(root)).join('|');
    const npmScripts = new RegExp(`\\bnpm (run (${names})\\b|start\\b)`);
    expect(told.filter((file) => npmScripts.test(read(file)))).toEqual([]);
    expect(inPackageWords('npm run keys -- add a; npm run audit; npm start')).toBe(
      'npx tillside keys add a; npx tillside audit; npx tillside',
    );
  });
});

test('the backup of each night is made by a program of the package', async () => {
  onTestFinished(() => rmSync(join(installed.folder, 'data'), { recursive: true, force: true }));
  await installed.run('staff', 'list');
  const program = join(installed.folder, 'node_modules', 'tillside', 'server', 'backup-program.mjs');
  const database = { file: join(installed.folder, 'data', 'demo.db'), environment: 'demo', how: 'whole' };
  const request = { ...database, folder: join(installed.folder, 'data'), atMs: 0, why: 'night' };
  const { stdout } = await promisify(execFile)(process.execPath, [program, JSON.stringify(request)]);
  expect(existsSync(JSON.parse(stdout).file)).toBe(true);
});

describe('under a Node that is too old', () => {
  const old = () => ({ PRETEND_OLD: installed.script });

  test('the shop runs on the one that came along, and ends with it', async () => {
    const { url, end } = await start(old(), ['--import', pretendOld]);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect(await end('SIGTERM')).toBe(0);
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  });

  test('killed, it leaves no server behind that would keep the next one from starting', async () => {
    const { url, end } = await start(old(), ['--import', pretendOld]);
    await end('SIGKILL');
    await expect.poll(() => fetch(`${url}/healthz`).catch(() => 'gone')).toBe('gone');
  });

  test('a command ends by itself, with its own code', async () => {
    const env = { ...forPrograms, ...old() };
    const words = ['--import', pretendOld, installed.script, 'doctor'];
    const ended = promisify(execFile)(process.execPath, words, { cwd: installed.folder, env });
    await expect(ended).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(/^The demo asks/) });
  });

  test('without that one, a sentence says what is needed', async () => {
    const modules = join(installed.folder, 'node_modules');
    const [node = ''] = readdirSync(modules).filter((name) => name !== 'tillside');
    const target = readlinkSync(join(modules, node));
    rmSync(join(modules, node));
    onTestFinished(() => symlinkSync(target, join(modules, node), 'junction'));
    const env = { ...forPrograms, ...old() };
    const words = ['--import', pretendOld, installed.script, 'staff', 'list'];
    const ended = promisify(execFile)(process.execPath, words, { cwd: installed.folder, env });
    await expect(ended).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^Tillside needs Node 26, .* and this is Node 20\.20\.2\. Install .*\n$/),
    });
  });
});
