// Where copies of the database go, each night by themselves too, and how many of those are kept.
import type { EnvReader } from './env-reader.ts';

export type BackupsConfig = {
  /** null: nobody has named one, and none is made by itself. */
  folder: string | null;
  /** Of those that were made by themselves. */
  keep: number;
};

const usualKeep = 14;

export function readBackups(read: EnvReader): BackupsConfig {
  const folder = read.text('BACKUP_DIR') ?? null;
  const value = read.text('BACKUP_KEEP') ?? String(usualKeep);
  const keep = /^\d{1,4}$/.test(value) ? Number(value) : 0;
  if (keep === 0) read.wrong('BACKUP_KEEP', value, 'how many backups of nights are kept, 1 to 9999');
  return { folder, keep };
}
