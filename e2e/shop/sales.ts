// Sales as a POS makes them, over the API.
import type { Shop } from './shop.ts';
import { becomesTrue } from './waiting.ts';

const overWithinMs = 60_000;

/** @returns the reference of a sale of 249 kroner, once its code is on the till's screen. @throws when it does not start. */
export async function sell(shop: Shop, till = '1', text?: string): Promise<string> {
  const sale = { amount: { value: 24_900, currency: 'NOK' }, text };
  const { status, body } = await shop.api('POST', `/tills/${till}/payments`, sale);
  if (status !== 201) throw new Error(`till ${till}: ${status} ${JSON.stringify(body)}`);
  return body.reference;
}

/** Resolves once nothing more can become of a sale. @throws when that is not soon. */
export async function untilOver(shop: Shop, reference: string): Promise<void> {
  let state = '';
  const isOver = async () => {
    state = (await shop.api('GET', `/payments/${reference}`)).body.state;
    return ['approved', 'cancelled', 'expired', 'failed'].includes(state);
  };
  if (!(await becomesTrue(isOver, overWithinMs))) throw new Error(`${reference} is still ${state}`);
}
