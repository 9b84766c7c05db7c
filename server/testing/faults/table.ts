// Tables of faults and how a sale ends with each: every cell is a test.
import { expect, test } from 'vitest';
import type { ApiCall } from '../../simulator/control/call-counts.ts';
import type { Kind } from './kinds.ts';
import type { Fault, OddAnswer, RareFault, Strike } from './line.ts';
import { isTaken, type Taken, takerOf } from './others.ts';
import { type End, play, type Story } from './stories.ts';

/** `rule` and `says` are for people; the rest is what is compared. */
export type Cell = End & { rule: `P${number}`; says: string };

/** One call with every fault there is. */
export type Row = Readonly<Record<Fault, Cell>>;

const inWords: Readonly<Record<Exclude<Fault | RareFault, OddAnswer | Taken>, string>> = {
  refused: 'is refused a connection',
  reset: 'is broken off',
  hang: 'is never answered',
  slow: 'is answered slowly',
  401: 'is answered 401',
  403: 'is answered 403',
  404: 'is answered 404',
  409: 'is answered 409',
  429: 'is answered 429',
  500: 'is answered 500',
  503: 'is answered 503',
  html: 'is answered with a page',
  cut: 'is answered by half',
  wrong_shape: 'is answered in another shape',
  drop_after: 'is carried out but never answered',
  no_tls: 'gets no secure connection',
  400: 'is answered 400',
  gateway_403: 'is answered 403 by the gateway',
  gateway_404: 'is answered 404 by the gateway',
  gateway_409: 'is answered 409 by the gateway',
  late: 'arrives after it has been given up',
  never: 'is answered with a no for good',
  in_progress: 'is answered that it is in progress',
  stale: 'is answered with what was true a minute before',
};

function said(fault: Fault | RareFault): string {
  if (isTaken(fault)) return `comes second (${takerOf(fault)})`;
  return isOdd(fault)
    ? `is answered with ${fault.slice('odd '.length).replaceAll('_', ' ')}`
    : inWords[fault];
}

const isOdd = (fault: Fault | RareFault): fault is OddAnswer => fault.startsWith('odd ');

/** A story's name begins with the call that is struck in it. */
const struckIn = (story: Story) => story.split(' ')[0] as ApiCall;

/** How often or how long a fault strikes, and how the titles put it. */
export type Spell = Pick<Strike, 'times' | 'forMs'> & { words: string };
export const once: Spell = { words: 'once', times: 1 };
export const twice: Spell = { words: 'twice', times: 2 };
export const times = (count: number): Spell =>
  [once, twice][count - 1] ?? { words: `${count} times`, times: count };
export const aMinute: Spell = { words: 'for a minute', forMs: 60_000 };
export const minutes = (count: number): Spell => ({ words: `for ${count} minutes`, forMs: count * 60_000 });

type Cells = Readonly<Partial<Record<Fault | RareFault, Cell>>>;

/** Of a row these faults alone. */
export const some = (row: Cells, ...faults: (Fault | RareFault)[]): Cells =>
  Object.fromEntries(Object.entries(row).filter(([fault]) => faults.some((one) => one === fault)));

/** All of a row for eCom, and these faults for the others: the rest would be the same code played once more. */
export const chosen = (kind: Kind, row: Cells, ...faults: (Fault | RareFault)[]): Cells =>
  kind === 'ecom' ? row : some(row, ...faults);

/**
 * Makes a test of every cell.
 * @param also what goes wrong besides.
 */
export function testCells(kind: Kind, story: Story, spell: Spell, cells: Cells, also: Strike[] = []): void {
  const { words, ...howOften } = spell;
  const besides = also.map(({ on, fault }) => `, and ${on} ${said(fault)}`).join('');
  for (const fault of Object.keys(cells) as (keyof typeof cells)[]) {
    const cell = cells[fault];
    if (cell === undefined) continue;
    const { rule, says, ...end } = cell;
    test.concurrent(`[${rule}] ${struckIn(story)} ${said(fault)} ${words}${besides}: ${says}`, async () => {
      const played = await play(kind, story, [{ on: struckIn(story), fault, ...howOften }, ...also]);
      expect(played).toEqual({ end, breaches: [] });
    });
  }
}
