// What the environment asks of a simulator that runs alone. Each function throws a sentence about a value that it cannot take.
import { z } from 'zod';
import type { Account, Credentials } from './world.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

const msnSchema = z.string().regex(/^\d{5,6}$/);
const keySchema = z.string().min(1);
const accountSchema = z.strictObject({
  clientId: keySchema,
  clientSecret: keySchema,
  subscriptionKey: keySchema,
  msn: msnSchema,
  salesUnits: z.array(msnSchema).default([]),
});

export function readEnvironment(env: Environment) {
  return {
    credentials: readCredentials(env),
    salesUnits: readSalesUnits(env),
    others: readAccounts(env),
    host: env['HOST'] || '127.0.0.1',
    port: readPort(env),
  };
}

/** Those of the demo when none are set; a mixture is a mistake. */
function readCredentials(env: Environment): Credentials {
  const names = ['VIPPS_CLIENT_ID', 'VIPPS_CLIENT_SECRET', 'VIPPS_SUBSCRIPTION_KEY', 'VIPPS_MSN'] as const;
  const [clientId, clientSecret, subscriptionKey, msn] = names.map((name) => env[name]);
  if (clientId && clientSecret && subscriptionKey && msn) {
    return { clientId, clientSecret, subscriptionKey, msn };
  }
  const missing = names.filter((name) => !env[name]);
  if (missing.length < names.length) {
    throw new Error(`Some credentials are set, but not ${missing.join(', ')}; set all of them or none`);
  }
  return {
    clientId: 'demo-client',
    clientSecret: 'demo-secret',
    subscriptionKey: 'demo-key',
    msn: '123456',
  };
}

/** The sales units of the first account beside its own. */
function readSalesUnits(env: Environment): string[] {
  const value = env['SIMULATOR_SALES_UNITS'] ?? '';
  const units = value.trim() === '' ? [] : value.split(',').map((unit) => unit.trim());
  const wrong = units.findIndex((unit) => !msnSchema.safeParse(unit).success);
  if (wrong === -1) return units;
  throw new Error(
    `SIMULATOR_SALES_UNITS takes MSNs of five or six digits, separated by commas; number ${wrong + 1} is none`,
  );
}

/** The accounts beside the first one. Says where a value is wrong, never what it holds: it may be a secret. */
function readAccounts(env: Environment): Account[] {
  const parsed = z.array(accountSchema).safeParse(parseJson(env['SIMULATOR_ACCOUNTS'] || '[]'));
  if (parsed.success) {
    return parsed.data.map(({ salesUnits, ...credentials }) => ({ credentials, salesUnits }));
  }
  const where = parsed.error.issues[0]?.path.join('.') || 'its beginning';
  throw new Error(
    `SIMULATOR_ACCOUNTS is wrong at ${where}; it takes JSON: ` +
      '[{"clientId", "clientSecret", "subscriptionKey", "msn", "salesUnits"?}], an MSN being five or six digits',
  );
}

/** undefined for what is not JSON: the parser's own words would repeat some of it. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readPort(env: Environment): number {
  const port = Number(env['SIMULATOR_PORT'] || 3001);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`SIMULATOR_PORT is "${env['SIMULATOR_PORT']}"; it takes a port number from 0 to 65535`);
}
