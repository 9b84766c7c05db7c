// Names that nothing reads: what is meant by them is not what happens. Pure.
import type { EnvLine } from '../../core/env-file.ts';
import type { FoundFile } from '../../core/env-files.ts';
import { distance, nearest } from './nearest.ts';

export type Known = { known: ReadonlySet<string>; knows(name: string): boolean };

/** Names that begin so are nobody else's; those without, such as PORT, other programs have too. */
const ourBeginnings = ['VIPPS', 'TILLS', 'SIMULATOR', 'CASHIER'];
const beginning = (name: string) => name.split('_')[0] ?? '';
const beginsLikeOurs = (name: string) =>
  ourBeginnings.some((one) => distance(beginning(name.toUpperCase()), one) <= 1);

/** What looks like no name may be the second half of a secret that an editor has wrapped: it is not repeated. */
const isShowable = (name: string) => /^[A-Z][A-Z0-9_]{0,39}$/.test(name);

/** Whether a line of a file is there for Tillside, though perhaps misspelt. */
export function isMeantForUs({ name }: EnvLine, names: Known): boolean {
  return names.knows(name) || nearest(name, names.known) !== null || beginsLikeOurs(name);
}

function unknownInFile(file: FoundFile, names: Known): string[] {
  return file.lines.flatMap(({ name, line }) => {
    if (names.knows(name)) return [];
    if (name === 'NODE_EXTRA_CA_CERTS') {
      return [
        `${file.name}, line ${line}: ${name} is read by Node before this file is; name the file in TLS_CA instead.`,
      ];
    }
    const meant = nearest(name, names.known);
    const called = meant !== null || isShowable(name) ? name : 'what stands before the =';
    const perhaps = meant === null ? '' : `; did you mean ${meant}?`;
    return [`${file.name}, line ${line}: ${called} is not a setting of Tillside${perhaps || '.'}`];
  });
}

function repeatedIn({ name: file, lines }: FoundFile): string[] {
  return [...Map.groupBy(lines, ({ name }) => name)].flatMap(([name, all]) => {
    const where = all.map(({ line }) => String(line));
    if (where.length < 2 || !isShowable(name)) return [];
    const list = new Intl.ListFormat('en-GB').format(where);
    return [`${file}: ${name} is set in lines ${list}; the last one counts.`];
  });
}

/** @param set the names in the environment itself, most of which are of other programs. */
export function namesNotice(set: readonly string[], file: FoundFile | null, names: Known): string[] {
  const misspelt = set.flatMap((name) => {
    const meant = names.knows(name) || !beginsLikeOurs(name) ? null : nearest(name, names.known);
    return meant === null
      ? []
      : [`${name} in the environment is not a setting of Tillside; did you mean ${meant}?`];
  });
  return file === null ? misspelt : [...repeatedIn(file), ...unknownInFile(file, names), ...misspelt];
}
