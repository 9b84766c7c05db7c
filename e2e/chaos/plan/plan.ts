// What is to happen in a round, decided before it begins: who does what, what goes wrong, and when the server is killed.
import { type FaultRule, planFaults } from './faults.ts';
import { type Kill, type PaymentPhase, type Phase, phases, type StartKill } from './phases.ts';
import { createRandom, type Random, subSeedOf } from './random.ts';
import { planSales, type SalePlan } from './sales.ts';

export type RoundPlan = {
  seed: number;
  round: number;
  subSeed: number;
  phase: Phase;
  /** One list of sales per till; a till makes them one after the other, all tills at once. */
  tills: SalePlan[][];
  faults: FaultRule[];
  /** How long a customer has to pay. */
  lifetimeSeconds: number;
  directCapture: boolean;
  capture: 'auto' | 'manual';
  /** The API of Vipps' that the round is about: the first sale of two tills is made by it, and so are most others. */
  api: Api;
  /** By which the shop sells; subscribers are always signed up by Recurring. */
  sells: Exclude<Api, 'recurring'>;
  /** The database to begin with. */
  database: 'none' | 'first_version';
  /** The first starts of the round, which are killed. */
  starts: StartKill[];
  kills: Kill[];
  /** How the server is stopped before its last start. */
  lastStop: 'SIGKILL' | 'SIGTERM';
};

export const apis = ['ecom', 'epayment', 'recurring'] as const;
type Api = (typeof apis)[number];

const longLifeSeconds = 600;

/**
 * The same seed and round give the same plan. Rounds take turns in the phase in which the server is killed and in the API, so that each
 * comes with each other.
 */
export function planRound(seed: number, round: number): RoundPlan {
  const subSeed = subSeedOf(seed, round);
  const random = createRandom(subSeed);
  const phase = phases[round % phases.length] ?? 'starting';
  const api = apis[round % apis.length] ?? 'ecom';
  const sells = api === 'recurring' ? random.pick(['ecom', 'epayment']) : api;
  const capture = random.chance(0.2) ? 'manual' : 'auto';
  const shortLife = phase !== 'refunding' && random.chance(0.25);
  const lifetimeSeconds = shortLife ? random.int(3, 5) : longLifeSeconds;
  const kills = planKills(random, phase, shortLife);
  const lifetimeMs = lifetimeSeconds * 1_000;
  const tills = planSales(random, { round, phase, api, capture, lifetimeMs, shortLife });
  return {
    seed,
    round,
    subSeed,
    phase,
    api,
    sells,
    capture,
    kills,
    directCapture: random.chance(0.2),
    lifetimeSeconds,
    tills,
    faults: planFaults(random, { phase, api, kills, tills }),
    database: phase === 'migrating' && random.chance(0.5) ? 'first_version' : 'none',
    starts: planStarts(random, phase === 'migrating' ? random.int(1, 3) : 0),
    lastStop: random.pick(['SIGKILL', 'SIGTERM']),
  };
}

function planKills(random: Random, phase: Phase, shortLife: boolean): Kill[] {
  const kills: Kill[] = [];
  if (phase !== 'migrating') kills.push(planKill(random, phase, shortLife));
  if (random.chance(0.3)) {
    kills.push(planKill(random, random.pick(['starting', 'waiting', 'capturing', 'refunding']), shortLife));
  }
  return kills;
}

/** How long a payment is usually in a phase: a kill falls somewhere within. */
const phaseMs: Record<PaymentPhase, number> = {
  starting: 120,
  waiting: 1_500,
  capturing: 1_300,
  refunding: 60,
};

function planKill(random: Random, phase: PaymentPhase, shortLife: boolean): Kill {
  const moment = random.pick(['entered', 'entered', 'acted', 'acted', 'asked']);
  const mostMs = { entered: phaseMs[phase], acted: 20, asked: 700 }[moment];
  // Long enough, now and then, for a payment to run out while the server is away.
  const away = random.pick(['not', 'not', 'short', 'long']);
  const downMs = { not: 0, short: random.int(50, 500), long: shortLife ? random.int(1_000, 4_000) : 900 }[
    away
  ];
  const starts = planStarts(random, random.chance(0.3) ? random.int(1, 2) : 0);
  return { phase, nth: random.pick([1, 1, 2]), moment, delayMs: random.int(0, mostMs), downMs, starts };
}

function planStarts(random: Random, count: number): StartKill[] {
  return Array.from({ length: count }, () =>
    random.chance(0.5)
      ? { after: 'share', share: Math.round(random.share() * 120) / 100 }
      : { after: 'database', delayMs: random.int(0, 60) },
  );
}
