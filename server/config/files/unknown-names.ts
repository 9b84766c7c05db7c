// Names that nothing reads: what is meant by them is not what happens. Pure.

import type { EnvLine } from '../../core/env-file.ts';
import type { FoundFile } from '../../core/env-files.ts';
import { distance } from '../../core/words/edit-distance.ts';
import { nearest } from './nearest.ts';

export type Known = {
  known: ReadonlySet<string>;
  knows(name: string): boolean;
  /** What this one is set to, if it is. */
  text(name: string): string | undefined;
};

/** Of names that may not be meant so, each a sentence. */
export type NamesNotice = {
  warnings: string[];
  /** With these nothing is started. */
  mistakes: string[];
};

/** Where what was meant for one of these is not read, money moves in another way than the shop wants, or to somewhere else. */
export const moneySettings = [
  'VIPPS_ENVIRONMENT',
  'VIPPS_BASE_URL',
  'TILLS_FILE',
  'CAPTURE',
  'CASHIER_REFUND_LIMIT',
  'CASHIER_REFUND_LIMIT_PER_DAY',
  'REFUND_APPROVAL_ABOVE',
];

/** Names that begin so are nobody else's; those without, such as PORT, other programs have too. */
const ourBeginnings = ['VIPPS', 'TILLS', 'SIMULATOR', 'CASHIER'];
const beginning = (name: string) => name.split('_')[0] ?? '';
const beginsLikeOurs = (name: string) =>
  ourBeginnings.some((one) => distance(beginning(name.toUpperCase()), one) <= 1);

/** What looks like no name may be the second half of a secret that an editor has wrapped: it is not repeated. */
const isShowable = (name: string) => /^[A-Z][A-Z0-9_]{0,39}$/.test(name);

/** Which of ours somebody may have meant: one that is nearly so, or that looks as if it were for one shop alone, as `CAPTURE_OSLO`. */
function meantBy(name: string, { known }: Known): string | null {
  return (
    nearest(name, known) ?? moneySettings.find((one) => name.toUpperCase().startsWith(`${one}_`)) ?? null
  );
}

/** Whether a line of a file is there for Tillside, though perhaps misspelt. */
export function isMeantForUs({ name }: EnvLine, names: Known): boolean {
  return names.knows(name) || nearest(name, names.known) !== null || beginsLikeOurs(name);
}

type Unknown = { sentence: string; meant: string | null };

function unknownInFile(file: FoundFile, names: Known): Unknown[] {
  return file.lines.flatMap(({ name, line }) => {
    if (names.knows(name)) return [];
    const where = `${file.name}, line ${line}`;
    if (name === 'NODE_EXTRA_CA_CERTS') {
      const sentence = `${where}: ${name} is read by Node before this file is; name the file in TLS_CA instead.`;
      return [{ sentence, meant: null }];
    }
    const meant = meantBy(name, names);
    const called = meant !== null || isShowable(name) ? name : 'what stands before the =';
    const perhaps = meant === null ? '' : `; did you mean ${meant}?`;
    return [{ sentence: `${where}: ${called} is not a setting of Tillside${perhaps || '.'}`, meant }];
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
export function namesNotice(set: readonly string[], file: FoundFile | null, names: Known): NamesNotice {
  const misspelt = set.flatMap((name): Unknown[] => {
    const meant = names.knows(name) || !beginsLikeOurs(name) ? null : meantBy(name, names);
    const sentence = `${name} in the environment is not a setting of Tillside; did you mean ${meant}?`;
    return meant === null ? [] : [{ sentence, meant }];
  });
  // Where it is set too, what the shop wants is known: the other name is somebody else's.
  const isMistake = ({ meant }: Unknown) =>
    meant !== null && moneySettings.includes(meant) && names.text(meant) === undefined;
  const unknown = [...(file === null ? [] : unknownInFile(file, names)), ...misspelt];
  const { stop = [], warn = [] } = Object.groupBy(unknown, (one) => (isMistake(one) ? 'stop' : 'warn'));
  return {
    warnings: [...(file === null ? [] : repeatedIn(file)), ...warn.map(({ sentence }) => sentence)],
    mistakes: stop.map(
      ({ sentence, meant }) => `${sentence} ${meant} decides on money: set it, to have it start.`,
    ),
  };
}
