// What the log is configured with: how much it says, and what must never stand in it.
import pino from 'pino';
import type { TillView } from '../contract/payments.ts';
import type { Shop } from './credentials.ts';
import type { EnvReader } from './env-reader.ts';

type Secretive = {
  environment: TillView['environment'];
  shops: readonly Shop[];
  network: { proxy: { url: URL } | null };
};

/** What must never be seen (P7). What the demo uses opens nothing, and is words that stand in every sentence about it. */
export function secretsOf({ environment, shops, network }: Secretive): string[] {
  if (environment === 'demo') return [];
  const all = shops.flatMap(({ credentials }) => {
    const { clientId, clientSecret, subscriptionKey } = credentials;
    return [clientId, clientSecret, subscriptionKey];
  });
  const password = network.proxy?.url.password ?? '';
  const ofProxy = password === '' ? [] : [password, decodeURIComponent(password)];
  return [...new Set([...all, ...ofProxy])];
}

export function readLogLevel(read: EnvReader): string {
  return read.choice('LOG_LEVEL', [...Object.keys(pino.levels.values), 'silent'], 'info');
}
