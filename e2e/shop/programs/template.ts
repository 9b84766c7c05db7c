// The database of a shop that has been set up, kept for the next shops of this worker: a PIN takes long to hash, on purpose.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { makeFolder } from './folder.ts';

let template: { file: string; session: string } | null = null;

/** @param session the manager's, which is in the database. */
export function keepTemplate(database: string, session: string): void {
  const file = join(makeFolder('template'), 'shop.db');
  const live = new DatabaseSync(database, { readOnly: true, timeout: 30_000 });
  live.prepare('VACUUM INTO ?').run(file);
  live.close();
  copyFileSync(`${database}.pepper`, `${file}.pepper`);
  template = { file, session };
}

/** Puts the database of a shop that has been set up there. @returns the manager's session; null when there has been no such shop yet. */
export function takeTemplate(database: string): string | null {
  if (template === null) return null;
  copyFileSync(template.file, database);
  copyFileSync(`${template.file}.pepper`, `${database}.pepper`);
  return template.session;
}
