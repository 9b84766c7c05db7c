// Why a database cannot be opened, in sentences that say what to do.
import { StoreUnavailable } from '../../core/store-unavailable.ts';
import { putBackWords, StoreUnusable } from '../errors.ts';
import { toStoreError } from './dialect.ts';

/** What a person has to know who has just tried to start a server. */
export function unusable(
  file: string,
  error: unknown,
  newestBackup: () => string | null = () => null,
): unknown {
  const known = toStoreError(error);
  if (!(known instanceof StoreUnavailable)) return error;
  const rights = 'that this user may write it and its folder';
  const said = {
    full: `The disk is full, so the database ${file} cannot be written. Make room on it.`,
    locked: `The database ${file} is locked by another program. Close that program.`,
    corrupt: `The file ${file} is damaged, or no database at all. It has been left as it is: ${putBackWords(newestBackup())}`,
    read_only: `The database ${file} is read-only. See to it ${rights}.`,
    io: `The database ${file} cannot be opened (${sqliteSays(known)}). Check its path, its disk, and ${rights}.`,
  };
  return new StoreUnusable(said[known.reason], { cause: known });
}

const sqliteSays = ({ cause }: StoreUnavailable) => (cause instanceof Error ? cause.message : 'no reason');
