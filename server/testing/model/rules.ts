// The rules of docs/rules.md as property tests check them: of a till at any time, and at the end.
import { captureByMs } from '../../payments/payment/capture-deadline.ts';
import { endedUnpaid } from '../../payments/payment/late-money.ts';
import { isFinal, payableStates } from '../../payments/payment/transitions.ts';
import { paymentLifeMs } from '../../payments/payment/trigger.ts';
import type { Payment } from '../../payments/payment/types.ts';
import type { StoredOperation } from '../../store/store.ts';
import { moneyIn } from './vipps/order.ts';
import type { ModelVipps } from './vipps/vipps.ts';

/** @throws when `held` is false; `says` begins with the rule. */
export function rule(held: boolean, says: string, what: unknown = ''): asserts held {
  if (!held) throw new Error(`${says}: ${JSON.stringify(what)}`);
}

const absentForSureMs = 30_000;

/** Vipps may say that it does not know an order while that order may be on its way; of one that was shown, at any time. */
export function mayBeDenied({ qrExpiresAtMs, expiresAtMs }: Payment, steadyMs: number): boolean {
  return qrExpiresAtMs !== null || steadyMs < expiresAtMs - paymentLifeMs + absentForSureMs;
}

/** What holds of a till at any time. */
export function checkTill(payments: readonly Payment[], operations: readonly StoredOperation[]): void {
  const payable: readonly string[] = payableStates;
  const canBePaid = payments.filter(({ state }) => payable.includes(state));
  rule(canBePaid.length <= 1, '[P4] one payment at a time', canBePaid);
  for (const payment of payments) {
    const pending = operations.filter(
      ({ reference, state }) => reference === payment.reference && state === 'pending',
    );
    rule(pending.length <= 1, '[P2] one operation at a time', pending);
    const [one] = pending;
    rule((payment.capture === 'pending') === (one?.kind === 'capture'), '[P2] a capture is stored', payment);
    const refunding = one?.kind === 'refund' ? one.amount : 0;
    rule(payment.refundingAmount === refunding, '[P2] a refund is stored', { payment, one });
    const releasing = one?.kind === 'release' ? one.amount : 0;
    rule(payment.releasingAmount === releasing, '[P2] a release is stored', { payment, one });
    const isStopping = payment.agreement?.stop === 'pending';
    rule(isStopping === (one?.kind === 'stop'), '[P2] a stop is stored', { payment, one });
  }
}

/** [P2] Before Vipps hears of an operation. */
export function checkStored(
  stored: StoredOperation | null | undefined,
  kind: StoredOperation['kind'],
  amount: number,
): void {
  const same = stored?.kind === kind && stored.amount === amount && stored.state === 'pending';
  rule(same, '[P2] stored before Vipps hears of it', { stored, kind, amount });
}

type Over = {
  payments: readonly Payment[];
  operations: readonly StoredOperation[];
  vipps: ModelVipps;
  capture: 'auto' | 'manual';
};

/** What holds once nobody does anything any more and Vipps has answered every poll. */
export function checkEnd(over: Over): void {
  for (const payment of over.payments) {
    const mine = over.operations.filter(({ reference }) => reference === payment.reference);
    rule(isFinal(payment.state), '[P1] everything ends', payment);
    rule(
      mine.every(({ state }) => state !== 'pending'),
      '[P2] every operation is settled',
      mine,
    );
    checkMoney(payment, mine, over);
    checkOperations(payment, mine, over.vipps);
  }
  const ours = new Set(over.payments.map(({ reference }) => reference));
  for (const reference of over.vipps.orders.keys()) {
    rule(ours.has(reference), '[P2] Vipps has no order that is not stored', reference);
  }
}

function checkMoney(payment: Payment, mine: StoredOperation[], { vipps, capture }: Over): void {
  const order = vipps.orders.get(payment.reference);
  const refused = (kind: StoredOperation['kind']) =>
    mine.some((one) => one.kind === kind && one.state === 'refused');
  if (order?.isOurs === false) {
    // Of an agreement that Vipps has not named nobody hears any more.
    const isTold = payment.problem?.code === 'not_ours' || payment.agreement !== null;
    rule(endedUnpaid(payment.state) && isTold, '[P11] staff are told of what is not ours', {
      payment,
      order,
    });
    return;
  }
  if (endedUnpaid(payment.state)) {
    rule(moneyIn(order) === 0 || refused('refund'), '[P3] late money is given back', { payment, order });
    const codes = moneyIn(order) === 0 ? ['released', 'late_refunded'] : ['late_money', 'refund_failed'];
    const told = codes.some((code) => code === payment.problem?.code);
    const isLate = (order?.reserved ?? 0) > 0 || vipps.told.accepted.has(payment.reference);
    rule(!isLate || told, '[P3] staff are told of what came late', { payment, order });
    rule(!vipps.isRunning(payment.reference), '[P3] nobody subscribes by accident', { payment, order });
    const isGone = moneyIn(order) > 0 || payment.problem?.code !== 'late_money';
    rule(isGone, '[P3] staff are told when it is given back', { payment, order });
    return;
  }
  rule(order !== undefined, '[P1] what is approved is at Vipps', payment);
  const { reserved, captured, refunded, released } = order;
  const taken = captured + released === reserved;
  const wanted = capture === 'auto' && !refused('capture');
  // Of what somebody has captured a part in the portal, the rest is left to staff, and is on their list.
  const isLeft = order.isInPortal && captureByMs(payment) !== null;
  rule(taken || !wanted || isLeft, '[P3] what is approved is captured', payment);
  const same = payment.capturedAmount === captured && payment.refundedAmount === refunded;
  rule(same, '[P1] our amounts are those of Vipps', { payment, order });
  rule(payment.releasedAmount === released, '[P1] our amounts are those of Vipps', { payment, order });
  const isRunning = payment.agreement?.stop === 'none';
  rule(vipps.isRunning(payment.reference) === isRunning, '[P1] what runs here runs at Vipps', payment);
}

/** What is settled as done was carried out, and nothing else. */
function checkOperations(payment: Payment, mine: StoredOperation[], vipps: ModelVipps): void {
  const order = vipps.orders.get(payment.reference);
  const { done: carriedOut = [], stoppedInApp = false } = order ?? {};
  const keys = (all: readonly { key: string }[]) => all.map(({ key }) => key).sort();
  // What the subscriber has stopped is stopped, though staff asked for it, too.
  const isOurs = ({ kind }: StoredOperation) => kind !== 'stop' || !stoppedInApp;
  const settled = keys(mine.filter((one) => one.state === 'done' && isOurs(one)));
  // What was captured in the portal is captured, though we asked for it, too.
  if (order?.isInPortal) {
    const missing = keys(carriedOut).filter((key) => !settled.includes(key));
    rule(missing.length === 0, '[P2] what was carried out is stored as done', { settled, missing });
    return;
  }
  rule(
    JSON.stringify(settled) === JSON.stringify(keys(carriedOut)),
    '[P2] what was carried out, once each, is what is stored as done',
    { settled, carriedOut },
  );
}
