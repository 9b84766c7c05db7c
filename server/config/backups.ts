// Where copies of the database go.
import type { EnvReader } from './env-reader.ts';

export type BackupsConfig = {
  /** null: nobody has named one. */
  folder: string | null;
};

export function readBackups(read: EnvReader): BackupsConfig {
  return { folder: read.text('BACKUP_DIR') ?? null };
}
