// A sale as it happens at the counter: a cashier charges, a customer pays or does not.
import { setTimeout as sleep } from 'node:timers/promises';
import { Phone } from '../shop/vipps.ts';
import { cancel, cancelLater, charge, chargeOnce, isOf, settle } from './cashier.ts';
import type { Counter } from './counter.ts';
import { finalStates } from './ledgers.ts';
import type { SalePlan } from './plan-sales.ts';
import type { OnScreen } from './screens.ts';
import { becomesTrue } from './waiting.ts';

const phone = new Phone();

/** A till's sales, one after the other. */
export async function tend(counter: Counter, till: string, sales: readonly SalePlan[]): Promise<void> {
  const later: Promise<void>[] = [];
  for (const sale of sales) {
    if (counter.over.aborted) break;
    await sell(counter, till, sale, later);
  }
  await Promise.all(later);
}

/** @param later collects what goes on after the next customer's turn has come. */
async function sell(counter: Counter, till: string, sale: SalePlan, later: Promise<void>[]): Promise<void> {
  const charging = charge(counter, till, sale);
  const cancels = (after: 'charge' | 'approval') => {
    if (sale.cancel?.after === after) goOn(later, cancelLater(counter, till, sale, sale.cancel.afterMs));
  };
  cancels('charge');
  const shown = await codeOnScreen(counter, till, sale, charging);
  if (shown !== null) {
    const { reference } = shown;
    await pay(counter, sale, reference, () => cancels('approval'));
    const state = await end(counter, sale, reference);
    if (state === 'approved') await settle(counter, sale, reference);
    else if (sale.late !== null) goOn(later, payLate(counter, reference, sale.late));
  }
  await charging;
  if (sale.chargeAgain) await chargeOnce(counter, till, sale, sale.id);
}

function goOn(later: Promise<void>[], promise: Promise<void>): void {
  // Whoever awaits them all sees the failure; until then it is no unhandled one.
  promise.catch(() => undefined);
  later.push(promise);
}

/** A code whose answer was lost is on the screen as soon as the server is back. */
const codeWithinMs = 1_500;

/** The payment of this sale once the customer can see its code; null when that will not come. */
async function codeOnScreen(
  { screens, over }: Counter,
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
  counter: Counter,
  sale: SalePlan,
  reference: string,
  beforeApproval: () => void,
): Promise<void> {
  await counter.marks.enter('waiting');
  if (sale.customer === 'ignores') return;
  const code = (await counter.vipps.orders()).find(({ orderId }) => orderId === reference)?.phoneUrl;
  if (code === undefined) return;
  await sleep(sale.scanAfterMs);
  await phone.scan(code);
  await sleep(sale.actAfterMs);
  if (sale.customer === 'cancels') await phone.act(code, 'cancel');
  if (sale.customer === 'declined' || sale.customer === 'declined_first') await phone.act(code, 'decline');
  if (sale.customer !== 'approves' && sale.customer !== 'declined_first') return;
  if (counter.capture === 'auto') await counter.marks.enter('capturing');
  beforeApproval();
  await phone.act(code, 'approve');
}

/** An approval that was on its way when the order was cancelled goes through all the same. */
async function payLate({ vipps }: Counter, reference: string, late: NonNullable<SalePlan['late']>) {
  await sleep(late.afterMs);
  await vipps.approveLate(reference, late.kind);
}

/** @returns the state in which it ended. What nobody pays is cancelled by the cashier, who then turns to the next customer. */
async function end(counter: Counter, { customer }: SalePlan, reference: string): Promise<string> {
  const acts = customer === 'approves' || customer === 'declined_first' || customer === 'cancels';
  const runsOut = customer === 'ignores' && counter.lifetimeMs < 60_000;
  const patienceMs = acts ? 5_000 : runsOut ? counter.lifetimeMs + 3_000 : 200;
  let state = '';
  const isOver = async () => {
    state = String((await counter.shop.call('GET', `/payments/${reference}`))?.body['state'] ?? '');
    return counter.over.aborted || finalStates.includes(state);
  };
  if (!(await becomesTrue(isOver, patienceMs, 60))) await cancel(counter, reference);
  return state;
}
