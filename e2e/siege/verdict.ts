// Whether a shop has withstood a siege.
import { worst } from '../run/statistics.ts';
import type { Tally } from './besiege.ts';
import type { Sale } from './shop/counter.ts';
import type { Held, Kept, Return } from './shop/meter.ts';

/** What is known of a siege. */
export type Round = {
  readonly tallies: readonly Tally[];
  /** Those that were begun while the attackers were there. */
  readonly sales: readonly Sale[];
  /** Polls of both screens that were not answered as they should, by what came instead. */
  readonly failedPolls: readonly Readonly<Record<string, number>>[];
  /** Before it. */
  readonly kept: Kept;
  readonly before: Held;
  readonly highest: Held;
  readonly back: Return;
  /** Whether the server that was there before the attack is ready after it. */
  readonly lives: boolean;
};

export type Limits = {
  /** From the wish to sell to the code, and from the approval to both screens. Infinite where the machine is not known. */
  readonly saleMs: number;
  /** In which memory and descriptors are back. */
  readonly backMs: number;
};

/** What a shop under attack may be asked to wait, and the server to keep. */
export const timed: Limits = { saleMs: 2_000, backMs: 60_000 };
/** For a round that has to hold on any machine: all has to happen, and nothing soon. */
export const untimed: Limits = { saleMs: Number.POSITIVE_INFINITY, backMs: 60_000 };

/** Connections to Vipps and of the shop's own screens come and go. A leak is one for each strike. */
const descriptorsMore = 10;
/** As a part of what it was: lists of strangers are bounded, and longer than before. */
const memoryMore = 0.2;

/** What counts as back where it was. */
export const backWithin = ({ inUse, descriptors }: Kept): Kept => ({
  inUse: inUse * (1 + memoryMore),
  descriptors: descriptors + descriptorsMore,
});

export type Check = { readonly what: string; readonly seen: string; readonly holds: boolean };

const livesOn = 'the server lives and is ready';
/** All that is known of a server that has not outlived the siege. */
export const serverGone: Check = { what: livesOn, seen: 'it has gone', holds: false };

export function judge(round: Round, limits: Limits): Check[] {
  const { sales, lives, kept, back } = round;
  const { saleMs } = limits;
  const started = sales.map(({ startedInMs }) => startedInMs ?? Number.POSITIVE_INFINITY);
  const shown = sales
    .filter(({ startedInMs }) => startedInMs !== null)
    .map(({ shownInMs }) => shownInMs ?? Number.POSITIVE_INFINITY);
  return [
    { what: livesOn, seen: lives ? 'yes' : 'no', holds: lives },
    { what: 'every sale starts', seen: slowest(started), holds: isWithin(started, saleMs) },
    { what: 'every approval is shown', seen: slowest(shown), holds: isWithin(shown, saleMs) },
    {
      what: 'descriptors return',
      seen: returned(kept.descriptors, back.kept.descriptors, back.afterMs.descriptors),
      holds: back.afterMs.descriptors !== null,
    },
    {
      what: 'memory in use returns, MB',
      seen: returned(kept.inUse, back.kept.inUse, back.afterMs.memory),
      holds: back.afterMs.memory !== null,
    },
  ];
}

/** Nothing that was tried is no success. */
const isWithin = (tookMs: readonly number[], limitMs: number) =>
  tookMs.length > 0 && tookMs.every((ms) => Number.isFinite(ms) && ms <= limitMs);

function slowest(tookMs: readonly number[]): string {
  const done = tookMs.filter(Number.isFinite);
  const most = done.length === 0 ? 'none' : `slowest ${Math.round(worst(done))} ms`;
  return `${done.length} of ${tookMs.length}, ${most}`;
}

function returned(before: number, after: number, afterMs: number | null): string {
  const when = afterMs === null ? 'not back' : `back after ${(afterMs / 1000).toFixed(1)} s`;
  return `${Math.round(before)} before, ${Math.round(after)} in the end, ${when}`;
}
