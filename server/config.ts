// Environment -> configuration, pure. A bad value is a sentence: which variable, what it holds (never a secret), what it accepts.
import { z } from 'zod';
import { type AccessConfig, readAccess } from './config-access.ts';
import { currencies, type TillView } from './contract.ts';
import { type Env, EnvReader } from './env-reader.ts';
import type { Credentials } from './vipps/token.ts';

export type Config = AccessConfig & {
  port: number;
  environment: 'demo' | 'test' | 'production';
  credentials: Credentials;
  baseUrl: URL;
  systemName: string;
  pluginName: string;
  qrImageHosts: string[];
  fallbackUrl: string;
  callbackUrl: string;
  capture: 'auto' | 'manual';
  /** How sales are made. */
  api: 'ecom' | 'epayment';
  databaseFile: string;
  tills: TillView[];
  /** Where the stand-in for Vipps MobilePay is to listen: in the demo, unless VIPPS_BASE_URL names another. */
  simulator: { host: string; port: number } | null;
};

/** Thrown with one sentence per line for everything that is wrong. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** What the demo and the simulator use when nothing else is set. They open nothing. */
export const demoCredentials: Credentials = {
  clientId: 'demo-client',
  clientSecret: 'demo-secret',
  subscriptionKey: 'demo-key',
  merchantSerialNumber: '123456',
};

const credentialNames = {
  clientId: 'VIPPS_CLIENT_ID',
  clientSecret: 'VIPPS_CLIENT_SECRET',
  subscriptionKey: 'VIPPS_SUBSCRIPTION_KEY',
  merchantSerialNumber: 'VIPPS_MSN',
} as const;

const baseUrls = { test: 'https://apitest.vipps.no', production: 'https://api.vipps.no' } as const;
const vippsImageHosts = ['*.vipps.no', '*.vippsmobilepay.com'];
// Required by eCom; in the demo nobody follows them.
const unusedReturnUrl = 'https://tillside.invalid/thank-you';

const tillsSchema = z
  .array(
    z.strictObject({
      id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,23}$/, 'letters, digits, - and _, at most 24'),
      name: z.string().trim().min(1).max(60),
      msn: z
        .string()
        .regex(/^\d{5,6}$/, '5-6 digits')
        .optional(),
      currency: z.enum(currencies).default('NOK'),
      locale: z.string().refine(isLocale, 'a locale such as nb-NO').default('en-NO'),
      brand: z.enum(['vipps', 'mobilepay']).default('vipps'),
    }),
  )
  .min(1);

function isLocale(value: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(value).length > 0;
  } catch {
    return false;
  }
}

function readCredentials(read: EnvReader, environment: Config['environment']): Credentials {
  if (environment === 'demo') return demoCredentials;
  const credentials = { ...demoCredentials };
  for (const [field, name] of Object.entries(credentialNames)) {
    const value = read.text(name);
    if (value === undefined) read.wrong(name, undefined, 'the value from portal.vippsmobilepay.com');
    else if (!/^[\x21-\x7e]+$/.test(value)) read.problems.push(`${name} holds characters that no key has.`);
    else credentials[field as keyof Credentials] = value;
  }
  if (!/^\d{5,6}$/.test(credentials.merchantSerialNumber)) {
    read.wrong('VIPPS_MSN', credentials.merchantSerialNumber, '5-6 digits');
  }
  return credentials;
}

function readEnvironment(read: EnvReader): Config['environment'] {
  const set = Object.values(credentialNames).filter((name) => read.text(name) !== undefined);
  const environment = read.choice(
    'VIPPS_ENVIRONMENT',
    ['demo', 'test', 'production'],
    set.length > 0 ? 'test' : 'demo',
  );
  if (environment === 'demo' && set.length > 0) {
    read.problems.push(
      `VIPPS_ENVIRONMENT is "demo" but ${set.join(', ')} is set; the demo takes no credentials.`,
    );
  }
  return environment;
}

