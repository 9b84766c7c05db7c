import { expect, test } from 'vitest';
import { sample } from '../sample.ts';
import { callOf, faultKinds } from './faults.ts';
import { phases } from './phases.ts';
import { apis, planRound, type RoundPlan } from './plan.ts';
import type { SalePlan } from './sales.ts';

const seeds = [1, 2, 3];
const plans = seeds.flatMap((seed) => Array.from({ length: 100 }, (_, round) => planRound(seed, round)));
const salesOf = ({ tills }: RoundPlan) => tills.flat();
const sum = (parts: readonly { amount: number }[]) => parts.reduce((total, { amount }) => total + amount, 0);
const allOf = <T>(values: Iterable<T>) => [...new Set(values)].toSorted();

test('a seed and a round give the same plan every time, and no other round gives it', () => {
  expect(planRound(7, 12)).toEqual(planRound(7, 12));
  expect(new Set(plans.map((plan) => JSON.stringify(plan.tills))).size).toBe(plans.length);
  expect(new Set(plans.map(({ subSeed }) => subSeed)).size).toBe(plans.length);
});

test('rounds take turns in what the server is killed in', () => {
  const first = phases.map((_, round) => planRound(1, round));
  expect(first.map(({ phase }) => phase)).toEqual(phases);
  for (const { phase, kills, starts } of plans) {
    expect(phase === 'migrating' ? starts.length : kills.length).toBeGreaterThan(0);
    if (phase !== 'migrating') expect(kills[0]?.phase).toBe(phase);
  }
});

test('each phase comes with each API', () => {
  const rounds = phases.length * apis.length;
  const pairs = Array.from({ length: rounds }, (_, round) => planRound(1, round)).map(
    ({ phase, api }) => `${phase} ${api}`,
  );
  expect(new Set(pairs).size).toBe(rounds);
  for (const { api, sells } of plans) if (api !== 'recurring') expect(sells).toBe(api);
});

test('the first sale of two tills comes into the phase of the round', () => {
  for (const plan of plans) {
    const first = plan.tills.slice(0, 2).map(([sale]) => sale);
    for (const sale of first) {
      expect(sale).toMatchObject({ customer: 'approves', cancel: null });
      expect(sale?.kind === 'sale').toBe(plan.api !== 'recurring');
      if (plan.phase === 'refunding') expect(sale?.refunds.length).toBeGreaterThan(0);
    }
  }
});

test('a kill while Vipps is being asked finds a call that takes longer than that', () => {
  const asked = plans.flatMap((plan) => plan.kills.map((kill) => ({ kill, faults: plan.faults })));
  const hanging = asked.filter(({ kill }) => kill.moment === 'asked');
  expect(hanging.length).toBeGreaterThan(20);
  for (const { kill, faults } of hanging) {
    const slow = faults.filter(({ on, kind }) => on === callOf[kill.phase] && kind === 'slow');
    expect(Math.max(...slow.map(({ delayMs = 0 }) => delayMs))).toBeGreaterThan(kill.delayMs);
  }
});

test('every capture and refund of a sale has its own key and amount, and there is money for it', () => {
  for (const plan of plans) {
    for (const { amount, captures, refunds } of salesOf(plan)) {
      const captured = plan.capture === 'auto' ? amount : sum(captures);
      expect(captured).toBeLessThanOrEqual(amount);
      expect(sum(refunds)).toBeLessThanOrEqual(captured);
      for (const parts of [captures, refunds]) {
        expect(new Set(parts.map((part) => part.amount)).size).toBe(parts.length);
        for (const part of parts) {
          expect(Number.isInteger(part.amount)).toBe(true);
          expect(part.amount).toBeGreaterThanOrEqual(100);
        }
      }
      if (amount === 0) expect([...captures, ...refunds]).toEqual([]);
    }
  }
});

test('no key and no text is used twice in a round, and none begins with another one that is a sale', () => {
  for (const plan of plans) {
    const keys = salesOf(plan).flatMap((sale) => [
      sale.id,
      ...[...sale.captures, ...sale.refunds].map(({ key }) => key),
    ]);
    expect(new Set(keys).size).toBe(keys.length);
    const ids = salesOf(plan).map(({ id }) => id);
    for (const id of ids) expect(ids.filter((other) => other.startsWith(id))).toEqual([id]);
  }
});

test('a lost answer of a call that moves money is planned once at a time: Vipps takes 5 of them a minute', () => {
  const moving = plans
    .flatMap(({ faults }) => faults)
    .filter(({ on, kind }) => ['capture', 'cancel', 'refund'].includes(on) && kind !== 'slow');
  expect(moving.length).toBeGreaterThan(20);
  for (const { times } of moving) expect(times).toBe(1);
});

