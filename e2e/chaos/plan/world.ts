// What happens to a sale that neither the shop nor its customer does: at the bank, in the portal, at Vipps. Amounts are minor units.
import type { Random } from './random.ts';

export type World = {
  /**
   * The customer acts only after so long with the bank (3-D Secure), until when the sale cannot be cancelled; past its time where life is
   * short. Unless it is awaited, the cashier turns to the next customer meanwhile.
   */
  bank: { forMs: number; isAwaited: boolean } | null;
  /** Is done in the portal, so long after the customer has approved; 0 is all that is left. */
  portal: {
    action: 'capture' | 'refund' | 'cancel';
    amount: number;
    afterMs: number;
    checks: boolean;
  } | null;
  /** From so long after its code was on the screen Vipps does not know the order, as it is with other keys, for so long. */
  unknown: { afterMs: number; forMs: number } | null;
  /** So long after agreeing the subscriber ends the agreement in the app; null: not. */
  stopsInAppAfterMs: number | null;
  /**
   * The customer's approval still goes through, reserved or taken at once, although the order was cancelled: so long after the cancel
   * itself, whose answer may be on its way, or after the till was told of the end.
   */
  late: { kind: 'reserve' | 'sale'; after: 'cancel' | 'end'; afterMs: number } | null;
};

type Sale = {
  kind: 'sale' | 'subscription' | 'free';
  amount: number;
  refunds: readonly { amount: number }[];
  lifetimeMs: number;
  shortLife: boolean;
};

/** @param calm the sale comes into the phase that its round is about: neither the bank nor Vipps keeps it from that. */
export function planWorld(random: Random, sale: Sale, calm: boolean): World {
  return {
    bank: !calm && random.chance(sale.shortLife ? 0.3 : 0.1) ? planBank(random, sale) : null,
    portal: sale.amount > 0 && random.chance(0.25) ? planPortal(random, sale) : null,
    unknown:
      !calm && random.chance(0.1) ? { afterMs: random.int(0, 1_500), forMs: random.int(300, 4_000) } : null,
    stopsInAppAfterMs: sale.kind !== 'sale' && random.chance(0.2) ? random.int(0, 2_500) : null,
    late: random.chance(0.25)
      ? {
          kind: random.pick(['reserve', 'sale']),
          after: random.pick(['cancel', 'end', 'end']),
          afterMs: random.int(0, 1_500),
        }
      : null,
  };
}

function planBank(random: Random, { shortLife, lifetimeMs }: Sale): World['bank'] {
  const forMs = shortLife ? lifetimeMs + random.int(200, 1_500) : random.int(500, 2_500);
  return { forMs, isAwaited: random.chance(0.5) };
}

function planPortal(random: Random, { amount, refunds }: Sale): World['portal'] {
  // Just as much as the till refunds, now and then: nothing but its key tells whose a refund was.
  const part = random.pick([0, Math.floor(amount * random.int(10, 60) * 0.01), refunds[0]?.amount ?? 0]);
  return {
    action: random.pick(['refund', 'refund', 'refund', 'capture', 'capture', 'cancel']),
    amount: part,
    afterMs: random.int(0, 2_500),
    checks: random.chance(0.5),
  };
}
