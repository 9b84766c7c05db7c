// `npm run staff`: who can sign in, from the machine of the server, also when nobody can sign in any more.
import { parseArgs } from 'node:util';
import type { Staff } from '../access/staff.ts';
import { nameKey } from '../access/tokens.ts';
import { newStaffSchema, pinSchema } from '../contract-access.ts';
import { validate } from '../http/errors.ts';
import type { StaffMember } from '../store/access-store.ts';
import { askForPin } from './ask-pin.ts';
import { runCommand, say, Usage, withDatabase } from './command.ts';

const usage = `npm run staff -- add <name> --role cashier|manager [--pin <pin>]
npm run staff -- list
npm run staff -- reset-pin <name> [--pin <pin>]
npm run staff -- remove <name>
Without --pin it asks for one.`;

type Options = { role?: string | undefined; pin?: string | undefined };
type Command = (staff: Staff, name: string, options: Options) => Promise<void>;

async function memberCalled(staff: Staff, name: string): Promise<StaffMember> {
  const found = (await staff.list()).find((member) => nameKey(member.name) === nameKey(name));
  if (found === undefined) throw new Usage(`There is nobody called ${name}.`);
  return found;
}

const commands: Readonly<Record<string, Command>> = {
  async add(staff, name, { role, pin }) {
    if (role !== 'cashier' && role !== 'manager') throw new Usage(usage);
    const person = validate(newStaffSchema, { name, role, pin: pin ?? (await askForPin()) });
    const added = await staff.add(person);
    say(`${added.name} can sign in as a ${added.role}.`);
  },
  async 'reset-pin'(staff, name, { pin }) {
    const { id } = await memberCalled(staff, name);
    const changed = await staff.resetPin(id, validate(pinSchema, pin ?? (await askForPin())));
    say(`${changed.name} has a new PIN, and is signed out everywhere.`);
  },
  async remove(staff, name) {
    const member = await memberCalled(staff, name);
    await staff.remove(member.id);
    say(`${member.name} cannot sign in any more.`);
  },
};

async function list(staff: Staff): Promise<void> {
  for (const { name, role, lastSignInAtMs } of await staff.list()) {
    const last = lastSignInAtMs === null ? 'never signed in' : new Date(lastSignInAtMs).toISOString();
    say([role.padEnd(7), last.padEnd(24), name].join('  '));
  }
}

await runCommand(async () => {
  const options = { role: { type: 'string' }, pin: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [what = '', name, more] = positionals;
  const command = Object.hasOwn(commands, what) ? commands[what] : undefined;
  if (more !== undefined || (what === 'list' ? name !== undefined : !command || !name))
    throw new Usage(usage);
  await withDatabase(async ({ staff }) => {
    await (command && name !== undefined ? command(staff, name, values) : list(staff));
  });
});
