// Whatever is said to a payment, in whatever order, true or not: `apply` keeps to its table and its bounds.
import fc from 'fast-check';
import { it } from 'vitest';
import { Refusal } from '../../core/refusal.ts';
import { rule } from '../../testing/model/rules.ts';
import { runs, seed } from '../../testing/model/runs.ts';
import { aPayment, tenMinutesMs } from '../../testing/payments.ts';
import { anAgreement } from '../../testing/vipps.ts';
import { apply, type Decision, isFinal } from './transitions.ts';
import { type Observation, orderKinds, type Payment, type PaymentEvent, type Policy } from './types.ts';

const sequences = 5_000;
const whole = 24_900;
const fresh = { state: 'started', qrExpiresAtMs: null, version: 1 } as const;
const agreement = { ...anAgreement(), stop: 'none' } as const;
const begun = [
  aPayment(fresh),
  aPayment({ ...fresh, api: 'recurring', agreement }),
  aPayment({ ...fresh, api: 'recurring', agreement, amount: { value: 0, currency: 'NOK' } }),
];

const amount = fc.constantFrom(0, 5_000, whole);
const observation: fc.Arbitrary<Observation> = fc.record({
  scanned: fc.boolean(),
  declined: fc.boolean(),
  cancelled: fc.boolean(),
  expired: fc.boolean(),
  stopped: fc.boolean(),
  accepted: fc.boolean(),
  reservedAmount: amount,
  capturedAmount: amount,
  refundedAmount: amount,
});
const events: fc.Arbitrary<PaymentEvent> = fc.oneof(
  fc.constant<PaymentEvent>({ type: 'presented', qrExpiresAtMs: tenMinutesMs / 2 }),
  fc
    .constantFrom('refused', 'unfinished', 'started_over', 'not_ours')
    .map((type) => ({ type, problem: { code: 'vipps_unavailable', message: type } }) as const),
  { weight: 6, arbitrary: observation.map((seen) => ({ type: 'observed', observation: seen }) as const) },
  fc.constantFrom('unreachable', 'unknown', 'absent', 'voided', 'cancel').map((type) => ({ type }) as const),
  fc.constantFrom('release', 'stop', 'stop_found').map((type) => ({ type }) as const),
  fc
    .tuple(fc.constantFrom('released', 'stopped'), amount, amount)
    .map(([type, capturedAmount, releasedAmount]) => ({ type, capturedAmount, releasedAmount }) as const),
  fc.constantFrom(0, tenMinutesMs).map((watchedMs) => ({ type: 'clock', watchedMs }) as const),
  fc.constantFrom(null, 5_000, whole).map((wanted) => ({ type: 'capture', amount: wanted }) as const),
  fc.constantFrom(5_000, whole).map((wanted) => ({ type: 'refund', amount: wanted }) as const),
  amount.map((capturedAmount) => ({ type: 'captured', capturedAmount }) as const),
  amount.map((refundedAmount) => ({ type: 'refunded', refundedAmount }) as const),
  fc
    .tuple(amount, amount, amount)
    .filter(([captured, refunded, released]) => refunded <= captured && captured + released <= whole)
    .map(([capturedAmount, refundedAmount, releasedAmount]) => ({
      type: 'found' as const,
      capturedAmount,
      refundedAmount,
      releasedAmount,
    })),
  fc
    .constantFrom(...orderKinds.flatMap((kind) => [`${kind}_delayed`, `${kind}_refused`] as const))
    .map((type) => ({ type, problem: { code: 'capture_failed', message: type } }) as const),
);
const policies: fc.Arbitrary<Policy> = fc.record({
  nowMs: fc.constantFrom(-1, 0, 10 * tenMinutesMs),
  steadyMs: fc.constantFrom(0, tenMinutesMs / 2, tenMinutesMs),
  capture: fc.constantFrom('auto', 'manual'),
  superseded: fc.boolean(),
});

/** @returns null where the event is refused. @throws for any other error. */
function applied(before: Payment, event: PaymentEvent, policy: Policy): Decision | null {
  try {
    return apply(before, event, policy);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function checkStep(before: Payment, event: PaymentEvent, policy: Policy): Payment {
  const text = JSON.stringify(before);
  const decision = applied(before, event, policy);
  rule(JSON.stringify(before) === text, 'the payment before stays as it was', text);
  if (decision === null) return before;
  const { payment: after, order } = decision;
  const what = { before, event, after, order };
  if (after === before) {
    rule(order === null, 'no order without a change', what);
    return before;
  }
  rule(after.version === before.version + 1, 'versions grow by one', what);
  rule(!isFinal(before.state) || after.state === before.state, 'final states are final', what);
  for (const amount of ['reservedAmount', 'capturedAmount', 'refundedAmount', 'releasedAmount'] as const) {
    rule(after[amount] >= before[amount], `${amount} only grows`, what);
  }
  const [wasStop, stop] = [before.agreement?.stop, after.agreement?.stop];
  rule(stop === wasStop || wasStop !== 'stopped', 'an agreement that is stopped stays so', what);
  const isShown =
    event.type === 'observed'
      ? event.observation.stopped === true
      : ['stopped', 'stop_found'].includes(event.type);
  rule(stop !== 'stopped' || stop === wasStop || isShown, '[P1] stopped by Vipps', what);
  if (order === null) return after;
  const isBusy = before.capture === 'pending' || before.refundingAmount > 0 || before.releasingAmount > 0;
  const isStopping = wasStop === 'pending' && event.type !== 'stopped';
  rule(!isBusy && !isStopping, '[P2] one operation at a time', what);
  rule(order.amount > 0 || order.kind === 'stop', 'an operation moves something', what);
  const { state, capturedAmount, refundedAmount, releasedAmount, reservedAmount } = after;
  if (order.kind === 'refund') {
    rule(order.amount <= capturedAmount - refundedAmount, '[P3] no more is refunded than was captured', what);
    return after;
  }
  rule(state === 'approved', `[P3] only what is approved takes a ${order.kind}`, what);
  rule(order.kind !== 'stop' || wasStop === 'none', '[P2] an agreement is stopped once', what);
  const isHeld = order.amount <= reservedAmount - capturedAmount - releasedAmount;
  rule(isHeld || order.kind === 'stop', '[P3] only what is still reserved is captured or released', what);
  return after;
}

it(`[P2] [P3] hold in ${sequences} sequences of any events (seed ${seed})`, { timeout: 60_000 }, () => {
  const happenings = fc.noBias(fc.array(fc.tuple(events, policies), { maxLength: 20, size: 'max' }));
  const property = fc.property(fc.constantFrom(...begun), happenings, (first, all) => {
    all.reduce((before, [event, policy]) => checkStep(before, event, policy), first);
  });
  fc.assert(property, runs(sequences));
});
