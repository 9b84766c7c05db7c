// Whether two ledgers, and what people were told, are one story. Pure: evidence in, disagreements out.
import { askedRules } from './asked.ts';
import {
  type Disagreement,
  type Evidence,
  finalStates,
  krone,
  orderOf,
  oursOf,
  type Rule,
  totalsOf,
  whatIsOpen,
} from './ledgers.ts';
import { moneyRules } from './money.ts';
import { judgeTimes } from './times.ts';

/** All disagreements; empty when every amount is where it belongs and every answer was true. */
export function compare(evidence: Evidence): Disagreement[] {
  // An order of another system under our reference does not have to agree.
  const own = { ...evidence, theirs: evidence.theirs.filter(({ isOthers }) => !isOthers) };
  return [...othersAreLeftAlone(evidence), ...rules.flatMap((rule) => rule(own)), ...judgeTimes(own)];
}

/** Nothing has happened to them since they were made. */
const othersAreLeftAlone: Rule = ({ theirs }) =>
  theirs
    .filter(({ isOthers, history }) => isOthers && history.some(({ atMs }) => atMs !== history[0]?.atMs))
    .map(({ orderId }) => ({
      rule: 'not ours',
      reference: orderId,
      what: 'the order of another system was touched',
    }));

/** Everything is over, and every order at Vipps is one that we know. */
const everyOrderIsOver: Rule = ({ ours, theirs }) => [
  ...ours.flatMap((payment) => {
    const what = whatIsOpen(payment);
    return what === null ? [] : [{ rule: 'open', reference: payment.reference, what }];
  }),
  ...theirs
    .filter(({ orderId }) => !ours.some(({ reference }) => reference === orderId))
    .map(({ orderId }) => ({
      rule: 'unknown order',
      reference: orderId,
      what: 'Vipps has an order that we do not know',
    })),
];

const amountsAreEqual: Rule = (evidence) =>
  oursOf(evidence).flatMap((payment) => {
    const { reference } = payment;
    const order = orderOf(evidence, reference);
    const their = order === undefined ? { captured: 0, refunded: 0 } : totalsOf(order);
    const pairs = [
      ['amount', payment.amount, order?.amount ?? payment.amount],
      ['captured', payment.capturedAmount, their.captured],
      ['refunded', payment.refundedAmount, their.refunded],
    ] as const;
    return pairs
      .filter(([, our, theirs]) => our !== theirs)
      .map(([name, our, theirs]) => {
        const what = `${name}: we say ${krone(our)}, Vipps says ${krone(theirs)}`;
        return { rule: `${name} differs`, reference, what };
      });
  });

const nothingInheritedChanges: Rule = ({ ours, inherited }) =>
  inherited
    // Payments that were open go on.
    .filter(({ state }) => finalStates.includes(state))
    .flatMap((before) => {
      const { reference } = before;
      const facts = ({ state, amount, capturedAmount, refundedAmount }: typeof before) =>
        `${state}, ${krone(amount)}, captured ${krone(capturedAmount)}, refunded ${krone(refundedAmount)}`;
      const after = ours.find((payment) => payment.reference === reference);
      const [was, is] = [facts(before), after === undefined ? 'gone' : facts(after)];
      return was === is
        ? []
        : [{ rule: 'earlier payment changed', reference, what: `it was ${was} and is ${is}` }];
    });

const rules: Rule[] = [
  everyOrderIsOver,
  amountsAreEqual,
  ...moneyRules,
  ...askedRules,
  nothingInheritedChanges,
];
