// [P10] A server that was killed while it wrote a database of before the write-ahead log leaves a journal, which the next rolls back.
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { inspect } from './inspect.ts';

const rows = 2_000;

/** The files as a kill in the middle of a transaction leaves them: some of it is in the database already. @returns the database's. */
function killed(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tillside-journal-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [file, left] = [join(folder, 'live.db'), join(folder, 'left.db')];
  const database = new DatabaseSync(file);
  onTestFinished(() => database.close());
  database.exec('create table notes (id integer primary key, text text not null); begin');
  const add = database.prepare('insert into notes (text) values (?)');
  for (let row = 0; row < rows; row += 1) add.run('before '.repeat(20));
  // What does not fit in so little is written before the end of the transaction.
  database.exec("commit; pragma cache_size = 1; begin; update notes set text = 'after'");
  for (const end of ['', '-journal']) copyFileSync(`${file}${end}`, `${left}${end}`);
  return left;
}

test('[P10] a database with the journal of a server that was killed is rolled back, and can be used', () => {
  const file = killed();
  inspect(file, []);
  expect(existsSync(`${file}-journal`)).toBe(false);
  const database = new DatabaseSync(file, { readOnly: true });
  onTestFinished(() => database.close());
  const [{ count } = {}] = database
    .prepare("select count(*) as count from notes where text like 'before%'")
    .all();
  expect(count).toBe(rows);
});
