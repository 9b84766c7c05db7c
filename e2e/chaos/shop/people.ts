// A sale as it happens at the till: a cashier charges, a customer pays or does not.
import { setTimeout as sleep } from 'node:timers/promises';
import { Phone } from '../../shop/vipps.ts';
import { becomesTrue } from '../../shop/waiting.ts';
import { finalStates } from '../compare/ledgers.ts';
import type { SalePlan } from '../plan/sales.ts';
import { cancel, cancelLater, charge, chargeOnce, isOf, settle, stop } from './cashier.ts';
import { ordersAt } from './orders.ts';
import type { OnScreen } from './screens.ts';
import type { ShopFloor } from './shop-floor.ts';
import { actInPortal, approveLate, becomeUnknown, goToBank, stopInApp } from './world.ts';

const phone = new Phone();

/** A till's sales, one after the other. */
export async function tend(floor: ShopFloor, till: string, sales: readonly SalePlan[]): Promise<void> {
  const later: Promise<void>[] = [];
  for (const sale of sales) {
    if (floor.over.aborted) break;
    await sell(floor, till, sale, later);
  }
  await Promise.all(later);
}

/** @param later collects what goes on after the next customer's turn has come. */
async function sell(floor: ShopFloor, till: string, sale: SalePlan, later: Promise<void>[]): Promise<void> {
  const charging = charge(floor, till, sale);
  const cancels = (after: 'charge' | 'approval') => {
    if (sale.cancel?.after === after) goOn(later, cancelLater(floor, till, sale, sale.cancel.afterMs));
  };
  cancels('charge');
  const shown = await codeOnScreen(floor, till, sale, charging);
  if (shown !== null) {
    const { reference } = shown;
    const { unknown, portal, stopsInAppAfterMs, late, bank } = sale;
    if (unknown !== null) goOn(later, becomeUnknown(floor, reference, unknown));
    if (late?.after === 'cancel') goOn(later, approveLate(floor, reference, late));
    const paying = pay(floor, sale, reference, () => {
      cancels('approval');
      if (portal !== null) goOn(later, actInPortal(floor, reference, portal));
      if (stopsInAppAfterMs !== null) goOn(later, stopInApp(floor, reference, stopsInAppAfterMs));
    });
    if (bank === null || bank.isAwaited) await paying;
    else goOn(later, paying);
    const state = await end(floor, sale, reference);
    if (state === 'approved') {
      await settle(floor, sale, reference);
      if (sale.stops) await stop(floor, sale, reference);
    } else if (late?.after === 'end') goOn(later, approveLate(floor, reference, late));
  }
  await charging;
  if (sale.chargeAgain) await chargeOnce(floor, till, sale, sale.id);
}

function goOn(later: Promise<void>[], promise: Promise<void>): void {
  // The failure is seen where all are awaited; until then it is no unhandled one.
  promise.catch(() => undefined);
  later.push(promise);
}

/** A code whose answer was lost is on the screen as soon as the server is back. */
const codeWithinMs = 1_500;

/** The payment of this sale once the customer can see its code; null when that will not come. */
async function codeOnScreen(
  { screens, over }: ShopFloor,
  till: string,
  sale: SalePlan,
  charging: Promise<void>,
): Promise<OnScreen | null> {
  const isHere = isOf(sale);
  let answeredAtMs = Number.POSITIVE_INFINITY;
  const answered = () => {
    answeredAtMs = performance.now();
  };
  charging.then(answered, answered);
  for (;;) {
    const shown = screens.now(till);
    if (shown !== null && isHere(shown)) {
      if (shown.qr !== null) return shown;
      if (finalStates.includes(shown.state)) return null;
    }
    if (over.aborted || performance.now() > answeredAtMs + codeWithinMs) return null;
    await sleep(10);
  }
}

/** @param beforeApproval is called just before the customer approves. */
async function pay(
  floor: ShopFloor,
  sale: SalePlan,
  reference: string,
  beforeApproval: () => void,
): Promise<void> {
  await floor.marks.enter('waiting');
  if (sale.customer === 'ignores') return;
  const code = (await ordersAt(floor.vipps)).find(({ orderId }) => orderId === reference)?.phoneUrl;
  if (code === undefined) return;
  await sleep(sale.scanAfterMs);
  await phone.scan(code);
  await goToBank(floor, reference, sale);
  await sleep(sale.actAfterMs);
  if (sale.customer === 'cancels') await phone.act(code, 'cancel');
  if (sale.customer === 'declined' || sale.customer === 'declined_first') await phone.act(code, 'decline');
  if (sale.customer !== 'approves' && sale.customer !== 'declined_first') return;
  if (floor.capture === 'auto' && sale.kind !== 'free') await floor.marks.enter('capturing');
  beforeApproval();
  await phone.act(code, 'approve');
}

/** @returns the state in which it ended. The cashier cancels a payment that stays unpaid, and turns to the next customer. */
async function end(floor: ShopFloor, { customer, bank }: SalePlan, reference: string): Promise<string> {
  const isAlone = bank !== null && !bank.isAwaited;
  const acts =
    !isAlone && (customer === 'approves' || customer === 'declined_first' || customer === 'cancels');
  const runsOut = (isAlone || customer === 'ignores') && floor.lifetimeMs < 60_000;
  const patienceMs = acts ? 5_000 : runsOut ? floor.lifetimeMs + 3_000 : 200;
  let state = '';
  const isOver = async () => {
    state = String((await floor.shop.call('GET', `/payments/${reference}`))?.body['state'] ?? '');
    return floor.over.aborted || finalStates.includes(state);
  };
  const hasRunOut = () => isAlone && runsOut && state === 'closing';
  if (!(await becomesTrue(async () => (await isOver()) || hasRunOut(), patienceMs, 60)))
    await cancel(floor, reference);
  return state;
}
