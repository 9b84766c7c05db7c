// `npm run staff`, as a process of its own.
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { settlePepper } from '../access/secrets/settle-pepper.ts';
import { createPins } from '../access/staff/pin.ts';
import { openSqlite } from '../store/sqlite/sqlite.ts';
import { aMachine } from '../testing/run-command.ts';

const pin = '947263';
const another = '580374';

async function isPinOf(file: string, name: string, pin: string): Promise<boolean> {
  const store = await openSqlite(file);
  const pepper = await settlePepper(store.access, `${file}.pepper`);
  const found = await store.access.findStaff(name);
  await store.close();
  return createPins({ pepper }).inTurn(['known', name], (isRight) => isRight(pin, found?.pinHash ?? null));
}

test('[P7] a PIN is the first line of standard input, and is printed nowhere', async () => {
  const { run, file } = aMachine();
  const added = await run('staff', ['add', 'Ola', '--role', 'cashier'], `${pin}\r\nand more\n`);
  expect(added).toEqual({ code: 0, out: 'Ola can sign in as a cashier.\n', said: '' });
  expect(await isPinOf(file, 'ola', pin)).toBe(true);
  const changed = await run('staff', ['reset-pin', 'OLA'], another);
  expect(changed).toMatchObject({ code: 0, said: '' });
  expect(changed.out).not.toContain(another);
  expect(await isPinOf(file, 'ola', another)).toBe(true);
});

test.each([['--pin', pin], [`--pin=${pin}`]])(
  '[P7] a PIN is not taken as an argument: %s',
  async (...words) => {
    const { run, file } = aMachine();
    const ended = await run('staff', ['add', 'Ola', '--role', 'cashier', ...words], `${pin}\n`);
    expect(ended).toMatchObject({ code: 1, out: '' });
    expect(ended.said).toMatch(/^A PIN is not taken as an argument/);
    expect(ended.said).not.toContain(pin);
    expect(existsSync(file)).toBe(false);
  },
);

test.each([
  ['nothing', '', 'There is no PIN'],
  ['an empty line', '\n', 'There is no PIN'],
  ['more than a PIN can be', '1'.repeat(100_000), '6 to'],
])('[P7] %s on standard input adds nobody', async (_, input, said) => {
  const { run } = aMachine();
  const ended = await run('staff', ['add', 'Ola', '--role', 'cashier'], input);
  expect(ended).toMatchObject({ code: 1, out: '', said: expect.stringContaining(said) });
  expect((await run('staff', ['list'])).out).toBe('');
});
