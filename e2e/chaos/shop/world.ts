// What bank, portal, app and Vipps do to a sale beside the shop and its customer.
import { setTimeout as sleep } from 'node:timers/promises';
import { Phone } from '../../shop/vipps.ts';
import { becomesTrue } from '../../shop/waiting.ts';
import type { SalePlan } from '../plan/sales.ts';
import { ordersAt } from './orders.ts';
import type { ShopFloor } from './shop-floor.ts';

const phone = new Phone();

/** Where it takes longer, the session is over before the customer acts. */
const bankTakesMs = 3_000;

/** The customer is with the bank as long as planned. */
export async function goToBank(
  { vipps, world, lifetimeMs }: ShopFloor,
  reference: string,
  { bank }: SalePlan,
): Promise<void> {
  if (bank === null) return;
  if (await vipps.startThreeDSecureIfPayable(reference, (bank.forMs + bankTakesMs) / 1_000))
    world.push(bank.forMs > lifetimeMs ? 'bank past the deadline' : 'bank');
  await sleep(bank.forMs);
}

/** Acts in the portal; a cashier may compare the sale with what Vipps shows then. */
export async function actInPortal(
  { vipps, shop, world }: ShopFloor,
  reference: string,
  { action, amount, afterMs, checks }: NonNullable<SalePlan['portal']>,
): Promise<void> {
  await sleep(afterMs);
  if (await vipps.actInPortal(reference, action, amount)) world.push(`portal ${action}`);
  if (checks) await shop.check(reference);
}

/** The subscriber ends the agreement in the app, if there is one by then. */
export async function stopInApp(
  { vipps, world }: ShopFloor,
  reference: string,
  afterMs: number,
): Promise<void> {
  await sleep(afterMs);
  const { phoneUrl, agreement } = await vipps.order(reference);
  await phone.act(phoneUrl, 'stop');
  if (agreement?.status === 'ACTIVE') world.push('stopped in the app');
}

/** Vipps does not know the order for a while. */
export async function becomeUnknown(
  { vipps, world }: ShopFloor,
  reference: string,
  { afterMs, forMs }: NonNullable<SalePlan['unknown']>,
): Promise<void> {
  await sleep(afterMs);
  await vipps.forget(reference, forMs / 1_000);
  world.push('unknown order');
}

const cancelledWithinMs = 8_000;

/** An approval that was on its way when the order was cancelled goes through all the same. */
export async function approveLate(
  { vipps, over, world }: ShopFloor,
  reference: string,
  { kind, after, afterMs }: NonNullable<SalePlan['late']>,
): Promise<void> {
  const isCancelled = async () => {
    const order = (await ordersAt(vipps)).find(({ orderId }) => orderId === reference);
    const isNow = order?.history.at(-1)?.operation;
    return over.aborted || isNow === 'CANCEL' || isNow === 'VOID';
  };
  if (after === 'cancel' && !(await becomesTrue(isCancelled, cancelledWithinMs, 10))) return;
  if (after === 'end') await sleep(afterMs);
  if (await vipps.approveLateIfCancelled(reference, kind)) world.push(`late ${kind}`);
}
