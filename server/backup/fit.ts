// Whether a backup may take the place of a database: what it is refused for.
import { readPepper } from '../access/secrets/pepper-file.ts';
import type { Belonging } from '../store/environment.ts';
import { pepperBeside } from './copy-pepper.ts';
import { BackupFailed } from './errors.ts';
import type { Contents } from './read-backup.ts';

const unchanged = 'Nothing has been changed.';

/** @param known the migrations of this version. @throws BackupFailed */
export function refuseForeign(
  backup: string,
  { migrations, version, others }: Contents,
  { environment }: Belonging,
  known: readonly string[],
): void {
  const later = migrations.filter((name) => !known.includes(name));
  if (later.length > 0) {
    const by = version === null ? '' : ` (${version})`;
    const what = `${backup} was written by a newer version of Tillside${by}: this one does not know ${later.join(', ')}.`;
    throw new BackupFailed(`${what} ${unchanged} Put it back with that version.`);
  }
  if (others === null) return;
  const what =
    'environment' in others
      ? `belongs to VIPPS_ENVIRONMENT=${others.environment}`
      : `holds sales of the sales unit ${others.msn}`;
  const here = `This machine is set up for ${environment}${'msn' in others ? ', and not for that sales unit' : ''}.`;
  throw new BackupFailed(`${backup} ${what}. ${here} ${unchanged} Check VIPPS_ENVIRONMENT and VIPPS_MSN.`);
}

/** `place`: the file that is to be put where the pepper belongs. `lost`: PINs need one that nobody has. */
export type PepperFit = 'fits' | 'lost' | { readonly place: string };

/**
 * @param pepperFile where the pepper belongs; null where none is used. @param goOnWithout somebody has decided to do without the PINs.
 * @throws BackupFailed when PINs in the backup go with another pepper than the one that is there.
 */
export function fitPepper(
  backup: string,
  { pepperIds }: Contents,
  pepperFile: string | null,
  goOnWithout: boolean,
): PepperFit {
  if (pepperFile === null || pepperIds.length === 0) return 'fits';
  const fits = (file: string) => pepperIds.every((id) => id === readPepper(file)?.id);
  if (fits(pepperFile)) return 'fits';
  const beside = pepperBeside(backup);
  const isThere = readPepper(pepperFile) !== null;
  if (!isThere && fits(beside)) return { place: beside };
  if (goOnWithout) return 'lost';
  const what = isThere
    ? `The pepper in ${pepperFile} is not the one that the PINs in ${backup} go with.`
    : `The PINs in ${backup} go with a pepper, and there is none in ${pepperFile}.`;
  const move =
    isThere && fits(beside)
      ? ` ${beside} is the right one: move ${pepperFile} away, and run this again.`
      : '';
  const put = move === '' ? ' Put the copy of the right one there, or set PEPPER_FILE to where it is.' : move;
  const without =
    ' If it is lost, add --without-pepper: payments, displays and keys work then, and npm run staff -- new-pepper gives up all PINs.';
  throw new BackupFailed(`${what} ${unchanged}${put}${without}`);
}
