// `npm run restore`, as a process of its own.
import { copyFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { openSqlite } from '../store/sqlite/sqlite.ts';
import { aShopDatabase, rowsOf, sell } from '../testing/files/shop-database.ts';
import { aMachine } from '../testing/run-command.ts';

async function aBackup({ run, file }: ReturnType<typeof aMachine>): Promise<string> {
  const store = await aShopDatabase(dirname(file), 3);
  expect(await run('backup', [])).toMatchObject({ code: 0 });
  await sell(store, 4);
  await store.close();
  return join('backups', readdirSync(join(dirname(file), 'backups'))[0] ?? '');
}

test('[P12] a backup is put back, told of in sentences, and on record', async () => {
  const machine = aMachine();
  const { run, file } = machine;
  const backup = await aBackup(machine);
  const { code, out, said } = await run('restore', [backup]);
  expect({ code, said }).toEqual({ code: 0, said: '' });
  expect(out).toMatch(
    /^\S+shop\.db is now what \S+ holds: 3 payments\.\nThe database that was there is kept as /,
  );
  expect(rowsOf(file)['payments']).toHaveLength(3);
  const store = await openSqlite(file);
  const [entry] = await store.audit.list({ shop: null, kind: 'backup_restored' }, null, 1);
  expect(entry).toMatchObject({ who_kind: 'command', about: backup.slice('backups/'.length) });
  await store.close();
});

test('a machine that has no database yet, nor its folder, gets one', async () => {
  const machine = aMachine();
  const backup = await aBackup(machine);
  const other = aMachine();
  copyFileSync(join(dirname(machine.file), backup), join(dirname(other.file), 'moved.db'));
  expect(await other.run('restore', ['moved.db'])).toMatchObject({ code: 0, said: '' });
  expect(rowsOf(other.file)['payments']).toHaveLength(3);
});

test('beside a running server it says so in a sentence, and changes nothing', async () => {
  const machine = aMachine();
  const backup = await aBackup(machine);
  const store = await openSqlite(machine.file);
  const ended = await machine.run('restore', [backup]);
  expect(ended).toMatchObject({
    code: 1,
    out: '',
    said: expect.stringMatching(/^A server, .*Stop it first\.\n$/),
  });
  await store.close();
  expect(rowsOf(machine.file)['payments']).toHaveLength(4);
});

test.each([[[]], [['a', 'b']]])('called wrongly, with %j, it says how to call it', async (words) => {
  expect(await aMachine().run('restore', words)).toMatchObject({
    code: 1,
    said: expect.stringContaining('npm run restore'),
  });
});
