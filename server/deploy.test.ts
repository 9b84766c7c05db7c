// That the files of deploy/ fit the server: what it is told, by whom it is run, how long it takes to stop, and that no secret gets into an image.
import { execFile, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import express from 'express';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { createHealth } from './http/health.ts';
import { createTlsServer } from './http/tls/tls-server.ts';
import { nodePackages } from './launch/node.mjs';
import { manifestOf } from './launch/package/manifest.mjs';
import { copied, documents } from './launch/package/stage.mjs';
import { aCertificate } from './testing/certificate.ts';
import { aFolderWith } from './testing/files/written-files.ts';
import { manualClock } from './testing/manual-clock.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const sources = JSON.parse(read('package.json'));
const unit = read('deploy/tillside.service');
const dockerfile = read('deploy/Dockerfile');
const compose = parse(read('deploy/compose.yaml')).services.tillside;
const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;

/** What a line of a Dockerfile or unit says behind its first word; of several, the last. */
const lastOf = (text: string, start: string) =>
  text
    .split('\n')
    .findLast((line) => line.startsWith(start))
    ?.slice(start.length);

test('each stops the server later than it stops by itself', () => {
  const [, own = ''] = /^const stopDeadlineMs = ([\d_]+);$/m.exec(read('server/main.ts')) ?? [];
  const [, windows] = / --stop-timeout (\d+) /.exec(read('deploy/windows-service.ps1')) ?? [];
  const grace = [
    `${lastOf(unit, 'TimeoutStopSec=')}`,
    compose.stop_grace_period,
    `${Number(windows) / 1000}s`,
  ];
  for (const text of grace) {
    expect(text).toMatch(/^\d+s$/);
    expect(Number.parseInt(text, 10) * 1000).toBeGreaterThan(Number(own.replace('_', '')) + 1_000);
  }
});

test('each proxy waits for longer than a poll is held, and drops an idle connection before the server does', () => {
  const msOf = (text: string, pattern: RegExp, unitMs: number) =>
    Number(pattern.exec(text)?.[1]?.replace('_', '')) * unitMs;
  const [nginx, caddy] = [read('deploy/nginx.conf'), read('deploy/Caddyfile')];
  const heldMs = msOf(read('server/http/requests.ts'), /^const longestWaitMs = ([\d_]+);$/m, 1);
  const idleMs = msOf(read('server/http/listen.ts'), /keepAliveTimeout: ([\d_]+),/, 1);
  const waits = [
    msOf(nginx, /^ *proxy_read_timeout +(\d+)s;$/m, 1_000),
    msOf(caddy, /^\t*response_header_timeout (\d+)m$/m, 60_000),
  ];
  const idles = [
    msOf(nginx, /^ *keepalive_timeout +(\d+)s;$/m, 1_000),
    msOf(caddy, /^\t*keepalive (\d+)m$/m, 60_000),
  ];
  expect(Math.min(...waits)).toBeGreaterThan(2 * heldMs);
  expect(Math.max(...idles)).toBeLessThan(idleMs - 10_000);
});

test('each starts the program of the package', () => {
  const { bin } = manifestOf(sources);
  expect(Object.keys(bin)).toEqual(['tillside']);
  expect(lastOf(unit, 'ExecStart=')).toMatch(/\/node_modules\/\.bin\/tillside start$/);
  expect([lastOf(dockerfile, 'ENTRYPOINT '), lastOf(dockerfile, 'CMD ')]).toEqual([
    '["tillside"]',
    '["start"]',
  ]);
  expect(read('deploy/windows-service.ps1')).toContain(bin.tillside.replaceAll('/', '\\'));
  expect(read('deploy/windows-service.ps1')).toContain(`${nodePackages['win32-x64']}\\bin\\node.exe`);
});

describe.skipIf(!hasSystemd)('where systemd-analyze is', () => {
  const program = process.execPath;
  // What it starts has to be there for the check; nothing else is changed.
  const withProgram = (text: string) => text.replace(/^ExecStart=\S+/m, `ExecStart=${program}`);
  const analyze = (words: string[], text: string) => {
    const folder = aFolderWith({ 'tillside.service': withProgram(text) });
    return spawnSync('systemd-analyze', [...words, join(folder, 'tillside.service')], { encoding: 'utf8' });
  };

  test('the unit holds nothing that systemd does not know', () => {
    expect(analyze(['verify'], unit)).toMatchObject({ status: 0, stderr: '' });
    expect(analyze(['verify'], unit.replace('ProtectHome', 'ProtectHouse')).stderr).toContain('ProtectHouse');
  });

  test('the unit leaves little open, by the measure of systemd', () => {
    const measure = ['security', '--offline=true', '--threshold=20'];
    expect(analyze(measure, unit).status).toBe(0);
    expect(analyze(measure, unit.replace('CapabilityBoundingSet=', '')).status).toBe(1);
  });
});

describe('of the container', () => {
  test('it runs on the Node that the package brings elsewhere, as nobody in particular', () => {
    const images = dockerfile.matchAll(/^FROM (\S+?):([\d.]+)-\S+/gm);
    const node = sources.optionalDependencies[nodePackages['linux-x64']];
    expect([...images].map(([, name, version]) => [name, version])).toEqual([
      ['node', node],
      ['node', node],
    ]);
    expect(lastOf(dockerfile, 'USER ')).toBe('node');
    expect(dockerfile.indexOf('USER node')).toBeLessThan(dockerfile.indexOf('ENTRYPOINT'));
    expect(compose).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
  });

  test('what it stores lies on a volume, and its own files cannot be written', () => {
    const [data] = compose.volumes;
    const folder = `${lastOf(dockerfile, 'WORKDIR ')}/data`;
    expect(data).toBe(`data:${folder}`);
    expect(lastOf(dockerfile, 'VOLUME ')).toBe(folder);
  });

  test.each(['http', 'https'])(
    'its health check passes while a server of %s is ready, and fails otherwise',
    async (way) => {
      const [, words = ''] = /HEALTHCHECK[^[]+CMD (\[.+\])/.exec(dockerfile) ?? [];
      const [node, ...check]: string[] = JSON.parse(words);
      expect(node).toBe('node');
      let isStopping = false;
      const deps = { check: async () => undefined, isStopping: () => isStopping, clock: manualClock() };
      const app = express().use(createHealth(deps));
      const tls = { pair: aCertificate('itself'), isOurName: () => true };
      const made = way === 'http' ? createServer(app) : createTlsServer(tls, {}, app, () => {});
      const server = made.listen(0, '127.0.0.1');
      onTestFinished(() => void server.close());
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      const here = check.map((word) => word.replace(':3000/', `:${port}/`));
      await promisify(execFile)(process.execPath, here);
      isStopping = true;
      await expect(promisify(execFile)(process.execPath, here)).rejects.toMatchObject({ code: 1 });
    },
  );

  test('[P7] no settings, no database and no secret get into the image', () => {
    const rules = read('deploy/Dockerfile.dockerignore')
      .split('\n')
      .filter((line) => /^[^#]/.test(line));
    const [everything, ...kept] = rules;
    expect(everything).toBe('*');
    const names = kept.map((rule) => rule.replace('!', ''));
    expect(kept.every((rule) => rule.startsWith('!'))).toBe(true);
    expect(names.filter((name) => /^(\.env|data|\*|.*\.db)$/.test(name))).toEqual([]);
    expect(dockerfile).not.toMatch(/VIPPS_|SECRET|ARG /);
    expect(compose).not.toHaveProperty('environment');
    const settings = compose.volumes.find(({ source }: { source?: string }) => source === '../.env');
    expect(settings).toMatchObject({ target: '/shop/.env', read_only: true });
  });

  test('all that a package is made of gets to where it is made', () => {
    const rules = read('deploy/Dockerfile.dockerignore');
    const isKept = (file: string) =>
      rules.includes(`\n!${file}\n`) || (/^docs\/[^/]+\.md$/.test(file) && rules.includes('\n!docs/*.md\n'));
    const inputs = [
      'client',
      'server',
      'package.json',
      'package-lock.json',
      '.npmrc',
      'tsconfig.json',
      'vite.config.ts',
    ];
    expect([...inputs, ...copied, ...documents].filter((file) => !isKept(file))).toEqual([]);
  });
});
