// `npm run keys`: API keys for programs such as a POS.
import { parseArgs } from 'node:util';
import { createKeys, hasExpired, type Keys } from '../access/api-keys.ts';
import type { Scope } from '../access/policy.ts';
import type { Config } from '../config/config.ts';
import { type Clock, wallTimeMs } from '../core/clock.ts';
import type { StoredKey } from '../store/access-store.ts';
import { actHere, runCommand, say, shopNamed, Usage, withDatabase } from './command.ts';
import { readExpiry, readOverlapMs, readScopes } from './key-options.ts';

const usage = `npm run keys -- add <name> [--scope sell,refund,read,manage] [--shop <id> | --till <id>] [--expires <date>]
npm run keys -- list
npm run keys -- rotate <name> [--overlap 24h] [--expires <date>]
npm run keys -- remove <name>
A key is printed once. Without --scope it is for sell,refund,read; without --shop and --till it acts for all tills.
--expires is a day in UTC, such as 2027-01-01, at whose start it ends; or a time, such as 2027-01-01T03:00:00Z.
--overlap: for how long the old key goes on, in m, h or d; 0 ends it at once.`;

const text = { type: 'string' } as const;
const options = { scope: text, shop: text, till: text, expires: text, overlap: text };
type Options = { readonly [Name in keyof typeof options]?: string | undefined };
/** `tills`: those of the configuration, and those that managers have added. */
type Opened = { keys: Keys; config: Config; clock: Clock; tills: readonly string[] };
type Command = (opened: Opened, name: string, given: Options) => Promise<void>;

const iso = (ms: number) => new Date(ms).toISOString();

function wordsFor({ shop, till }: Scope): string {
  if (till !== null) return `till ${till}`;
  return shop === null ? 'all tills' : `shop ${shop}`;
}

const untilWords = (expiresAtMs: number | null) =>
  expiresAtMs === null ? 'It does not expire.' : `It expires at ${iso(expiresAtMs)}.`;

function scopeNamed({ shop, till }: Options, { config, tills }: Opened): Scope {
  if (till !== undefined && shop !== undefined) throw new Usage(usage);
  if (till !== undefined && !tills.includes(till)) {
    throw new Usage(`There is no till ${till}; there is ${tills.join(', ')}.`);
  }
  return { shop: shopNamed(shop, config), till: till ?? null };
}

const commands: Readonly<Record<string, Command>> = {
  async add(opened, name, { overlap, ...given }) {
    const { keys, clock } = opened;
    if (overlap !== undefined) throw new Usage(usage);
    const scopes = readScopes(given.scope);
    const scope = scopeNamed(given, opened);
    const expiresAtMs = readExpiry(given.expires, clock.nowMs()) ?? null;
    const act = actHere('key_added', clock.nowMs());
    const token = await keys.add(name, { ...scope, scopes, expiresAtMs }, act);
    say(`The key ${name} may ${scopes.join(', ')} for ${wordsFor(scope)}. ${untilWords(expiresAtMs)}`);
    say('It is shown this once:');
    say(token);
  },
  async rotate({ keys, clock }, name, { overlap, expires, ...others }) {
    if (Object.keys(others).length > 0) throw new Usage(usage);
    const overlapMs = readOverlapMs(overlap);
    const rotation = { overlapMs, expiresAtMs: readExpiry(expires, clock.nowMs()) };
    const token = await keys.rotate(name, rotation, actHere('key_rotated', clock.nowMs()));
    const old = overlapMs === 0 ? 'opens nothing any more' : `goes on for ${overlap ?? '24h'} at most`;
    say(`The old key of ${name} ${old}. The new one is shown this once:`);
    say(token);
  },
  async remove({ keys, clock }, name, given) {
    if (Object.keys(given).length > 0) throw new Usage(usage);
    await keys.remove(name, actHere('key_revoked', clock.nowMs()));
    say(`The key ${name} opens nothing any more.`);
  },
};

function line(key: StoredKey, clock: Clock): string {
  const { expiresAtMs, lastUsedAtMs, oldEndsAtMs } = key;
  const expiry = expiresAtMs === null ? 'does not expire' : `expires ${iso(expiresAtMs)}`;
  const isRotating = oldEndsAtMs !== null && oldEndsAtMs > clock.steadyMs();
  return [
    iso(key.createdAtMs),
    wordsFor(key),
    key.scopes.join(','),
    hasExpired(key, clock) ? `EXPIRED ${iso(expiresAtMs ?? 0)}` : expiry,
    lastUsedAtMs === null ? 'never used' : `last used ${iso(lastUsedAtMs)}`,
    ...(isRotating ? [`old key until ${iso(wallTimeMs(oldEndsAtMs, clock))}`] : []),
    key.name,
  ].join('  ');
}

async function list({ keys, clock }: Opened): Promise<void> {
  for (const key of await keys.list()) say(line(key, clock));
}

await runCommand(async () => {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [what = '', name, more] = positionals;
  // It was called so before.
  const called = what === 'revoke' ? 'remove' : what;
  const command = Object.hasOwn(commands, called) ? commands[called] : undefined;
  const isWhole = what === 'list' ? name === undefined && Object.keys(values).length === 0 : command && name;
  if (more !== undefined || !isWhole) throw new Usage(usage);
  await withDatabase(async ({ store, clock, config }) => {
    const added = (await store.settings.readAll()).tills.filter(({ retiredAtMs }) => retiredAtMs === null);
    const tills = [...new Set([...config.tills, ...added].map(({ id }) => id))];
    const opened = { keys: createKeys(store.access, clock), config, clock, tills };
    await (command && name ? command(opened, name, values) : list(opened));
  });
});
