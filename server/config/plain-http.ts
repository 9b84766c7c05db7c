// Real money over plain http: whoever is on the network can read the PINs of staff. Not by mistake.
import { isLoopback } from '../core/loopback.ts';
import type { EnvReader } from './env-reader.ts';

type Exposure = { environment: 'demo' | 'test' | 'production'; host: string; isHttps: boolean };

/**
 * Whether this shop takes real money over plain http, as it may only where somebody has said so. With an https PUBLIC_URL and
 * no certificate of its own, what listens beyond loopback is for the proxy: it may be another machine or container.
 */
export function readPlainHttp(read: EnvReader, { environment, host, isHttps }: Exposure): boolean {
  const isAllowed = read.choice('ALLOW_PLAIN_HTTP', ['no', 'yes'] as const, 'no') === 'yes';
  const isPlain = environment === 'production' && !isLoopback(host) && !isHttps;
  if (isPlain && !isAllowed) {
    read.problems.push(
      `HOST is "${host}" in production without an https PUBLIC_URL: others on the network could read the PINs of staff. Set TLS=auto, or TLS_CERT and TLS_KEY, or put a proxy with https in front and set PUBLIC_URL, or set ALLOW_PLAIN_HTTP=yes to start all the same.`,
    );
  }
  return isPlain;
}
