// Whether two ledgers, and what people were told, are one story. Pure: evidence in, disagreements out.
import { type Disagreement, type Evidence, finalStates, firstAtMs, totalsOf, whatIsOpen } from './ledgers.ts';
import { judgeTimes } from './times.ts';

type Rule = (evidence: Evidence) => Disagreement[];

/** All that disagrees; empty when nobody lost or paid anything that they should not have. */
export function compare(evidence: Evidence): Disagreement[] {
  // What has our reference and is another system's is not ours to agree with.
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

const krone = (minor: number) => (minor / 100).toFixed(2);
const oursOf = ({ ours, inherited }: Evidence) =>
  ours.filter(({ reference }) => !inherited.some((one) => one.reference === reference));
const orderOf = ({ theirs }: Evidence, reference: string) =>
  theirs.find(({ orderId }) => orderId === reference);

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

/** Whoever paid is approved; whoever is not has got everything back. */
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
      // What Vipps refused to capture, and what staff have not captured yet, is held and known.
      const known = evidence.capture === 'manual' || payment.capture === 'failed';
      return held > 0 && !known ? [{ rule: 'not captured', reference, what: `${krone(held)} is held` }] : [];
    }
    if (held > 0) return [{ rule: 'held', reference, what: `${krone(held)} is held but it is ${state}` }];
    const kept = captured - refunded;
    return kept > 0 ? [{ rule: 'kept', reference, what: `${krone(kept)} is kept but it is ${state}` }] : [];
  });

/** What a subscriber has agreed to goes on where we say so, and nowhere else. */
const agreementsAreEqual: Rule = (evidence) =>
  oursOf(evidence).flatMap(({ reference, agreement }) => {
    const order = orderOf(evidence, reference);
    if (agreement === null || order === undefined) return [];
    const status = order.agreement?.status ?? 'no agreement';
    const isEqual = agreement.status === 'active' ? status === 'ACTIVE' : ended.includes(status);
    const what = `we say that it is ${agreement.status}, Vipps says ${status}`;
    return isEqual ? [] : [{ rule: 'agreement differs', reference, what }];
  });
const ended: readonly string[] = ['STOPPED', 'EXPIRED'];

/** One Idempotency-Key is one payment: nobody pays twice for one sale. */
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

/** What was answered with 201 is there, and a repeat under the same key names the same payment. */
const noAnswerIsTakenBack: Rule = ({ ours, charges }) => {
  const started = charges.filter(({ reference }) => reference !== null);
  const lost = started
    .filter((charge) => !ours.some(({ reference }) => reference === charge.reference))
    .map(({ sale, reference }) => ({
      rule: 'lost',
      reference: reference ?? '',
      what: `${sale} was answered with 201 and is gone`,
    }));
  const changed = [...Map.groupBy(started, ({ sale }) => sale)]
    .map(([sale, answers]) => ({ sale, references: new Set(answers.map(({ reference }) => reference)) }))
    .filter(({ references }) => references.size > 1)
    .map(({ sale, references }) => {
      const all = [...references].join(', ');
      return { rule: 'two payments for one key', reference: all, what: `${sale} was answered with both` };
    });
  return [...lost, ...changed];
};

/** Each capture and refund that was asked for happened as often as was said, and never twice. */
const partsHappenOnce: Rule = (evidence) =>
  evidence.parts.flatMap(({ reference, kind, key, amount, told }) => {
    const operation = kind.toUpperCase();
    const history = orderOf(evidence, reference)?.history ?? [];
    const times = history.filter(
      (entry) => entry.success && entry.operation === operation && entry.amount === amount,
    ).length;
    const events = evidence.ours.find((payment) => payment.reference === reference)?.events ?? [];
    const wasRefused = events.some(({ event }) => event === `${kind}_refused`);
    const least = told === 'done' || (told === 'stored' && !wasRefused) ? 1 : 0;
    const most = told === 'refused' ? 0 : 1;
    if (times >= least && times <= most) return [];
    const what = `${key} (${krone(amount)}) was told to be ${told} and happened ${times} times`;
    return [{ rule: `${kind} happened ${times} times`, reference, what }];
  });

/** Vipps shows no refund that nobody asked for on a payment that is approved. */
const nobodyElseRefunds: Rule = (evidence) =>
  oursOf(evidence).flatMap(({ reference, state }) => {
    if (state !== 'approved') return [];
    const history = orderOf(evidence, reference)?.history ?? [];
    const asked = evidence.parts.filter((part) => part.kind === 'refund' && part.reference === reference);
    return history
      .filter(({ operation, success, amount }) => {
        return operation === 'REFUND' && success && !asked.some((part) => part.amount === amount);
      })
      .map(({ amount }) => ({ rule: 'refund of nobody', reference, what: `${krone(amount)} was refunded` }));
  });

const nothingInheritedChanges: Rule = ({ ours, inherited }) =>
  inherited
    // What was open goes on.
    .filter(({ state }) => finalStates.includes(state))
    .flatMap((before) => {
      const { reference } = before;
      const facts = ({ state, amount, capturedAmount, refundedAmount }: typeof before) =>
        `${state}, ${krone(amount)}, captured ${krone(capturedAmount)}, refunded ${krone(refundedAmount)}`;
      const after = ours.find((payment) => payment.reference === reference);
      const [was, is] = [facts(before), after === undefined ? 'gone' : facts(after)];
      return was === is ? [] : [{ rule: 'not kept', reference, what: `it was ${was} and is ${is}` }];
    });

const rules: Rule[] = [
  everyOrderIsOver,
  amountsAreEqual,
  noMoneyIsForgotten,
  agreementsAreEqual,
  noSaleIsPaidTwice,
  noAnswerIsTakenBack,
  partsHappenOnce,
  nobodyElseRefunds,
  nothingInheritedChanges,
];
