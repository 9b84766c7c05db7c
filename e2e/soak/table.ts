// What a soak prints.
import type { Sample, Verdict } from './verdict.ts';

const whole = (value: number) => (Number.isFinite(value) ? String(Math.round(value)) : '?');

/** One line for each time that everything was measured. */
export function describeSamples(payments: number, all: Readonly<Record<string, Sample>>): string {
  const each = Object.entries(all).map(([who, sample]) => {
    const values = Object.entries(sample).map(([name, value]) => `${name} ${whole(value)}`);
    return `${who}: ${values.join(', ')}`;
  });
  return [`${String(payments).padStart(5)} payments`, ...each].join(' | ');
}

/** The verdicts, as a table for a README. */
export function table(rows: readonly { who: string; verdict: Verdict }[]): string {
  const lines = rows.map(({ who, verdict }) => {
    const { name, first, last, gain, allowed, grows } = verdict;
    const cells = [who, name, whole(first), whole(last), whole(gain), whole(allowed), grows ? 'GROWS' : 'no'];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    '| | measured | first quarter | last quarter | line gains | may gain | grows |',
    '|---|---|---|---|---|---|---|',
    ...lines,
  ].join('\n');
}
