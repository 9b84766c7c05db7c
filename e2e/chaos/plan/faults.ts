// What goes wrong between the server and Vipps in a round.
import { type Call, type Fault, oddities } from '../../shop/vipps.ts';
import type { Kill, PaymentPhase, Phase } from './phases.ts';
import type { Random } from './random.ts';
import type { SalePlan } from './sales.ts';

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
  'odd',
  'taken',
];

/** Strikes the next `times` calls. */
export type FaultRule = Fault & { times: number };

const callsLater = ['details', 'events', 'charge', 'capture', 'cancel', 'refund'] as const;
const calls = ['token', 'initiate', 'qr', 'image', 'find', ...callsLater] as const;
/** Of these Vipps may say that it is busy with the same one. */
const writes = ['initiate', 'capture', 'cancel', 'refund'] as const;

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
  'odd',
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

type Setting = {
  phase: Phase;
  api: 'ecom' | 'epayment' | 'recurring';
  kills: readonly Kill[];
  tills: readonly SalePlan[][];
};

/** A kill while Vipps is being asked needs a call that takes a while; the others are left to chance. */
export function planFaults(random: Random, { phase, api, kills, tills }: Setting): FaultRule[] {
  const hanging = kills
    .filter(({ moment }) => moment === 'asked')
    .map(({ phase, delayMs }): FaultRule => {
      // Some customers act before the server is back and polls again, some after.
      return { on: callOf[phase], kind: 'slow', delayMs: delayMs + random.int(20, 1_500), times: 2 };
    });
  const others = Array.from({ length: random.pick([0, 1, 1, 2, 3]) }, () => {
    // What fails while starting comes into no later phase, so that is rarer where a later one is meant.
    const fromTheStart = phase === 'starting' || phase === 'migrating' || random.chance(0.25);
    return planFault(random, random.pick(fromTheStart ? calls : callsLater));
  });
  const taken = random.chance(0.15) ? [planTaken(random)] : [];
  const busy = random.chance(0.25) ? [planBusy(random)] : [];
  const lag = random.chance(0.3) ? [planLag(random, api)] : [];
  // The customer's approval comes between a cancel whose answer was lost and its repeat, to which Vipps gives the old answer.
  const isBetween = tills.flat().some(({ late }) => late?.after === 'cancel') && random.chance(0.5);
  const lost: FaultRule[] = isBetween ? [{ on: 'cancel', kind: 'drop_after', times: 1 }] : [];
  return [...hanging, ...others, ...taken, ...busy, ...lag, ...lost];
}

/** Vipps is still busy with the same request. */
function planBusy(random: Random): FaultRule {
  return { on: random.pick(writes), kind: 'status', status: 409, by: 'progress', times: 1 };
}

/** Vipps shows changes late: an agreement is active a while before its charge is reserved, and totals are old. */
function planLag(random: Random, api: Setting['api']): FaultRule {
  const ofTheApi = api === 'recurring' ? 'charge' : 'capture';
  const on = random.pick<Call>(['details', 'details', ofTheApi, 'refund']);
  const times = on === 'details' || on === 'charge' ? random.int(1, 4) : 1;
  return { on, kind: 'stale', delayMs: random.pick([1_000, 3_000, 8_000]), times };
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
  // The totals from the start, or from a moment ago.
  if (kind === 'stale') return { ...rule, delayMs: random.pick([200, 1_000, 5_000]) };
  if (kind === 'odd') return { ...rule, oddity: random.pick(oddities) };
  if (kind !== 'status') return rule;
  const status = random.pick([400, 403, 429, 500, 500, 503]);
  return { ...rule, status, ...(status === 429 || status === 503 ? { retryAfter: 1 } : {}) };
}
