// Whether history and screens were true at the time, by the simulator's own times. All clocks are this machine's.
import {
  type Disagreement,
  type Evidence,
  endedAtMs,
  finalStates,
  firstAtMs,
  isOutOfReach,
  type OurPayment,
  toldOfMoney,
} from './ledgers.ts';

/** What our history or a screen said of a payment, and when. `ofMoney`: that money turned up, and is on its way back. */
type Said = { state: string; ofMoney: boolean; atMs: number; by: string };

export function judgeTimes(evidence: Evidence): Disagreement[] {
  const found = evidence.ours
    .filter(({ reference }) => !evidence.inherited.some((one) => one.reference === reference))
    .flatMap((payment) => {
      const said = whatWasSaid(evidence, payment);
      return [
        ...untrue(evidence, payment, said),
        ...takenBack(payment, said),
        ...capturedAfterCancel(evidence, payment),
      ];
    });
  return [...found, ...twoCodes(evidence)];
}

function whatWasSaid({ sightings }: Evidence, { reference, events }: OurPayment): Said[] {
  const shown = sightings.filter((one) => one.reference === reference);
  // What our history says from then on, it says of money that turned up.
  const foundAtMs = events.find(({ event }) => event === 'captured')?.atMs ?? Number.POSITIVE_INFINITY;
  return [
    ...events.map(({ state, atMs }) => {
      return { state, ofMoney: atMs >= foundAtMs, atMs, by: 'our history' };
    }),
    ...shown.map(({ state, problem, atMs }) => {
      return { state, ofMoney: toldOfMoney.includes(problem ?? ''), atMs, by: 'a screen' };
    }),
  ];
}

/**
 * [P1] "Paid" only after a reservation, and so is "your money is on its way back"; "nothing was taken" only after Vipps let go, or when
 * it never had the order.
 */
function untrue({ theirs }: Evidence, payment: OurPayment, said: Said[]): Disagreement[] {
  const { reference } = payment;
  const order = theirs.find(({ orderId }) => orderId === reference);
  const paidAtMs = firstAtMs(order, 'RESERVE', 'SALE');
  const rule = 'not true when it was said';
  const lies = said.flatMap(({ state, ofMoney, atMs, by }) => {
    if (!finalStates.includes(state)) return [];
    if (state === 'approved' || ofMoney) {
      if (paidAtMs <= atMs) return [];
      const words = state === 'approved' ? state : `that money turned up after it was ${state}`;
      return [{ rule, reference, what: `${by} said ${words} before anything was reserved` }];
    }
    if (order === undefined || endedAtMs(order) <= atMs || isOutOfReach(payment, order)) return [];
    return [{ rule, reference, what: `${by} said ${state} while Vipps had it open` }];
  });
  return firstOfEach(lies);
}

/** A final state is final. */
function takenBack({ reference }: OurPayment, said: Said[]): Disagreement[] {
  const ends = new Set(said.map(({ state }) => state).filter((state) => finalStates.includes(state)));
  if (ends.size < 2) return [];
  return [{ rule: 'final state changed', reference, what: `it was called ${[...ends].join(' and ')}` }];
}

/** [P3] What a cashier has cancelled is never captured by us; a direct capture is a SALE, not a CAPTURE. */
function capturedAfterCancel({ theirs, cancels }: Evidence, { reference }: OurPayment): Disagreement[] {
  const order = theirs.find(({ orderId }) => orderId === reference);
  const isCancelled = cancels.some((cancel) => cancel.reference === reference);
  const isCaptured = order?.history.some(
    ({ operation, success, isOfPortal }) => operation === 'CAPTURE' && success && !isOfPortal,
  );
  if (!isCancelled || !isCaptured) return [];
  return [{ rule: 'captured after a cancel', reference, what: 'a cancel was accepted, and it was captured' }];
}

type Shown = { till: string; reference: string; fromMs: number; toMs: number };

/** [P4] A till never shows a code while another one that it shows can be paid at Vipps. */
function twoCodes({ ours, theirs }: Evidence): Disagreement[] {
  const shown = ours.flatMap((payment): Shown[] => {
    const { till, reference, events } = payment;
    const order = theirs.find(({ orderId }) => orderId === reference);
    const fromMs = events.find(({ state }) => state === 'presented')?.atMs;
    if (order === undefined || fromMs === undefined) return [];
    const leftMs = events.find(({ state, atMs }) => atMs >= fromMs && !payable.includes(state))?.atMs;
    const overAtMs = Math.min(firstAtMs(order, 'RESERVE', 'SALE'), endedAtMs(order), order.deadlineMs);
    return [{ till, reference, fromMs, toMs: Math.min(leftMs ?? overAtMs, overAtMs) }];
  });
  return shown.flatMap((one, index) =>
    shown
      .slice(index + 1)
      .filter(({ till, fromMs, toMs }) => till === one.till && fromMs < one.toMs && one.fromMs < toMs)
      .map((other) => ({
        rule: 'two codes at once',
        reference: `${one.reference}, ${other.reference}`,
        what: `till ${one.till} showed both while both could be paid`,
      })),
  );
}

const payable = ['started', 'presented', 'scanned'];

function firstOfEach(all: Disagreement[]): Disagreement[] {
  return all.filter((one, index) => all.findIndex(({ what }) => what === one.what) === index);
}
