// What the log is configured with: how much it says, and what must never stand in it.
import pino from 'pino';
import { type Config, ConfigError } from './config.ts';

/** What must never be seen (P7). What the demo uses opens nothing, and is words that stand in every sentence about it. */
export function secretsOf({ environment, shops }: Pick<Config, 'environment' | 'shops'>): string[] {
  if (environment === 'demo') return [];
  const all = shops.flatMap(({ credentials }) => {
    const { clientId, clientSecret, subscriptionKey } = credentials;
    return [clientId, clientSecret, subscriptionKey];
  });
  return [...new Set(all)];
}

/** @throws ConfigError for a level that there is not. */
export function readLogLevel(value: string | undefined): string {
  const level = value || 'info';
  const levels = [...Object.keys(pino.levels.values), 'silent'];
  if (levels.includes(level)) return level;
  throw new ConfigError(`LOG_LEVEL is "${level}"; it accepts ${levels.join(' or ')}.`);
}
