// A figure with its goal, and with the least that the same machine can do in the same run.

export type Figure = {
  name: string;
  /** As it is printed, with its unit. */
  seen: string;
  goal: string;
  holds: boolean;
  /** The least that is possible and the figure of the baseline, as they are printed; '' for none. */
  floor: string;
  baseline: string;
  /** The ratio that is compared between runs, as it depends little on the machine; null where none is. */
  ratio: Ratio | null;
};

export type Ratio = { value: number; better: 'lower' | 'higher' };

/** Ratios of an earlier run, by the name of the figure. */
export type Reference = Readonly<Record<string, number>>;

/** How much worse a ratio may become before it counts: these machines are noisy. */
const tolerance = 0.2;

/** @returns whether a ratio is worse than it was by more than may be. A figure that is new is not. */
export function hasRegressed({ name, ratio }: Figure, reference: Reference): boolean {
  const before = reference[name];
  if (ratio === null || before === undefined) return false;
  return ratio.better === 'lower'
    ? ratio.value > before * (1 + tolerance)
    : ratio.value < before * (1 - tolerance);
}

/** @returns whether a run fails for it: for what has regressed, and for a goal where nothing is compared. */
export function fails(figure: Figure, reference: Reference): boolean {
  return hasRegressed(figure, reference) || (figure.ratio === null && !figure.holds);
}

const columns = ['figure', 'goal', 'seen', 'floor', 'baseline in the same run', 'ratio'];

/** @returns a table in Markdown. */
export function tableOf(figures: readonly Figure[], reference: Reference): string {
  const rows = figures.map((figure) => {
    const { name, goal, seen, holds, floor, baseline, ratio } = figure;
    const marks = `${holds ? '' : ' (missed)'}${hasRegressed(figure, reference) ? ' (REGRESSED)' : ''}`;
    return [name, goal, `${seen}${marks}`, floor, baseline, ratio === null ? '' : ratio.value.toFixed(2)];
  });
  return [columns, columns.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

export const milliseconds = (ms: number) => `${ms.toFixed(ms < 10 ? 1 : 0)} ms`;
export const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
export const megabytes = (mb: number) => `${mb.toFixed(0)} MB`;
