// Breaks that no test noticed, from Stryker's report, and which of them are judged in judged.ts.

/** The part of Stryker's report that is read. Lines and columns count from 1. */
export type Report = {
  files: Record<string, { source: string; mutants: readonly Mutant[] }>;
};
type Mutant = { status: string; replacement?: string; location: { start: Place; end: Place } };
type Place = { line: number; column: number };

/** The lines around a break, before and after it, with single spaces. */
export type Survivor = { file: string; was: string; becomes: string };
/** Breaks of the same lines that cannot be told from what should be there, and why. */
export type Judged = { file: string; was: string; becomes: readonly string[]; why: string };

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

/** Each break that is judged, in the shape of a survivor. */
export const breaksOf = (judged: readonly Judged[]): Survivor[] =>
  judged.flatMap(({ file, was, becomes }) => becomes.map((one) => ({ file, was, becomes: one })));

const isIn = (list: readonly Survivor[]) => {
  const known = new Set(list.map(({ file, was, becomes }) => JSON.stringify([file, was, becomes])));
  return ({ file, was, becomes }: Survivor) => known.has(JSON.stringify([file, was, becomes]));
};

/** @returns the survivors without a judgement, and the judgements of these files whose breaks survive no more. */
export function judge(report: Report, judged: readonly Judged[]) {
  const survivors = survivorsOf(report);
  const breaks = breaksOf(judged).filter(({ file }) => file in report.files);
  const [isJudged, hasSurvived] = [isIn(breaks), isIn(survivors)];
  return {
    unjudged: survivors.filter((one) => !isJudged(one)),
    outdated: breaks.filter((one) => !hasSurvived(one)),
  };
}
