// What goes wrong between the server and Vipps in a round.
import type { Call, Fault } from '../shop/vipps.ts';
import type { Kill, PaymentPhase, Phase } from './phases.ts';
import type { Random } from './random.ts';

export const faultKinds: readonly Fault['kind'][] = [
  'status',
  'reset',
  'hang',
  'slow',
  'html',
  'cut',
  'wrong_shape',
  'drop_after',
  'stale',
  'taken',
];

/** Strikes the next `times` calls. */
export type FaultRule = Fault & { times: number };

const callsLater = ['details', 'charge', 'capture', 'cancel', 'refund'] as const;
const calls = ['token', 'initiate', 'qr', 'image', ...callsLater] as const;

/** A call that hangs takes the server's full patience, so this is rarer than the others. */
const kinds = [
  'status',
  'status',
  'reset',
  'reset',
  'slow',
  'slow',
  'html',
  'cut',
  'wrong_shape',
  'drop_after',
  'drop_after',
  'hang',
  'stale',
  'stale',
] as const;

/** The call that moves a payment in each phase. */
export const callOf: Record<PaymentPhase, Call> = {
  starting: 'initiate',
  waiting: 'details',
  capturing: 'capture',
  refunding: 'refund',
};

/** Without an answer the server waits this long. */
const answeredWithinMs = 5_000;

/** @returns how long after the last call something may still come of one, in milliseconds. */
export function longestDelayMs(faults: readonly FaultRule[]): number {
  return Math.max(
    0,
    ...faults.map(({ kind, delayMs = 0 }) =>
      kind === 'hang' ? answeredWithinMs : kind === 'stale' ? 0 : delayMs,
    ),
  );
}

/** A kill while Vipps is being asked needs a call that takes a while; the others are left to chance. */
export function planFaults(random: Random, phase: Phase, kills: readonly Kill[]): FaultRule[] {
  const hanging = kills
    .filter(({ moment }) => moment === 'asked')
    .map(({ phase, delayMs }): FaultRule => {
      // Some act before the server is back and asks again, some after.
      return { on: callOf[phase], kind: 'slow', delayMs: delayMs + random.int(20, 1_500), times: 2 };
    });
  const others = Array.from({ length: random.pick([0, 1, 1, 2, 3]) }, () => {
    // What fails while starting comes into no later phase, so that is rarer where a later one is meant.
    const fromTheStart = phase === 'starting' || phase === 'migrating' || random.chance(0.25);
    return planFault(random, random.pick(fromTheStart ? calls : callsLater));
  });
  return [...hanging, ...others, ...(random.chance(0.15) ? [planTaken(random)] : [])];
}

/** Another system on the same sales unit is faster with a reference. */
function planTaken(random: Random): FaultRule {
  const state = random.pick(['open', 'reserved', 'captured', 'sold'] as const);
  const lost = random.chance(0.5) ? ({ lost: true } as const) : {};
  return { on: 'initiate', kind: 'taken', times: 1, other: { amount: 50_000, state, ...lost } };
}

function planFault(random: Random, on: Call): FaultRule {
  const kind = random.pick(kinds);
  // A call that acts counts for Vipps' limit of 5 a minute, and each loss of its answer makes for one more.
  const moves = on === 'capture' || on === 'cancel' || on === 'refund';
  const often = on === 'details' ? 6 : kind === 'hang' || moves ? 1 : 2;
  const rule = { on, kind, times: random.int(1, often) };
  if (kind === 'slow') return { ...rule, delayMs: random.chance(0.1) ? 5_400 : random.int(50, 1_500) };
  // What was true before any of it, or a moment before.
  if (kind === 'stale') return { ...rule, delayMs: random.pick([200, 1_000, 5_000]) };
  if (kind !== 'status') return rule;
  const status = random.pick([400, 403, 429, 500, 500, 503]);
  return { ...rule, status, ...(status === 429 || status === 503 ? { retryAfter: 1 } : {}) };
}
