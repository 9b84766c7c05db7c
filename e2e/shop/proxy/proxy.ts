// nginx and Caddy in front of a server, with the files of deploy/: only addresses, ports and certificate are others.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CertificateFiles } from './certificate.ts';

export const name = 'till.shop.example';
export const ports = { server: 3000, http: 8080, https: 8443 } as const;

export type Place = {
  /** For the files of the program. */
  folder: string;
  /** A loopback address that nobody else listens on: of the proxy, and of the server behind it. */
  address: string;
  certificate: CertificateFiles;
};
export type ProxyKind = {
  program: string;
  isHere: boolean;
  /** Writes what the program is started with. @returns its arguments. */
  configure(place: Place): string[];
};

/** @throws where `from` is not in the text: a file that has changed is not tried out as if it had not. */
function replaceIn(text: string, changes: readonly [from: string | RegExp, to: string][]): string {
  return changes.reduce((before, [from, to]) => {
    const after = before.replaceAll(from, to);
    if (after === before) throw new Error(`${from} is not there`);
    return after;
  }, text);
}

const deployed = (file: string) => readFileSync(new URL(`../../../deploy/${file}`, import.meta.url), 'utf8');
const isHere = (program: string, asked: string) => spawnSync(program, [asked]).status === 0;

/** What the nginx of Debian has around it: there, answers are compressed. */
const aroundNginx = (folder: string) => `daemon off;
error_log stderr;
pid ${folder}/nginx.pid;
worker_processes 1;
events {}
http {
  access_log off;
  gzip on;
  gzip_types application/json text/javascript text/css;
${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((one) => `  ${one}_temp_path ${folder}/${one};`).join('\n')}
  include ${folder}/tillside.conf;
}
`;

const nginx: ProxyKind = {
  program: 'nginx',
  isHere: isHere('nginx', '-v'),
  configure({ folder, address, certificate }) {
    const conf = replaceIn(deployed('nginx.conf'), [
      [/listen \[::\].*\n/g, '\n'],
      ['listen 80;', `listen ${address}:${ports.http};`],
      ['listen 443 ', `listen ${address}:${ports.https} `],
      ['127.0.0.1:3000', `${address}:${ports.server}`],
      [`/etc/letsencrypt/live/${name}/fullchain.pem`, certificate.certificate],
      [`/etc/letsencrypt/live/${name}/privkey.pem`, certificate.key],
    ]);
    writeFileSync(join(folder, 'tillside.conf'), conf);
    writeFileSync(join(folder, 'nginx.conf'), aroundNginx(folder));
    return ['-p', folder, '-e', 'stderr', '-c', join(folder, 'nginx.conf')];
  },
};

const caddy: ProxyKind = {
  program: 'caddy',
  isHere: isHere('caddy', 'version'),
  configure({ folder, address, certificate }) {
    const file = replaceIn(deployed('Caddyfile'), [
      [
        '{\n\tservers {',
        `{\n\tadmin off\n\thttp_port ${ports.http}\n\thttps_port ${ports.https}\n\tservers {`,
      ],
      [
        `\n${name} {\n`,
        `\n${name} {\n\tbind ${address}\n\ttls ${certificate.certificate} ${certificate.key}\n`,
      ],
      ['127.0.0.1:3000', `${address}:${ports.server}`],
    ]);
    writeFileSync(join(folder, 'Caddyfile'), file);
    return ['run', '--adapter', 'caddyfile', '--config', join(folder, 'Caddyfile')];
  },
};

export const proxies = [nginx, caddy] as const;

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill();
});

export type Proxy = { output(): string; end(): Promise<void> };

/** Starts it; it may not listen yet. Its own files go into `place.folder`. */
export function startProxy(kind: ProxyKind, place: Place): Proxy {
  mkdirSync(place.folder, { recursive: true });
  const { PATH = '' } = process.env;
  const home = { HOME: place.folder, XDG_DATA_HOME: place.folder, XDG_CONFIG_HOME: place.folder };
  const child = spawn(kind.program, kind.configure(place), {
    env: { PATH, ...home },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let output = '';
  const read = (chunk: Buffer) => {
    output += chunk;
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  const closed = once(child, 'close').then(() => void running.delete(child));
  return {
    output: () => output,
    async end() {
      child.kill();
      await closed;
    },
  };
}
