// nginx as a cache of one second in front of Vipps, where it is installed.

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder, removeFolder } from '../../shop/programs/folder.ts';
import { becomesTrue } from '../../shop/waiting.ts';
import { type Baseline, connectionsToVipps, type Upstream } from './baseline.ts';
import { freePort } from './free-port.ts';

export const isNginxInstalled = () => spawnSync('nginx', ['-v']).status === 0;

/** As root, nginx would give its worker to a user who may not write the cache. */
const asWhoever = process.getuid?.() === 0 ? 'user root;' : '';

const configFor = (folder: string, port: number, { url, headers }: Upstream) => `
${asWhoever} daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/errors;
events { worker_connections 16384; }
http {
  access_log off; keepalive_timeout 65s; keepalive_requests 1000000;
  proxy_cache_path ${folder}/cache keys_zone=vipps:10m; client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
  upstream vipps { server ${url.host}; keepalive ${connectionsToVipps}; }
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://vipps; proxy_http_version 1.1; proxy_set_header Connection "";
      ${Object.entries(headers)
        .map(([name, value]) => `proxy_set_header ${name} "${value}";`)
        .join(' ')}
      proxy_cache vipps; proxy_cache_key $uri; proxy_cache_valid 200 1s; proxy_cache_lock on; proxy_ignore_headers Cache-Control;
    }
  }
}`;

/** @returns an nginx whose one worker is the process to be measured. */
export async function startNginx(upstream: Upstream): Promise<Baseline> {
  const folder = makeFolder('nginx');
  const port = await freePort();
  const config = join(folder, 'nginx.conf');
  writeFileSync(config, configFor(folder, port, upstream));
  const master = spawn('nginx', ['-c', config, '-e', join(folder, 'errors')], { stdio: 'ignore' });
  const url = new URL(`http://127.0.0.1:${port}`);
  await untilItAnswers(url);
  const children = readFileSync(`/proc/${master.pid}/task/${master.pid}/children`, 'utf8').trim().split(' ');
  const pids = [...children.map(Number)];
  return {
    url,
    // Beside the worker there are those who look after the cache on the disk; that is work for the cache too.
    pids,
    async end() {
      const ended = once(master, 'exit');
      master.kill('SIGTERM');
      await ended;
      removeFolder(folder);
    },
  };
}

async function untilItAnswers(url: URL): Promise<void> {
  const answers = () =>
    fetch(url).then(
      () => true,
      () => false,
    );
  if (!(await becomesTrue(answers, 30_000))) throw new Error('nginx does not answer');
}
