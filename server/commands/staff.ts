// `npm run staff`: who can sign in, from the machine of the server, also when nobody can sign in any more.
import { parseArgs } from 'node:util';
import { nameKey } from '../access/secrets/tokens.ts';
import type { Staff } from '../access/staff/staff.ts';
import { chosenPinSchema, newStaffSchema } from '../contract/access.ts';
import { validate } from '../http/errors.ts';
import type { StaffMember } from '../store/access-store.ts';
import { askForPin } from './ask-pin.ts';
import { actHere, runCommand, say, shopNamed, Usage } from './command.ts';
import { giveUpPepper, type OpenedStaff, withStaff } from './with-staff.ts';

const usage = `npm run staff -- add <name> --role cashier|manager [--shop <id>]
npm run staff -- list
npm run staff -- reset-pin <name>
npm run staff -- unlock <name>   after too many wrong PINs
npm run staff -- remove <name>
npm run staff -- new-pepper   when the pepper file is lost: everybody needs a new PIN then
Without --shop it is somebody of all shops. The PIN is asked for, or is the first line of standard input.`;

const noPins = `A PIN is not taken as an argument, which other programs and the shell's history see. Without --pin it is asked for, or is the
first line of standard input. Choose another than the one that you have just written.`;

type Options = { role?: string | undefined; shop?: string | undefined };
type Command = (opened: OpenedStaff, name: string, options: Options) => Promise<void>;

async function memberCalled(staff: Staff, name: string): Promise<StaffMember> {
  const found = (await staff.list(null)).find((member) => nameKey(member.name) === nameKey(name));
  if (found === undefined) throw new Usage(`There is nobody called ${name}.`);
  return found;
}

const commands: Readonly<Record<string, Command>> = {
  async add({ staff, config, clock }, name, { role, ...options }) {
    if (role !== 'cashier' && role !== 'manager') throw new Usage(usage);
    const shop = shopNamed(options.shop, config);
    const person = validate(newStaffSchema, { name, role, shop, pin: await askForPin() });
    const added = await staff.add(person, actHere('staff_added', clock.nowMs()));
    say(`${added.name} can sign in as a ${added.role}${shop === null ? '' : ` of shop ${shop}`}.`);
  },
  async 'reset-pin'({ staff, clock }, name) {
    const { id } = await memberCalled(staff, name);
    const wanted = validate(chosenPinSchema, await askForPin());
    const changed = await staff.resetPin(id, wanted, null, actHere('pin_reset', clock.nowMs()));
    say(`${changed.name} has a new PIN, and is signed out everywhere.`);
  },
  async unlock({ staff, clock }, name) {
    const { id } = await memberCalled(staff, name);
    const unlocked = await staff.unlock(id, null, actHere('name_unlocked', clock.nowMs()));
    say(`${unlocked.name} can sign in from any device.`);
  },
  async remove({ staff, clock }, name) {
    const member = await memberCalled(staff, name);
    await staff.remove(member.id, null, actHere('staff_removed', clock.nowMs()));
    say(`${member.name} cannot sign in any more.`);
  },
};

async function list(staff: Staff): Promise<void> {
  const locked = await staff.listLocked();
  for (const { id, name, role, shop, lastSignInAtMs } of await staff.list(null)) {
    const last = lastSignInAtMs === null ? 'never signed in' : new Date(lastSignInAtMs).toISOString();
    const whose = shop === null ? 'all shops' : `shop ${shop}`;
    const isLocked = locked.has(id) ? ['(locked)'] : [];
    say([role.padEnd(7), last.padEnd(24), whose, name, ...isLocked].join('  '));
  }
}

async function newPepper(): Promise<void> {
  const lost = await giveUpPepper();
  say(
    'There is a new pepper. These people need a new PIN, by npm run staff -- reset-pin <name> or from a manager:',
  );
  for (const { role, name } of lost) say(`${role.padEnd(7)}  ${name}`);
}

await runCommand(async () => {
  const text = { type: 'string' } as const;
  const options = { role: text, shop: text };
  if (process.argv.some((word) => /^--pin(=|$)/.test(word))) throw new Usage(noPins);
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [what = '', name, more] = positionals;
  const command = Object.hasOwn(commands, what) ? commands[what] : undefined;
  if (what === 'new-pepper' && name === undefined) {
    await newPepper();
    return;
  }
  if (more !== undefined || (what === 'list' ? name !== undefined : !command || !name))
    throw new Usage(usage);
  await withStaff(async (opened) => {
    await (command && name !== undefined ? command(opened, name, values) : list(opened.staff));
  });
});
