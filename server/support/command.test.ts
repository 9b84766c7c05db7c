// `npm run support-bundle`, as a process of its own.
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { forPrograms } from '../simulator/testing/program.ts';
import { openSqlite } from '../store/sqlite/sqlite.ts';

const command = fileURLToPath(new URL('../commands/support-bundle.ts', import.meta.url));
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tillside-support-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
});

function run(...words: string[]): Promise<{ code: number | string; out: string; said: string }> {
  const env = { ...forPrograms, DATABASE_URL: 'file:shop.db' };
  return new Promise((resolve) => {
    execFile(process.execPath, [command, ...words], { cwd: folder, env }, (error, out, said) => {
      resolve({ code: error?.code ?? 0, out, said });
    });
  });
}

test('a bundle is one file for its owner alone, and one sentence says where it is', async () => {
  const store = await openSqlite(join(folder, 'shop.db'));
  onTestFinished(() => store.close());
  writeFileSync(join(folder, 'log'), 'first\nAuthorization: Bearer canary\n');
  const { code, out } = await run('--log', 'log');
  expect(code).toBe(0);
  const [made = ''] = readdirSync(folder).filter((name) => name.startsWith('tillside-support-'));
  expect(made).toMatch(/^tillside-support-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z\.json$/);
  expect(out.trim().split('\n')).toHaveLength(1);
  expect(out).toContain(made);
  expect(statSync(join(folder, made)).mode & 0o777).toBe(0o600);
  const bundle = JSON.parse(readFileSync(join(folder, made), 'utf8'));
  expect(bundle).toMatchObject({
    about: { version: expect.any(String), node: process.version },
    configuration: { environment: 'demo', databaseFile: 'shop.db' },
    database: { serverIsRunning: true, payments: [] },
    log: ['first', 'Authorization: [secret]'],
  });
});

test('a bundle goes where it is wanted, and over no other file', async () => {
  await (await openSqlite(join(folder, 'shop.db'))).close();
  expect(await run('mine.json')).toMatchObject({ code: 0, out: expect.stringContaining('mine.json') });
  const before = readFileSync(join(folder, 'mine.json'));
  const { code, said } = await run('mine.json');
  expect({ code, said }).toEqual({
    code: 1,
    said: expect.stringMatching(/^There is a file .*mine\.json already.*\n$/),
  });
  expect(readFileSync(join(folder, 'mine.json'))).toEqual(before);
});

test('without a database it is a sentence, and no file', async () => {
  const { code, said } = await run();
  expect({ code, said }).toEqual({
    code: 1,
    said: expect.stringMatching(/^There is no database shop\.db .*\n$/),
  });
  expect(readdirSync(folder)).toEqual([]);
});
