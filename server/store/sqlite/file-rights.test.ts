// Who else on this machine can open what the server keeps. Of Windows, whose rights are others, nothing is claimed.
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { aPayment } from '../../testing/payments.ts';
import { rightsNotice } from './file-rights.ts';
import { openBeside } from './open-beside-server.ts';
import { openSqlite } from './sqlite.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tillside-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
});

const rights = (path: string) => (statSync(path).mode & 0o777).toString(8);
const rightsIn = (path: string) =>
  Object.fromEntries(readdirSync(path).map((name) => [name, rights(join(path, name))]));
const entry = { version: 2, atMs: 0, event: 'created', state: 'presented', by: null, detail: {} } as const;

async function opened(file: string, open: (file: string) => ReturnType<typeof openSqlite> = openSqlite) {
  const store = await open(file);
  onTestFinished(() => store.close());
  return store;
}

describe.skipIf(process.platform === 'win32')('[P8] what the server keeps', () => {
  test.each([
    ['the server', openSqlite],
    ['a command', openBeside],
  ])('is for its user alone, also the folders that %s makes for it', async (_, open) => {
    const below = join(folder, 'shops', 'data');
    await (await opened(join(below, 'shop.db'), open)).create(aPayment(), entry, null);
    expect([rights(join(folder, 'shops')), rights(below)]).toEqual(['700', '700']);
    const own = '600';
    const all = { 'shop.db': own, 'shop.db-wal': own, 'shop.db-shm': own, 'shop.db.lock': own };
    expect(rightsIn(below)).toEqual(all);
  });

  test('has the rights that it had, where it was there before', async () => {
    const file = join(folder, 'shop.db');
    await (await openSqlite(file)).close();
    chmodSync(file, 0o640);
    await opened(file);
    expect(rights(file)).toBe('640');
  });
});

describe('[P8] a database that others can open', () => {
  test('is told of, with the command that closes it and what lies beside it', async () => {
    const file = join(folder, 'shop.db');
    await opened(file);
    expect(rightsNotice(file)).toBeNull();
    chmodSync(file, 0o640);
    chmodSync(`${file}-wal`, 0o604);
    expect(rightsNotice(file)).toBe(
      `Other users of this machine can open what Tillside keeps in ${file}. Close it to them: chmod 600 ${file} ${file}-wal`,
    );
  });

  test('is told of by the file that a link leads to, and in words that a shell reads as they are meant', async () => {
    const below = join(folder, "Kari's till");
    mkdirSync(below);
    const [file, link] = [join(below, 'shop.db'), join(folder, 'link.db')];
    await opened(file);
    symlinkSync(file, link);
    chmodSync(file, 0o644);
    const quoted = `'${file.replace("'", "'\\''")}'`;
    expect(rightsNotice(link)).toMatch(new RegExp(`: chmod 600 ${RegExp.escape(quoted)}$`));
  });

  test('is nothing to say of in memory, and on Windows, where a mode tells nothing', async () => {
    const file = join(folder, 'shop.db');
    await opened(file);
    chmodSync(file, 0o644);
    expect([rightsNotice(':memory:'), rightsNotice(file, [], 'win32')]).toEqual([null, null]);
  });
});
