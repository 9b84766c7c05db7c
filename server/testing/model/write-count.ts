// [P5] How often an order may be changed in a minute, by the model of Vipps.
import { rule } from './rules.ts';

const writesAMinute = 5;
const minuteMs = 60_000;

/** [P5] Counts what is sent to change an order. */
export function createWriteCount(now: () => number) {
  const sent = new Map<string, number[]>();
  return (reference: string, call: string): void => {
    const of = `${call} of ${reference}`;
    const all = [...(sent.get(of) ?? []), now()];
    sent.set(of, all);
    const recent = all.filter((atMs) => atMs > now() - minuteMs);
    rule(recent.length <= writesAMinute, `[P5] more than ${writesAMinute} a minute: ${of}`, all);
  };
}
