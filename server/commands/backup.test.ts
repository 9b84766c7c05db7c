// `npm run backup`, as a process of its own.
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { settlePepper } from '../access/secrets/settle-pepper.ts';
import { readBackup } from '../backup/read-backup.ts';
import { aShopDatabase, layEarlierDatabase, rowsOf, sell } from '../testing/files/shop-database.ts';
import { aMachine } from '../testing/run-command.ts';

test('[P12] a backup beside a running server is whole, and on record', async () => {
  const { run, file } = aMachine();
  const store = await aShopDatabase(dirname(file), 5);
  await settlePepper(store.access, `${file}.pepper`);
  const { code, out, said } = await run('backup', []);
  expect({ code, said }).toEqual({ code: 0, said: '' });
  const [name = '', ...more] = readdirSync(join(dirname(file), 'backups'));
  expect(more).toEqual([]);
  expect(out).toContain(`${name} is the backup: 5 payments, `);
  expect(out).toContain(`The pepper is not in it: without ${file}.pepper nobody can sign in.`);
  expect(
    await readBackup(join(dirname(file), 'backups', name), { how: 'whole', belongsTo: null }),
  ).toMatchObject({ payments: 5 });
  const [entry] = await store.audit.list({ shop: null, kind: 'backup_made' }, null, 1);
  expect(entry).toMatchObject({ who_kind: 'command', about: expect.stringContaining(name) });
  await sell(store, 6);
  await store.close();
});

test('[P8] the pepper goes beside it only when somebody asks for it, for its user alone', async () => {
  const { run, file } = aMachine();
  const store = await aShopDatabase(dirname(file), 1);
  await settlePepper(store.access, `${file}.pepper`);
  await store.close();
  const to = join(dirname(file), 'stick');
  mkdirSync(to);
  expect(await run('backup', ['--to', 'stick', '--with-pepper'])).toMatchObject({ code: 0, said: '' });
  const pepper = join(to, readdirSync(to).find((name) => name.endsWith('.db.pepper')) ?? '');
  expect(readFileSync(pepper, 'utf8')).toBe(readFileSync(`${file}.pepper`, 'utf8'));
  expect(statSync(pepper).mode & 0o777).toBe(0o600);
});

test('[P12] whoever makes one is told that the authority of the shop’s own is not in it', async () => {
  const { run, file } = aMachine({ TLS: 'auto' });
  const store = await aShopDatabase(dirname(file), 1);
  await store.close();
  const { out } = await run('backup', []);
  expect(out).toContain(`without ${file}.authority every tablet has to trust another one.`);
});

test('a database of an earlier version is copied, and not brought up to date for that', async () => {
  const { run, file } = aMachine();
  layEarlierDatabase(file);
  const before = readFileSync(file);
  expect(await run('backup', [])).toMatchObject({ code: 0, said: '' });
  expect(readFileSync(file)).toEqual(before);
  const [name = ''] = readdirSync(join(dirname(file), 'backups'));
  expect(rowsOf(join(dirname(file), 'backups', name))).toEqual(rowsOf(file));
});

test.each([[['please']], [['--to=']]])('called wrongly, with %j, it says how to call it', async (words) => {
  expect(await aMachine().run('backup', words)).toMatchObject({
    code: 1,
    said: expect.stringContaining('npm run backup'),
  });
});
