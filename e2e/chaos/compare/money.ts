// Whether shop and customers have the money that is theirs, and whether staff are told what they have to know.
import {
  endedAtMs,
  finalStates,
  firstAtMs,
  isOutOfReach,
  krone,
  type OurPayment,
  orderOf,
  oursOf,
  type Rule,
  type TheirOrder,
  toldOfMoney,
  totalsOf,
} from './ledgers.ts';

/** A payment with money is approved; any other has been given back. */
const noMoneyIsForgotten: Rule = (evidence) =>
  oursOf(evidence).flatMap((payment) => {
    const { reference, state } = payment;
    const order = orderOf(evidence, reference);
    const { captured, refunded, held } =
      order === undefined ? { captured: 0, refunded: 0, held: 0 } : totalsOf(order);
    if (state === 'approved') {
      // Of an agreement without a first payment, 0 is reserved.
      if (firstAtMs(order, 'RESERVE', 'SALE') === Number.POSITIVE_INFINITY)
        return [{ rule: 'paid without money', reference, what: 'nothing was reserved' }];
      // What Vipps refused to capture, and what staff have not captured yet, is held and on their list.
      const known =
        payment.captureBy !== null &&
        (evidence.capture === 'manual' || isRefused(payment) || isOfPortal(order));
      return held > 0 && !known ? [{ rule: 'not captured', reference, what: `${krone(held)} is held` }] : [];
    }
    if (held > 0)
      return [{ rule: 'money still held', reference, what: `${krone(held)} is held but it is ${state}` }];
    const kept = captured - refunded;
    return kept > 0
      ? [{ rule: 'money kept', reference, what: `${krone(kept)} is kept but it is ${state}` }]
      : [];
  });

const isRefused = ({ capture, problem }: OurPayment) =>
  capture === 'failed' || problem?.code === 'capture_failed';
/** A capture, refund or release in the portal, which may leave nothing, or only a part, to the till. */
const isOfPortal = (order: TheirOrder | undefined) =>
  order?.history.some((entry) => entry.isOfPortal) === true;

const nothingIsTakenTwice: Rule = (evidence) =>
  oursOf(evidence).flatMap(({ reference }) => {
    const order = orderOf(evidence, reference);
    if (order === undefined || totalsOf(order).captured <= order.amount) return [];
    const what = `${krone(totalsOf(order).captured)} of ${krone(order.amount)} were captured`;
    return [{ rule: 'captured more than once', reference, what }];
  });

/** [P3] Money that turned up after the end went back, and staff are told that there was some. */
const lateMoneyIsTold: Rule = (evidence) =>
  oursOf(evidence).flatMap(({ reference, state, problem }) => {
    const order = orderOf(evidence, reference);
    if (order === undefined || state === 'approved' || !finalStates.includes(state)) return [];
    const isLate = order.history.some(
      ({ operation, success, amount, atMs }) =>
        success && amount > 0 && paying.includes(operation) && atMs > endedAtMs(order),
    );
    if (!isLate || toldOfMoney.includes(problem?.code ?? '')) return [];
    const what = `it is ${state}, it has been paid since, and staff are told ${problem?.code ?? 'nothing'}`;
    return [{ rule: 'late money not told', reference, what }];
  });
const paying = ['RESERVE', 'SALE'];

/** What a subscriber has agreed to goes on where we say so, and nowhere else. */
const agreementsAreEqual: Rule = (evidence) =>
  oursOf(evidence).flatMap((payment) => {
    const { reference, agreement } = payment;
    const order = orderOf(evidence, reference);
    if (agreement === null || order === undefined || isOutOfReach(payment, order)) return [];
    const status = order.agreement?.status ?? 'no agreement';
    const isEqual = agreement.status === 'active' ? status === 'ACTIVE' : ended.includes(status);
    const what = `we say that it is ${agreement.status}, Vipps says ${status}`;
    return isEqual ? [] : [{ rule: 'agreement differs', reference, what }];
  });
const ended: readonly string[] = ['STOPPED', 'EXPIRED'];

/** One Idempotency-Key is one payment: no customer pays twice for one sale. */
const noSaleIsPaidTwice: Rule = ({ ours, theirs }) => {
  const paid = theirs.filter(({ orderId }) =>
    ours.some(({ reference, state }) => reference === orderId && state === 'approved'),
  );
  return [...Map.groupBy(paid, ({ text }) => text).values()]
    .filter((orders) => orders.length > 1)
    .map((orders) => ({
      rule: 'paid twice',
      reference: orders.map(({ orderId }) => orderId).join(', '),
      what: `the sale ${orders[0]?.text} has been paid ${orders.length} times`,
    }));
};

export const moneyRules: Rule[] = [
  noMoneyIsForgotten,
  nothingIsTakenTwice,
  lateMoneyIsTold,
  agreementsAreEqual,
  noSaleIsPaidTwice,
];
