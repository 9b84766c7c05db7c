// What a day comes to, in one line.
import type { Check } from '../../server/contract/reconciliation.ts';
import type { ReportTexts } from './report-texts.ts';

export type Verdict = {
  readonly tone: 'good' | 'calm' | 'warn';
  readonly title: string;
  readonly text: string;
};

export type Counts = Readonly<Record<Check['outcome'], number>>;

export function countsOf(checks: readonly Check[]): Counts {
  const counts = { agrees: 0, differs: 0, in_progress: 0, open: 0, not_checked: 0 };
  for (const { outcome } of checks) counts[outcome] += 1;
  return counts;
}

/** "Everything agrees" is only said when nothing is left that could still disagree (P1). */
export function verdictOf(
  checks: readonly Check[],
  { reconciliation, app }: Pick<ReportTexts, 'reconciliation' | 'app'>,
): Verdict {
  const says = reconciliation.verdict;
  const counts = countsOf(checks);
  const unfinished = counts.open + counts.in_progress;
  if (counts.differs > 0) {
    return { tone: 'warn', title: says.differs(counts.differs), text: says.differsText(app) };
  }
  if (counts.not_checked > 0 && counts.agrees === 0) {
    const isSilent = checks.some(({ unchecked }) => unchecked?.code === 'vipps_unavailable');
    const title = isSilent ? says.unreached(app) : says.refused(app);
    return { tone: 'warn', title, text: says.nothingCompared };
  }
  if (counts.not_checked > 0) {
    return { tone: 'warn', title: says.unchecked(counts.not_checked), text: says.uncheckedText };
  }
  if (unfinished > 0) {
    return { tone: 'calm', title: says.agreesSoFar(app), text: says.unfinished(unfinished) };
  }
  if (counts.agrees > 0) return { tone: 'good', title: says.agrees(app), text: '' };
  return { tone: 'calm', title: says.empty, text: says.emptyText };
}
