// Whether the answers to charges, captures, refunds and stops are true, and each was done as often as requested.
import {
  type Evidence,
  krone,
  orderOf,
  oursOf,
  type Rule,
  type TheirEntry,
  type TheirOrder,
  totalsOf,
} from './ledgers.ts';

/** A payment that was answered with 201 exists, and a repeat under the same key names the same payment. */
const noAnswerIsTakenBack: Rule = ({ ours, charges }) => {
  const started = charges.filter(({ reference }) => reference !== null);
  const lost = started
    .filter((charge) => !ours.some(({ reference }) => reference === charge.reference))
    .map(({ sale, reference }) => ({
      rule: 'answered payment missing',
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

/**
 * Each capture and refund that was requested happened as often as the answers say, and never twice. A capture counts as done where
 * at least as much was captured in the portal.
 */
const partsHappenOnce: Rule = (evidence) =>
  evidence.parts.flatMap(({ reference, kind, key, amount, told }) => {
    const operation = kind.toUpperCase();
    const order = orderOf(evidence, reference);
    const history = order?.history ?? [];
    const times = history.filter((entry) => isOurs(entry, operation) && entry.amount === amount).length;
    const events = evidence.ours.find((payment) => payment.reference === reference)?.events ?? [];
    const wasRefused = events.some(({ event }) => event === `${kind}_refused`);
    const wasDoneFor =
      kind === 'capture' &&
      order !== undefined &&
      isCapturedInPortal(order) &&
      capturedIsEnough(evidence, order);
    const least =
      (told === 'done' && !wasDoneFor) || (told === 'stored' && !wasRefused && !wasDoneFor) ? 1 : 0;
    const most = told === 'refused' ? 0 : 1;
    if (times >= least && times <= most) return [];
    const what = `${key} (${krone(amount)}) was told to be ${told} and happened ${times} times`;
    return [{ rule: `${kind} happened ${times} times`, reference, what }];
  });

const isOurs = ({ success, operation, isOfPortal }: TheirEntry, wanted: string) =>
  success && operation === wanted && !isOfPortal;
const isCapturedInPortal = ({ history }: TheirOrder) =>
  history.some(({ success, operation, isOfPortal }) => success && operation === 'CAPTURE' && isOfPortal);

/** The captures that were answered as done add up to no more than what is captured. */
function capturedIsEnough({ parts }: Evidence, order: TheirOrder): boolean {
  const done = parts.filter(
    ({ reference, kind, told }) => reference === order.orderId && kind === 'capture' && told === 'done',
  );
  return done.reduce((sum, { amount }) => sum + amount, 0) <= totalsOf(order).captured;
}

/** An agreement whose end was asked for is over, unless that was refused. */
const stopsHappen: Rule = (evidence) =>
  evidence.stops.flatMap(({ reference, told }) => {
    const payment = evidence.ours.find((one) => one.reference === reference);
    const wasRefused = payment?.events.some(({ event }) => event === 'stop_refused') === true;
    const isDue = told === 'done' || (told === 'stored' && !wasRefused);
    if (!isDue || payment?.agreement?.status === 'stopped') return [];
    const what = `its end was told to be ${told}, and it is ${payment?.agreement?.status}`;
    return [{ rule: 'not stopped', reference, what }];
  });

/** On an approved payment Vipps shows no refund that was not requested. */
const noUnrequestedRefunds: Rule = (evidence) =>
  oursOf(evidence).flatMap(({ reference, state }) => {
    if (state !== 'approved') return [];
    const history = orderOf(evidence, reference)?.history ?? [];
    const asked = evidence.parts.filter((part) => part.kind === 'refund' && part.reference === reference);
    return history
      .filter((entry) => isOurs(entry, 'REFUND') && !asked.some(({ amount }) => amount === entry.amount))
      .map(({ amount }) => ({
        rule: 'unrequested refund',
        reference,
        what: `${krone(amount)} was refunded`,
      }));
  });

export const askedRules: Rule[] = [noAnswerIsTakenBack, partsHappenOnce, stopsHappen, noUnrequestedRefunds];
