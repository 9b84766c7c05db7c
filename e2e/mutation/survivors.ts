// Breaks that no test noticed, from Stryker's report, and which of them somebody has judged.

/** The part of Stryker's report that is read. Lines and columns count from 1. */
export type Report = {
  files: Record<string, { source: string; mutants: readonly Mutant[] }>;
};
type Mutant = { status: string; replacement?: string; location: { start: Place; end: Place } };
type Place = { line: number; column: number };

/** The lines around a break, before and after it, with single spaces. */
export type Survivor = { file: string; was: string; becomes: string };
/** Why a break is not one: what it does cannot be told from what it should do. */
export type Judged = Survivor & { why: string };

const inOneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

function describe(file: string, source: string, { replacement = '', location }: Mutant): Survivor {
  const { start, end } = location;
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const before = lines[0]?.slice(0, start.column - 1) ?? '';
  const after = lines.at(-1)?.slice(end.column - 1) ?? '';
  return { file, was: inOneLine(lines.join(' ')), becomes: inOneLine(before + replacement + after) };
}

export function survivorsOf({ files }: Report): Survivor[] {
  return Object.entries(files).flatMap(([file, { source, mutants }]) =>
    mutants
      .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
      .map((mutant) => describe(file, source, mutant)),
  );
}

const isSame = (one: Survivor, other: Survivor) =>
  one.file === other.file && one.was === other.was && one.becomes === other.becomes;

/** @returns the survivors that nobody has judged, and the judgements of these files that are about no survivor any more. */
export function judge(report: Report, judged: readonly Judged[]) {
  const survivors = survivorsOf(report);
  return {
    unjudged: survivors.filter((one) => !judged.some((other) => isSame(one, other))),
    outdated: judged.filter(
      (one) => one.file in report.files && !survivors.some((other) => isSame(one, other)),
    ),
  };
}
