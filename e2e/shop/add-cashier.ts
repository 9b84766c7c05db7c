import { cashier } from './accounts.ts';
import { enterPin } from './enter-pin.ts';
import type { Shop } from './shop.ts';

/** `cashier` may sign in from now on. A name is taken once in a shop. */
export async function addCashier(shop: Shop): Promise<void> {
  await enterPin(shop);
  const { status } = await shop.api('POST', '/staff', { ...cashier, role: 'cashier' });
  if (status !== 201) throw new Error(`the new cashier was answered ${status}`);
}
