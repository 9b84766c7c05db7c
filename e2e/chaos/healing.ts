// After the trouble: everything works again, and the server is left alone until it says that nothing is open.
import { type OurPayment, whatIsOpen } from './ledgers.ts';
import type { Shop } from './shop.ts';
import { becomesTrue } from './waiting.ts';

/** Longer than all that it may have to wait for: 30 s for an order that never came, a minute of Vipps' rate limit. */
const healedWithinMs = 80_000;
const lookEveryMs = 150;

/**
 * Waits until every payment is over and no capture or refund is under way.
 * @returns what is open even so; usually nothing.
 */
export async function heal(shop: Shop): Promise<OurPayment[]> {
  let open: OurPayment[] = [];
  const isOver = async () => {
    open = (await shop.ledger()).filter((payment) => whatIsOpen(payment) !== null);
    return open.length === 0;
  };
  await becomesTrue(isOver, healedWithinMs, lookEveryMs);
  return open;
}
