// What people, time and faults do to a real till, in words: a story is a list of them, and reads as one.
import { endedUnpaid } from '../../payments/payment/late-money.ts';
import { isFinal, payableStates } from '../../payments/payment/transitions.ts';
import { deadlineMs } from '../../payments/payment/trigger.ts';
import type { Payment } from '../../payments/payment/types.ts';
import { sale } from '../till.ts';
import type { Counter } from './counter.ts';
import { fates, type Trouble, travelMs } from './line.ts';
import { earlierOnes, type ModelOrder } from './vipps/order.ts';
import { captureInPortal, refundInPortal } from './vipps/portal.ts';

type Step = (counter: Counter) => Promise<void> | void;

const partMinor = 5_000;
const dayMs = 86_400_000;
const graceMs = 3_000;

const passing =
  (ms: number): Step =>
  ({ shop }) =>
    shop.clock.advance(ms);
const customer =
  (act: 'open' | 'approve' | 'decline' | 'refuse' | 'slipThrough' | 'stopInApp' | 'goToBank'): Step =>
  (counter) => {
    const payment = counter.payment();
    // Nobody can open a code that was never on the screen.
    if (payment && (act !== 'open' || payment.qrExpiresAtMs !== null)) {
      counter.shop.vipps.phone[act](payment.reference);
    }
  };
const portal =
  (act: (order: ModelOrder, amount: number) => void, amount = partMinor): Step =>
  (counter) => {
    const order = counter.shop.vipps.orders.get(counter.payment()?.reference ?? '');
    if (order) act(order, amount);
  };
/** Longer than a poll takes, so that one is likely to see the agreement without its charge. */
const chargedAfterMs = 4_000;
const agreeFirst: Step = (counter) => {
  const { clock, vipps } = counter.shop;
  const reference = counter.payment()?.reference ?? '';
  vipps.phone.agree(reference);
  clock.after(chargedAfterMs, () => vipps.phone.charge(reference));
};
const trouble =
  (of: Trouble['of'], ...each: Trouble['fate'][]): Step =>
  ({ shop }) =>
    void shop.troubles.push(...each.map((fate) => ({ of, fate })));
const all =
  (...steps: Step[]): Step =>
  async (counter) => {
    for (const step of steps) await step(counter);
  };
const twice = (step: Step) => all(step, step);

const comeUp = all((counter) => counter.charge(), passing(5 * travelMs));
/** Waits until `ms` after the end of the code that is on the screen. */
const untilRunOut =
  (ms: number): Step =>
  async (counter) => {
    const { clock } = counter.shop;
    const payment = counter.payment();
    if (payment?.state !== 'presented') return;
    await clock.advance(Math.max(0, deadlineMs(payment) + ms - clock.steadyMs()));
  };
/** As long as a poll that was under way then. */
const runOut = untilRunOut(3 * travelMs);

/** Leaves out the steps that would come to nothing: a story is not made longer by them. */
function where(isPossible: (payment: Payment) => boolean, steps: Record<string, Step>): Record<string, Step> {
  const possible =
    (step: Step): Step =>
    (counter) => {
      const payment = counter.payment();
      if (payment !== null && isPossible(payment)) return step(counter);
    };
  return Object.fromEntries(Object.entries(steps).map(([name, step]) => [name, possible(step)]));
}

/** About one sale. */
const onOne: Record<string, Step> = {
  ...where(({ state }) => !isFinal(state), {
    'the customer opens it': customer('open'),
    'the customer refuses': customer('refuse'),
    'the customer approves': customer('approve'),
    'the customer opens it and approves': all(customer('open'), customer('approve')),
    'the customer opens it and is declined': all(customer('open'), customer('decline')),
    'the bank asks who the customer is': customer('goToBank'),
    'the code runs out': runOut,
    'staff cancel': (counter) => counter.cancel(),
    'two tabs cancel': twice((counter) => counter.cancel()),
  }),
  ...where(({ agreement, state }) => agreement !== null && !isFinal(state), {
    'the customer opens it and agrees, and is charged later': all(customer('open'), agreeFirst),
  }),
  ...where(({ agreement }) => agreement !== null, {
    'the subscriber stops the agreement in the app': customer('stopInApp'),
  }),
  ...where(({ state }) => !endedUnpaid(state), {
    'somebody captures all in the portal': portal(captureInPortal, sale.amount.value),
  }),
  ...where(({ state }) => state !== 'approved', {
    'an approval slips through': customer('slipThrough'),
    'an approval slips through, and somebody captures a part in the portal': all(
      customer('slipThrough'),
      portal(captureInPortal),
    ),
  }),
  ...where(({ state }) => state === 'approved', {
    'somebody captures a part in the portal': portal(captureInPortal),
    'staff check it': (counter) => counter.check(),
    'staff capture all': (counter) => counter.capture(),
    'staff capture a part': (counter) => counter.capture(partMinor),
    'two tabs capture all with one key': twice((counter) => counter.capture(null, 'capture')),
    'staff release what is left': (counter) => counter.release(),
    'staff capture a part, and release what is left': all(
      (counter) => counter.capture(partMinor),
      passing(1_000),
      (counter) => counter.release(),
    ),
    'two tabs release with one key': twice((counter) => counter.release('release')),
    'one tab captures a part, and another releases': all(
      (counter) => counter.capture(partMinor),
      (counter) => counter.release(),
    ),
  }),
  ...where(({ agreement, state }) => agreement !== null && state === 'approved', {
    'staff stop the agreement': (counter) => counter.stopAgreement(),
    'two tabs stop the agreement with one key': twice((counter) => counter.stopAgreement('stop')),
    'staff capture a part, and stop the agreement': all(
      (counter) => counter.capture(partMinor),
      passing(1_000),
      (counter) => counter.stopAgreement(),
    ),
  }),
  ...where(({ capturedAmount }) => capturedAmount > 0, {
    'somebody refunds a part in the portal': portal(refundInPortal),
    'staff refund a part': (counter) => counter.refund(partMinor),
    'staff refund all': (counter) => counter.refund(),
    'two tabs refund a part': twice((counter) => counter.refund(partMinor)),
    'two tabs refund a part with one key': twice((counter) => counter.refund(partMinor, 'refund')),
  }),
};

