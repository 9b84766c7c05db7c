// What is printed of a round.
import type { Disagreement, Evidence } from './compare/ledgers.ts';
import type { RoundPlan } from './plan/plan.ts';
import type { RoundResult } from './round.ts';

const clock = (atMs: number) => new Date(atMs).toISOString().slice(11, 23);

/** One line when all is well, otherwise all that helps to find out why not. */
export function describeResult(result: RoundResult): string {
  const { plan, kills, evidence, disagreements, tookMs } = result;
  const killed = Object.entries(kills).map(([phase, times]) => `${phase} ${times}`);
  const line = `round ${plan.round}: killed ${killed.join(', ') || 'never'}; ${evidence.ours.length} payments; ${(tookMs / 1000).toFixed(1)} s`;
  if (disagreements.length === 0) return `✓ ${line}`;
  const references = new Set(disagreements.flatMap(({ reference }) => reference.split(', ')));
  return [
    `✗ ${line}`,
    ...disagreements.map(describeDisagreement),
    ...[...references].filter((one) => one !== '').flatMap((one) => histories(evidence, one)),
    ...result.log.map((entry) => `    ${entry}`),
    repeat(plan),
  ].join('\n');
}

/** A round that did not come to a comparison. */
export function describeFailure(plan: RoundPlan, error: unknown): string {
  const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return [`✗ round ${plan.round}: ${why}`, repeat(plan)].join('\n');
}

function repeat(plan: RoundPlan): string {
  const { seed, round, subSeed } = plan;
  return [
    `  planned (sub-seed ${subSeed}): ${JSON.stringify({ ...plan, tills: undefined })}`,
    ...plan.tills.flat().map((sale) => `    ${JSON.stringify(sale)}`),
    `  again: npm run chaos -- --seed ${seed} --only ${round}`,
  ].join('\n');
}

function describeDisagreement({ rule, reference, what }: Disagreement): string {
  return `  ${rule}: ${reference}${reference === '' ? '' : ': '}${what}`;
}

/** A payment's life as we have it, as Vipps has it, and as people were told, in the order in which it happened. */
function histories({ ours, theirs, charges, parts, cancels, sightings }: Evidence, reference: string) {
  const payment = ours.find((one) => one.reference === reference);
  const order = theirs.find(({ orderId }) => orderId === reference);
  const isThis = (one: { reference: string | null }) => one.reference === reference;
  const told = [
    ...charges.filter(isThis).map(({ sale, status }) => `charge ${sale}: ${status}`),
    ...parts.filter(isThis).map(({ key, amount, told }) => `${key} of ${amount}: ${told}`),
  ];
  const happened = [
    ...(payment?.events ?? []).map(({ atMs, event, state }) => ({
      atMs,
      what: `ours: ${event} -> ${state}`,
    })),
    ...(order?.history ?? []).map(({ atMs, operation, amount, success }) => ({
      atMs,
      what: `Vipps: ${operation} ${amount}${success ? '' : ' (no)'}`,
    })),
    ...cancels.filter(isThis).map(({ atMs }) => ({ atMs, what: 'cashier: cancel accepted' })),
    ...sightings.filter(isThis).map(({ atMs, state }) => ({ atMs, what: `screen: ${state}` })),
  ];
  return [
    `  ${reference} (${payment?.text ?? order?.text}, ${payment?.state ?? 'unknown to us'}); ${told.join('; ')}`,
    ...happened
      .toSorted((one, other) => one.atMs - other.atMs)
      .map(({ atMs, what }) => `    ${clock(atMs)} ${what}`),
  ];
}
