// `npm run keys`: API keys for programs such as a POS.
import { parseArgs } from 'node:util';
import { createKeys, type Keys } from '../access/keys.ts';
import { type Opened, runCommand, say, Usage, withDatabase } from './command.ts';

const usage = `npm run keys -- add <name> [--till <id>]   makes a key and prints it, this once
npm run keys -- list
npm run keys -- revoke <name>`;

async function add({ config }: Opened, keys: Keys, name: string, till: string | undefined): Promise<void> {
  if (till !== undefined && !config.tills.some(({ id }) => id === till)) {
    throw new Usage(`There is no till ${till}; there is ${config.tills.map(({ id }) => id).join(', ')}.`);
  }
  const key = await keys.add(name, till ?? null);
  say(
    `The key ${name} acts for ${till === undefined ? 'all tills' : `till ${till}`}. It is shown this once:`,
  );
  say(key);
}

async function list(keys: Keys): Promise<void> {
  for (const { name, till, createdAtMs } of await keys.list()) {
    say([new Date(createdAtMs).toISOString(), till === null ? 'all tills' : `till ${till}`, name].join('  '));
  }
}

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    options: { till: { type: 'string' } },
    allowPositionals: true,
  });
  const [what, name, more] = positionals;
  const isWhole = more === undefined && (what === 'list') === (name === undefined) && name !== '';
  if (!isWhole) throw new Usage(usage);
  await withDatabase(async (opened) => {
    const keys = createKeys(opened.store.access, opened.clock);
    if (what === 'add' && name !== undefined) await add(opened, keys, name, values.till);
    else if (what === 'list') await list(keys);
    else if (what === 'revoke' && name !== undefined) {
      await keys.revoke(name);
      say(`The key ${name} opens nothing any more.`);
    } else throw new Usage(usage);
  });
});