const ifFree =
  (step: Step): Step =>
  (counter) => {
    const payable: readonly string[] = payableStates;
    const isFree = !counter.payments().some(({ state }) => payable.includes(state));
    if (isFree) return step(counter);
  };

const general: Record<string, Step> = {
  'the cashier charges': (counter) => counter.charge(),
  'two tabs charge with one key': all(
    (counter) => counter.charge(),
    (counter) => counter.charge(true),
  ),
  'two tabs charge': twice((counter) => counter.charge()),
  'the last charge is repeated': (counter) => counter.charge(true),
  'the cashier charges and the code comes up': ifFree(comeUp),
  'a customer comes, and pays': ifFree(all(comeUp, customer('open'), customer('approve'), passing(2_000))),
  'staff cancel, and an approval slips through': ifFree(
    all(comeUp, customer('open'), (counter) => counter.cancel(), passing(2_000), customer('slipThrough')),
  ),
  'the code runs out, and an approval slips through': ifFree(
    all(comeUp, runOut, customer('open'), passing(2_000), customer('slipThrough')),
  ),
  'a customer pays just before the code runs out, and Vipps is silent': ifFree(
    all(
      comeUp,
      untilRunOut(-500),
      trouble('poll', 'call lost', 'call lost'),
      customer('open'),
      customer('approve'),
      passing(6_000),
    ),
  ),
  'a moment passes': passing(travelMs),
  'a second passes': passing(1_000),
  'three seconds pass': passing(3_000),
  'ten seconds pass': passing(10_000),
  'half a minute passes': passing(30_000),
  'five minutes pass': passing(300_000),
  'the wall clock jumps a day ahead': ({ shop }) => shop.clock.jumpWallClock(dayMs),
  'the wall clock jumps a day back': ({ shop }) => shop.clock.jumpWallClock(-dayMs),
  'the server is killed and starts again': (counter) => counter.restart(null),
  'the server stops and starts again': (counter) => counter.restart(graceMs),
  ...Object.fromEntries(fates.map((fate) => [`trouble: ${fate}`, trouble('call', fate)])),
  ...Object.fromEntries(
    earlierOnes.map((one) => [
      `the next reference is taken: ${one}`,
      ({ shop }: Counter) => shop.vipps.isFaster(one),
    ]),
  ),
  'trouble with the start: not reached, then answer lost': trouble('start', 'not reached', 'answer lost'),
  'Vipps knows none of our orders': ({ shop }) => shop.vipps.forget(true),
  'Vipps knows our orders again': ({ shop }) => shop.vipps.forget(false),
  'trouble with the code: refused': trouble('code', 'refused'),
  'Vipps does not know the next order that is polled': trouble('poll', 'refused'),
  'trouble with the cancel: refused': trouble('cancel', 'refused'),
  'trouble with the cancel: answer lost': trouble('cancel', 'answer lost'),
  'trouble with the cancel: call held': trouble('cancel', 'call held'),
  'trouble with the operation: answer lost, then in progress': trouble(
    'operation',
    'answer lost',
    'in progress',
  ),
  'trouble with the operation: old answer': trouble('operation', 'old answer'),
  'trouble with the poll: old answer': trouble('poll', 'old answer'),
  'trouble with the operation: refused': trouble('operation', 'refused'),
  'trouble with the operation: answer lost, then refused': trouble('operation', 'answer lost', 'refused'),
  'trouble with the operation: lost three times': trouble('operation', 'call lost', 'call lost', 'call lost'),
  'what is held goes on': ({ shop }) => {
    for (const go of [...shop.held]) go();
  },
};

const before = ' (the sale before)';

/** Every step that a story is made of; those about one sale also about the one before. */
export const steps = Object.keys({ ...general, ...onOne }).concat(
  Object.keys(onOne).map((step) => step + before),
);

/** Does a step, where it can be done now. */
export async function take(counter: Counter, step: string): Promise<void> {
  const isBefore = step.endsWith(before);
  const act = general[step] ?? onOne[isBefore ? step.slice(0, -before.length) : step];
  if (act === undefined) throw new Error(`there is no step "${step}"`);
  counter.back = isBefore ? 2 : 1;
  await act(counter);
}
