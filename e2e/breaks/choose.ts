// Which breaks the arguments choose.
import { type Break, suites } from './break.ts';

export type Numbered = Break & { readonly number: number };

export type Wanted = {
  /** Each a number, numbers from and to (`3-9`), or a part of a name or of what is guarded. */
  readonly only: readonly string[];
  readonly suite?: string | undefined;
};

/** @throws when there is no such suite, or no such break. */
export function choose(breaks: readonly Break[], { only, suite }: Wanted): Numbered[] {
  if (suite !== undefined && !suites.some((one) => one === suite)) {
    throw new Error(`--suite is "${suite}"; it takes ${suites.join(', ')}.`);
  }
  const chosen = breaks
    .map((one, at) => ({ ...one, number: at + 1 }))
    .filter(({ red }) => suite === undefined || red.suite === suite)
    .filter((one) => only.length === 0 || only.some((wanted) => isMeant(one, wanted)));
  if (chosen.length === 0) throw new Error('There is no such break.');
  return chosen;
}

function isMeant({ number, name, guards }: Numbered, wanted: string): boolean {
  const [, from, to = from] = /^(\d+)(?:-(\d+))?$/.exec(wanted) ?? [];
  if (from !== undefined) return number >= Number(from) && number <= Number(to);
  return [name, ...guards].some((text) => text.toLowerCase().includes(wanted.toLowerCase()));
}
