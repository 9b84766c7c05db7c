// What the people at the tills do in a round. Amounts are minor units.
import type { Phase } from './phases.ts';
import type { Random } from './random.ts';
import { planWorld, type World } from './world.ts';

/** A capture or a refund: under its own key, and of an amount that no other one of the sale has. */
export type Part = {
  key: string;
  amount: number;
  /** Asked for once more under the same key, which must do nothing. */
  again: boolean;
};

export type SalePlan = World & {
  /** What the customer reads on the phone, the Idempotency-Key, and how both ledgers name the sale. */
  id: string;
  /** `free` is a subscription with nothing to be paid at once. */
  kind: 'sale' | 'subscription' | 'free';
  amount: number;
  /** `twice`: two requests at once with one key. `rival`: another one at the same time under a key of its own. */
  charge: 'once' | 'twice' | 'rival';
  /** Whether the till repeats a request whose answer was lost. */
  insists: boolean;
  customer: 'approves' | 'declined_first' | 'declined' | 'cancels' | 'leaves' | 'ignores';
  scanAfterMs: number;
  actAfterMs: number;
  /** When the cashier cancels: so long after charging, or after the customer has approved; null: only if it stays open. */
  cancel: { after: 'charge' | 'approval'; afterMs: number } | null;
  /** What the cashier captures where captures are manual. */
  captures: Part[];
  refunds: Part[];
  /** Of a subscription: the cashier ends it again, once it is paid and all else is done. */
  stops: boolean;
  /** In the end the charge is repeated under its key, which must do nothing. */
  chargeAgain: boolean;
};

type Setting = {
  round: number;
  phase: Phase;
  api: 'ecom' | 'epayment' | 'recurring';
  capture: 'auto' | 'manual';
  lifetimeMs: number;
  shortLife: boolean;
};

/** 4 to 6 tills with one or two sales each. */
export function planSales(random: Random, setting: Setting): SalePlan[][] {
  return Array.from({ length: random.int(4, 6) }, (_, till) =>
    Array.from({ length: random.pick([1, 1, 2]) }, (_, sale) => {
      const id = `r${setting.round}-t${till + 1}-s${sale + 1}`;
      // The first two tills come into the phase that the round is about, whatever the others do.
      return planSale(random, id, setting, till < 2 && sale === 0);
    }),
  );
}

const customers = [
  'approves',
  'approves',
  'approves',
  'approves',
  'declined_first',
  'declined',
  'cancels',
  'leaves',
  'ignores',
] as const;

/** @param pays it is one of those that come into the phase that the round is about. */
function planKind(random: Random, { api, phase }: Setting, pays: boolean): SalePlan['kind'] {
  const subscribes = pays ? api === 'recurring' : random.chance(api === 'recurring' ? 0.75 : 0.2);
  if (!subscribes) return 'sale';
  const hasMoney = pays && (phase === 'capturing' || phase === 'refunding');
  return !hasMoney && random.chance(0.3) ? 'free' : 'subscription';
}

function planSale(random: Random, id: string, setting: Setting, pays: boolean): SalePlan {
  const kind = planKind(random, setting, pays);
  const amount = kind === 'free' ? 0 : random.int(100, 900) * 100;
  const captures = setting.capture === 'manual' && amount > 0 ? planParts(random, `${id}-c`, amount) : [];
  const captured = setting.capture === 'manual' ? sum(captures) : amount;
  const refunding = (pays && setting.phase === 'refunding') || random.chance(0.3);
  const refunds = refunding && captured > 0 ? planParts(random, `${id}-r`, captured) : [];
  return {
    id,
    kind,
    amount,
    captures,
    charge: random.pick(['once', 'once', 'once', 'twice', 'rival']),
    insists: random.chance(0.85),
    customer: pays ? 'approves' : random.pick(customers),
    scanAfterMs: random.int(0, 200),
    actAfterMs: random.int(0, setting.shortLife ? 3_000 : 500),
    cancel: pays ? null : planCancel(random),
    refunds,
    stops: kind !== 'sale' && random.chance(0.3),
    ...planWorld(random, { ...setting, kind, amount, refunds }, pays),
    chargeAgain: random.chance(0.3),
  };
}

function planCancel(random: Random): SalePlan['cancel'] {
  const after = random.pick(['charge', 'charge', 'approval', 'approval', 'never', 'never', 'never', 'never']);
  if (after === 'never') return null;
  return { after, afterMs: random.int(0, after === 'charge' ? 900 : 200) };
}

/** One part or two, all of it or not. */
function planParts(random: Random, key: string, whole: number): Part[] {
  const part = (number: number, amount: number): Part => ({
    key: `${key}${number}`,
    amount,
    again: random.chance(0.4),
  });
  if (random.chance(0.3)) return [part(1, whole)];
  // Less than half, so that it differs from what is left.
  const first = Math.max(100, Math.floor(whole * random.int(10, 45) * 0.01));
  return random.chance(0.5) ? [part(1, first)] : [part(1, first), part(2, whole - first)];
}

const sum = (parts: readonly Part[]) => parts.reduce((total, { amount }) => total + amount, 0);
