// After the trouble: everything works again, and the server is left alone until it says that nothing is open.
import { becomesTrue } from '../../shop/waiting.ts';
import { type OurPayment, whatIsOpen } from '../compare/ledgers.ts';
import type { RoundShop } from './round-shop.ts';

/** Longer than all that it may have to wait for, which is a minute of Vipps' rate limit, on any machine. */
const healedWithinMs = 120_000;
const lookEveryMs = 150;
/** Payments that need only another poll or two are over by then. */
const lookedAgainMs = 1_500;

/**
 * Waits until every payment is over and no capture or refund is under way.
 * @param delayMs how long calls to Vipps can still be under way. What is open after that waits for time to pass, so the clocks are
 * put ahead; null leaves them alone.
 * @returns what is open even so; usually nothing.
 */
export async function heal(shop: RoundShop, delayMs: number | null): Promise<OurPayment[]> {
  let open: OurPayment[] = [];
  const isOver = async () => {
    open = (await shop.ledger()).filter((payment) => whatIsOpen(payment) !== null);
    return open.length === 0;
  };
  if (delayMs !== null) {
    if (await becomesTrue(isOver, delayMs + lookedAgainMs, lookEveryMs)) return open;
    await shop.putClocksAhead();
  }
  await becomesTrue(isOver, healedWithinMs, lookEveryMs);
  return open;
}
