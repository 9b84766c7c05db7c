import { manager } from './accounts.ts';
import type { Shop } from './shop.ts';

/** The manager's session is as good as one that has just begun: changes to staff need that. */
export async function enterPin(shop: Shop): Promise<void> {
  const { status } = await shop.api('POST', '/session/proof', { pin: manager.pin });
  if (status !== 204) throw new Error(`the manager's PIN was answered ${status}`);
}