function readTills(
  read: EnvReader,
  { environment, api, msn }: Pick<Config, 'environment' | 'api'> & { msn: string },
  readFile: ReadFile,
): TillView[] {
  const file = read.text('TILLS_FILE');
  const one = [{ id: '1', name: 'Till 1' }];
  let json: unknown = one;
  try {
    if (file !== undefined) json = JSON.parse(readFile(file));
  } catch (error) {
    const why = error instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
    read.problems.push(`TILLS_FILE is "${file}", which ${why}; it accepts a JSON file with a list of tills.`);
  }
  const tills = tillsSchema.safeParse(json);
  if (!tills.success) {
    const first = tills.error.issues[0];
    const where = first?.path.map((part) => `${String(part)}.`).join('') ?? '';
    read.problems.push(`TILLS_FILE: ${where.replace(/\.$/, ': ')}${first?.message}.`);
    return [];
  }
  const ids = new Set(tills.data.map((till) => till.id));
  if (ids.size < tills.data.length) read.problems.push('TILLS_FILE: every till needs an id of its own.');
  for (const till of tills.data) {
    if (api === 'ecom' && till.currency !== 'NOK')
      read.problems.push(`TILLS_FILE: till ${till.id}: eCom sells in NOK only.`);
    if (till.msn !== undefined && till.msn !== msn) {
      read.problems.push(
        `TILLS_FILE: till ${till.id}: msn must be VIPPS_MSN; several are not supported yet.`,
      );
    }
  }
  return tills.data.map(({ msn: _, ...till }) => ({ ...till, environment }));
}

function readDatabase(read: EnvReader, environment: Config['environment']): string {
  // Sales that never were stay out of the shop's own history.
  const value =
    read.text('DATABASE_URL') ?? (environment === 'demo' ? 'file:data/demo.db' : 'file:data/tillside.db');
  if (value.startsWith('file:') && value.length > 5) return value.slice(5);
  const holds = /^[a-z]+:/i.exec(value)?.[0] ?? 'not a URL';
  read.wrong('DATABASE_URL', holds, 'file:PATH');
  return '';
}

type ReadFile = (file: string) => string;

/**
 * @param readFile reads TILLS_FILE.
 * @throws ConfigError
 */
export function toConfig(env: Env, readFile: ReadFile): Config {
  const read = new EnvReader(env);
  const environment = readEnvironment(read);
  const credentials = readCredentials(read, environment);
  const api = read.choice('VIPPS_API', ['ecom', 'epayment'] as const, 'ecom');
  const access = readAccess(read);
  const simulatorPort = read.port('SIMULATOR_PORT', 3001);
  const ownSimulator = environment === 'demo' && read.text('VIPPS_BASE_URL') === undefined;
  const fixed = environment === 'demo' ? `http://127.0.0.1:${simulatorPort}` : baseUrls[environment];
  const baseUrl = read.url('VIPPS_BASE_URL', read.text('VIPPS_BASE_URL') ?? fixed, true);
  if (baseUrl !== null && baseUrl.pathname !== '/') {
    read.wrong('VIPPS_BASE_URL', `${baseUrl.origin}${baseUrl.pathname}`, 'an address without a path');
  }
  // Only eCom sends them on.
  const needed = environment === 'demo' || api === 'epayment' ? unusedReturnUrl : undefined;
  const fallbackUrl = read.url('FALLBACK_URL', read.text('FALLBACK_URL') ?? needed, false);
  const callbackUrl = read.url('CALLBACK_URL', read.text('CALLBACK_URL') ?? needed, false);
  const hosts = read.hosts('VIPPS_QR_IMAGE_HOSTS');
  const ownDouble = baseUrl?.protocol === 'http:' ? [baseUrl.host] : [];
  const config = {
    ...{
      environment,
      credentials,
      simulator: ownSimulator ? { host: access.host, port: simulatorPort } : null,
    },
    ...access,
    port: read.port('PORT', 3000),
    systemName: read.short('VIPPS_SYSTEM_NAME'),
    pluginName: read.short('VIPPS_PLUGIN_NAME'),
    qrImageHosts: hosts ?? [...vippsImageHosts, ...ownDouble],
    api,
    capture: read.choice('CAPTURE', ['auto', 'manual'], 'auto'),
    databaseFile: readDatabase(read, environment),
    tills: readTills(read, { environment, api, msn: credentials.merchantSerialNumber }, readFile),
  };
  if (read.problems.length > 0 || baseUrl === null || fallbackUrl === null || callbackUrl === null) {
    throw new ConfigError(read.problems.join('\n'));
  }
  return { ...config, baseUrl, fallbackUrl: fallbackUrl.href, callbackUrl: callbackUrl.href };
}
