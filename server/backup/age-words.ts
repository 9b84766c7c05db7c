// How old the newest backup is, in a sentence.
import type { BackupsConfig } from '../config/backups.ts';
import { backupsIn, type Environment } from './names.ts';

const hourMs = 3_600_000;

function ageOf(ms: number): string {
  const hours = Math.max(0, Math.round(ms / hourMs));
  return hours < 48 ? `${hours} ${hours === 1 ? 'hour' : 'hours'}` : `${Math.round(hours / 24)} days`;
}

export function backupAgeWords({ folder }: BackupsConfig, environment: Environment, nowMs: number): string {
  if (folder === null) return 'Backups: none is made by itself. Set BACKUP_DIR to a folder on another disk.';
  try {
    const newest = backupsIn(folder).find((found) => found.environment === environment);
    if (newest === undefined) return `Backups: there is none in ${folder} yet.`;
    return `Backups: the newest in ${folder} is ${ageOf(nowMs - newest.atMs)} old.`;
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? error.code : error;
    return `Backups: none can be made, as ${folder} cannot be read (${why}).`;
  }
}
