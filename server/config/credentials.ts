// The credentials of each shop: its own, or those that all shops have in common (partner keys). Pure.
import type { TillView } from '../contract/payments.ts';
import type { Credentials } from '../vipps/http/access-token.ts';
import type { EnvReader } from './env-reader.ts';
import { suffixOf } from './merchant/of-shop.ts';

/** A shop, and who speaks for it at Vipps. The sales unit is that of its tills that name none. */
export type Shop = {
  id: string;
  credentials: Credentials;
  /** The names of the variables that the keys come from; none in the demo. */
  variables: readonly string[];
};

/** What the demo and the simulator use when nothing else is set. They open nothing. */
export const demoCredentials: Credentials = {
  clientId: 'demo-client',
  clientSecret: 'demo-secret',
  subscriptionKey: 'demo-key',
  merchantSerialNumber: '123456',
};

const names = {
  clientId: 'VIPPS_CLIENT_ID',
  clientSecret: 'VIPPS_CLIENT_SECRET',
  subscriptionKey: 'VIPPS_SUBSCRIPTION_KEY',
  merchantSerialNumber: 'VIPPS_MSN',
} as const;

export const credentialNames: readonly string[] = Object.values(names);
const credentialsSet = (read: EnvReader) => read.ofShops(credentialNames);

/** A shop never slips into the demo unseen: whatever credential is set, for whichever shop, rules it out. */
export function readEnvironment(read: EnvReader): TillView['environment'] {
  const set = credentialsSet(read).map(({ name }) => name);
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

const namesWith = (suffix: string) => credentialNames.map((name) => name + suffix);

function checkMsn(read: EnvReader, suffix: string, msn: string): void {
  if (!/^\d{5,6}$/.test(msn)) read.wrong(`VIPPS_MSN${suffix}`, msn, '5-6 digits');
}

function readSet(read: EnvReader, suffix: string): Credentials {
  const credentials = { ...demoCredentials };
  for (const [field, plain] of Object.entries(names)) {
    const name = plain + suffix;
    const value = read.text(name);
    if (value === undefined) read.wrong(name, undefined, 'the value from portal.vippsmobilepay.com');
    else if (!/^[\x21-\x7e]+$/.test(value)) read.problems.push(`${name} holds characters that no key has.`);
    else credentials[field as keyof Credentials] = value;
  }
  checkMsn(read, suffix, credentials.merchantSerialNumber);
  return credentials;
}

/** @param ids of all shops that have tills. */
export function readShops(
  read: EnvReader,
  environment: TillView['environment'],
  ids: readonly string[],
): Shop[] {
  if (environment === 'demo') return ids.map((id) => ({ id, credentials: demoCredentials, variables: [] }));
  const suffixes = new Set(['', ...ids.map(suffixOf)]);
  for (const { name, ending } of credentialsSet(read)) {
    if (!suffixes.has(ending)) read.problems.push(`${name} is set, but no till is of that shop.`);
  }
  let shared: Credentials | null = null;
  return ids.map((id): Shop => {
    const suffix = suffixOf(id);
    const keys = [names.clientId, names.clientSecret, names.subscriptionKey];
    const hasOwn = keys.some((name) => read.text(name + suffix) !== undefined);
    if (hasOwn) return { id, credentials: readSet(read, suffix), variables: namesWith(suffix) };
    shared ??= readSet(read, '');
    const own = read.text(names.merchantSerialNumber + suffix);
    if (own !== undefined) checkMsn(read, suffix, own);
    const merchantSerialNumber = own ?? shared.merchantSerialNumber;
    return { id, credentials: { ...shared, merchantSerialNumber }, variables: namesWith('') };
  });
}