test('the rounds of npm test have every phase twice, all APIs, all that bank, portal and Vipps can do, and no long wait', () => {
  const played = Array.from({ length: sample.rounds }, (_, round) => planRound(sample.seed, round));
  for (const phase of phases) expect(played.filter((plan) => plan.phase === phase)).toHaveLength(2);
  expect(allOf(played.map(({ api }) => api))).toEqual([...apis].toSorted());
  for (const field of ['capture', 'database', 'lastStop'] as const)
    expect(allOf(played.map((plan) => plan[field]))).toHaveLength(2);
  const sales = played.flatMap(salesOf);
  expect(allOf(sales.map(({ kind }) => kind))).toHaveLength(3);
  expect(sales.some(({ stops }) => stops)).toBe(true);
  expect(sales.some(({ stopsInAppAfterMs }) => stopsInAppAfterMs !== null)).toBe(true);
  expect(sales.some(({ unknown }) => unknown !== null)).toBe(true);
  expect(allOf(sales.map(({ late }) => late?.after ?? 'no'))).toHaveLength(3);
  expect(allOf(sales.map(({ portal }) => portal?.action))).toEqual(
    expect.arrayContaining(['capture', 'refund']),
  );
  const shortOf = played.filter(({ lifetimeSeconds }) => lifetimeSeconds < 60);
  expect(shortOf.flatMap(salesOf).some(({ bank }) => bank !== null)).toBe(true);
  const faults = played.flatMap((plan) => plan.faults);
  expect(allOf(faults.map(({ kind }) => kind))).toEqual(
    expect.arrayContaining(['drop_after', 'odd', 'stale', 'taken']),
  );
  expect(faults.some(({ by }) => by === 'progress')).toBe(true);
  for (const { kind, delayMs = 0 } of faults) {
    expect(kind).not.toBe('hang');
    if (kind === 'slow') expect(delayMs).toBeLessThan(2_000);
  }
});

test('sales that come into the phase of the round are left alone by bank, portal and Vipps', () => {
  for (const plan of plans) {
    for (const sale of plan.tills.slice(0, 2).map(([sale]) => sale)) {
      expect(sale).toMatchObject({ bank: null, unknown: null });
    }
    for (const { bank } of salesOf(plan)) {
      const isPast = bank === null || plan.lifetimeSeconds > 60 || bank.forMs > plan.lifetimeSeconds * 1_000;
      expect(isPast).toBe(true);
    }
  }
});

test.each(apis)('over %s a few hundred rounds have all that bank, portal and Vipps can do', (api) => {
  const isMade = ({ kind }: SalePlan, { sells }: RoundPlan) =>
    (kind === 'sale' ? sells : 'recurring') === api;
  const sales = plans.flatMap((plan) => salesOf(plan).filter((sale) => isMade(sale, plan)));
  const shortOf = plans.filter(({ lifetimeSeconds }) => lifetimeSeconds < 60);
  const past = shortOf.flatMap((plan) => salesOf(plan).filter((sale) => isMade(sale, plan)));
  expect(allOf(past.map(({ bank }) => bank?.isAwaited ?? 'no'))).toHaveLength(3);
  expect(allOf(sales.map(({ late }) => (late === null ? 'no' : `${late.kind} ${late.after}`)))).toHaveLength(
    5,
  );
  expect(allOf(sales.map(({ portal }) => portal?.action ?? 'no'))).toHaveLength(4);
  expect(sales.some(({ unknown }) => unknown !== null)).toBe(true);
  const isSame = ({ portal, refunds }: SalePlan) =>
    portal?.action === 'refund' && refunds.some(({ amount }) => amount === portal.amount);
  expect(sales.some(isSame)).toBe(true);
  const faults = plans.filter((plan) => plan.api === api).flatMap((plan) => plan.faults);
  const has = (what: Partial<(typeof faults)[number]>) =>
    expect(faults).toContainEqual(expect.objectContaining(what));
  for (const on of ['initiate', 'capture', 'cancel', 'refund'] as const)
    has({ on, by: 'progress', status: 409 });
  has({ on: 'cancel', kind: 'drop_after' });
  has({ on: 'details', kind: 'stale' });
  has({ on: api === 'recurring' ? 'charge' : 'capture', kind: 'stale' });
  has({ kind: 'taken' });
  expect(sales.some(({ stopsInAppAfterMs }) => stopsInAppAfterMs !== null)).toBe(api === 'recurring');
});

test('a few hundred rounds have everything that can be planned', () => {
  const sales = plans.flatMap(salesOf);
  const faults = plans.flatMap((plan) => plan.faults);
  const kills = plans.flatMap((plan) => plan.kills);
  expect(allOf(faults.map(({ kind }) => kind))).toEqual([...faultKinds].toSorted());
  expect(allOf(faults.map(({ on }) => on))).toHaveLength(11);
  expect(allOf(kills.map(({ moment }) => moment))).toEqual(['acted', 'asked', 'entered']);
  expect(allOf(sales.map(({ customer }) => customer))).toHaveLength(6);
  expect(allOf(sales.map(({ kind }) => kind))).toEqual(['free', 'sale', 'subscription']);
  expect(allOf(plans.map(({ api, sells }) => `${api} ${sells}`))).toHaveLength(4);
  expect(allOf(sales.map(({ charge }) => charge))).toEqual(['once', 'rival', 'twice']);
  for (const field of ['capture', 'directCapture', 'database', 'lastStop'] as const) {
    expect(allOf(plans.map((plan) => String(plan[field])))).toHaveLength(2);
  }
  const starts = plans.flatMap((plan) => [...plan.starts, ...plan.kills.flatMap((kill) => kill.starts)]);
  expect(allOf(starts.map(({ after }) => after))).toEqual(['database', 'share']);
  const has = (what: (sale: SalePlan) => boolean) => expect(sales.some(what)).toBe(true);
  has(({ insists }) => !insists);
  has(({ chargeAgain }) => chargeAgain);
  has(({ stops }) => stops);
  expect(allOf(sales.map(({ cancel }) => cancel?.after ?? 'no'))).toEqual(['approval', 'charge', 'no']);
  has(({ refunds }) => refunds.length === 2 && refunds.some(({ again }) => again));
  has(({ captures }) => captures.length === 2);
});
