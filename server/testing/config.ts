// Environments for tests of the configuration, and what comes of them.
import { expect } from 'vitest';
import { ConfigError, toConfig } from '../config/config.ts';
import type { Env } from '../config/env-reader.ts';
import { UnreadableText } from '../core/text-file.ts';

export const credentials = {
  VIPPS_CLIENT_ID: 'canary-client',
  VIPPS_CLIENT_SECRET: 'canary-secret',
  VIPPS_SUBSCRIPTION_KEY: 'canary-key',
  VIPPS_MSN: '654321',
};
export const urls = {
  FALLBACK_URL: 'https://shop.example/thanks',
  CALLBACK_URL: 'https://shop.example/callbacks',
};
/** All that one shop needs. */
export const shop: Env = { ...credentials, ...urls };

const noFile = (file: string): string => {
  throw new UnreadableText(`${file} cannot be read (ENOENT).`);
};
export const config = (env: Env, tills?: unknown) =>
  toConfig(
    tills === undefined ? env : { ...env, TILLS_FILE: 'tills.json' },
    tills === undefined ? noFile : () => (typeof tills === 'string' ? tills : JSON.stringify(tills)),
  );

/** The sentences in which it is refused. */
export function problems(env: Env, tills?: unknown): string[] {
  try {
    config(env, tills);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).message.split('\n');
  }
  return [];
}
