// `npm run keys`: API keys for programs such as a POS.
import { parseArgs } from 'node:util';
import { createKeys, type Keys } from '../access/api-keys.ts';
import type { Scope } from '../access/policy.ts';
import type { Config } from '../config/config.ts';
import { runCommand, say, shopNamed, Usage, withDatabase } from './command.ts';

const usage = `npm run keys -- add <name> [--shop <id> | --till <id>]   makes a key and prints it, this once
npm run keys -- list
npm run keys -- revoke <name>`;

function wordsFor({ shop, till }: Scope): string {
  if (till !== null) return `till ${till}`;
  return shop === null ? 'all tills' : `shop ${shop}`;
}

function reachNamed(
  options: { shop?: string | undefined; till?: string | undefined },
  config: Config,
): Scope {
  const { till = null } = options;
  if (till !== null && options.shop !== undefined) throw new Usage(usage);
  if (till !== null && !config.tills.some(({ id }) => id === till)) {
    throw new Usage(`There is no till ${till}; there is ${config.tills.map(({ id }) => id).join(', ')}.`);
  }
  return { shop: shopNamed(options.shop, config), till };
}

async function add(keys: Keys, name: string, scope: Scope): Promise<void> {
  const key = await keys.add(name, scope);
  say(`The key ${name} acts for ${wordsFor(scope)}. It is shown this once:`);
  say(key);
}

async function list(keys: Keys): Promise<void> {
  for (const { name, createdAtMs, ...scope } of await keys.list()) {
    say([new Date(createdAtMs).toISOString(), wordsFor(scope), name].join('  '));
  }
}

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    options: { shop: { type: 'string' }, till: { type: 'string' } },
    allowPositionals: true,
  });
  const [what, name, more] = positionals;
  const isWhole = more === undefined && (what === 'list') === (name === undefined) && name !== '';
  if (!isWhole) throw new Usage(usage);
  await withDatabase(async ({ store, clock, config }) => {
    const keys = createKeys(store.access, clock);
    if (what === 'add' && name !== undefined) await add(keys, name, reachNamed(values, config));
    else if (what === 'list') await list(keys);
    else if (what === 'revoke' && name !== undefined) {
      await keys.revoke(name);
      say(`The key ${name} opens nothing any more.`);
    } else throw new Usage(usage);
  });
});
