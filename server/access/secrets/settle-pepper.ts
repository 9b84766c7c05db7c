// Brings the database and its pepper together: a start makes one where none is needed yet, and never in place of one that is.
import type { AccessStore, StaffMember } from '../../store/access-store.ts';
import { StoreUnusable } from '../../store/errors.ts';
import { realPath } from '../../store/sqlite/file-rights.ts';
import { lostPin, pepperIdOf, withPepper } from '../staff/stored-pin.ts';
import type { Pepper } from './pepper.ts';
import { makePepper, readPepper } from './pepper-file.ts';

type PinStore = Pick<AccessStore, 'listPinHashes' | 'changePinHashes'>;

/** @returns where the pepper of a database lies; null for the demo, whose PIN everybody knows, and for a database in memory. */
export function pepperFileOf(
  { environment, pepperFile }: { environment: string; pepperFile: string | null },
  database: string,
): string | null {
  if (environment === 'demo' || database === ':memory:') return null;
  return pepperFile ?? `${realPath(database)}.pepper`;
}

const lost =
  'If it is lost, no PIN can be checked any more: npm run staff -- new-pepper makes another one, and then npm run staff -- reset-pin <name> gives each person a new PIN.';

async function idsIn(store: PinStore): Promise<Set<string>> {
  const ids = (await store.listPinHashes()).map(pepperIdOf);
  return new Set(ids.filter((id) => id !== null));
}

/**
 * Makes the pepper if no PIN needs one yet, and puts it into all PINs that are stored without.
 * @throws StoreUnusable when it is not the one that PINs are stored with, or is not there.
 */
export async function settlePepper(store: PinStore, file: string): Promise<Pepper> {
  const ids = await idsIn(store);
  const found = readPepper(file);
  if (found === null && ids.size > 0) {
    throw new StoreUnusable(
      `The PINs in the database go with the pepper file ${file}, which is not there. Put its copy back, or set PEPPER_FILE to where it is. ${lost}`,
    );
  }
  const pepper = found ?? makePepper(file);
  if ([...ids].some((id) => id !== pepper.id)) {
    throw new StoreUnusable(
      `The pepper in ${file} is not the one that the PINs in the database go with. Put the copy of that one back, or set PEPPER_FILE to where it is. ${lost}`,
    );
  }
  await store.changePinHashes((stored) => withPepper(stored, pepper));
  return pepper;
}

/**
 * Gives up the pepper that is lost: the one in the file, or a new one, is that of the database from now on.
 * @returns whose PINs are lost with it; null when none is.
 * @throws StoreUnusable
 */
export async function replacePepper(store: PinStore, file: string): Promise<StaffMember[] | null> {
  const ids = await idsIn(store);
  const pepper = readPepper(file) ?? makePepper(file);
  if (![...ids].some((id) => id !== pepper.id)) return null;
  const isLost = (stored: string) => ![null, pepper.id].includes(pepperIdOf(stored));
  return store.changePinHashes((stored) => (isLost(stored) ? lostPin : null));
}
