// A round's evidence: one sale that was paid, the one after it that was cancelled, and what can be otherwise.
import type { Evidence, OurEvent, OurPayment, TheirEntry, TheirOrder } from './ledgers.ts';

export const event = (state: string, atMs: number, name = state): OurEvent => ({ event: name, state, atMs });
export const entry = (operation: string, atMs: number, amount = 1000): TheirEntry => ({
  operation,
  amount,
  success: true,
  atMs,
});

/** A sale on till 1 that began at 0, was shown at 10, approved at 30 and captured at 40. */
export function paid(more: Partial<OurPayment> = {}): OurPayment {
  const events = [event('started', 1), event('presented', 10), event('approved', 31)];
  return {
    reference: 'a',
    till: '1',
    text: 'sale-a',
    state: 'approved',
    amount: 1000,
    agreement: null,
    capture: 'captured',
    capturedAmount: 1000,
    refundedAmount: 0,
    captureBy: null,
    problem: null,
    events,
    ...more,
  };
}
export function paidOrder(more: Partial<TheirOrder> = {}): TheirOrder {
  const history = [entry('INITIATE', 5), entry('RESERVE', 30), entry('CAPTURE', 40)];
  return { ...sale, orderId: 'a', text: 'sale-a', amount: 1000, history, ...more };
}
export const sale = { api: 'ecom', deadlineMs: 1005, opened: true, agreement: null } as const;

/** The sale after it, which the cashier cancelled. */
export const cancelled: OurPayment = {
  reference: 'b',
  till: '1',
  text: 'sale-b',
  state: 'cancelled',
  amount: 2000,
  agreement: null,
  capture: 'none',
  capturedAmount: 0,
  refundedAmount: 0,
  captureBy: null,
  problem: null,
  events: [event('started', 50), event('presented', 60), event('closing', 69), event('cancelled', 72)],
};
export const cancelledOrder: TheirOrder = {
  ...sale,
  orderId: 'b',
  text: 'sale-b',
  amount: 2000,
  history: [entry('INITIATE', 55, 2000), entry('CANCEL', 71, 2000)],
};

/** The one thing that a screen showed. */
export const seenOn = (till: string, reference: string, state: string, atMs: number, problem?: string) => ({
  sightings: [{ till, reference, state, problem: problem ?? null, atMs }],
});

export function story(more: Partial<Evidence> = {}): Evidence {
  return {
    ours: [paid(), cancelled],
    theirs: [paidOrder(), cancelledOrder],
    inherited: [],
    charges: [{ sale: 'sale-a', status: 201, reference: 'a' }],
    parts: [],
    stops: [],
    cancels: [{ reference: 'b', atMs: 70 }],
    ...seenOn('1', 'a', 'approved', 32),
    capture: 'auto',
    ...more,
  };
}

/** The first sale, which expired unpaid; our history says so then. */
export const ranOut = (atMs: number) =>
  paid({
    state: 'expired',
    capture: 'none',
    capturedAmount: 0,
    events: [event('presented', 10), event('expired', atMs)],
  });
export const ofItself = (
  api: 'ecom' | 'epayment',
  atMs: number,
  ...more: TheirEntry[]
): Partial<Evidence> => ({
  ours: [ranOut(atMs), cancelled],
  theirs: [paidOrder({ api, deadlineMs: 50, history: [entry('INITIATE', 5), ...more] }), cancelledOrder],
  sightings: [],
});

/** The first sale, if it was a subscription, as both sides have it in the end. */
export const agreement = (
  ours: Partial<OurPayment>,
  status: 'ACTIVE' | 'STOPPED' | 'EXPIRED',
  theirs: Partial<TheirOrder> = {},
): Partial<Evidence> => ({
  ours: [paid({ agreement: { status: 'active' }, ...ours }), cancelled],
  theirs: [
    paidOrder({ api: 'recurring', agreement: { status, stoppedAtMs: null }, ...theirs }),
    cancelledOrder,
  ],
});
export const free = { amount: 0, capture: 'none', capturedAmount: 0 };
export const agreed = { amount: 0, history: [entry('INITIATE', 5, 0), entry('RESERVE', 30, 0)] };
/** Stopped by its subscriber, which is not in the history. */
export const stoppedInApp = (atMs: number, amount: number): Partial<Evidence> => ({
  ...agreement({ ...ranOut(45), amount, agreement: { status: 'stopped' } }, 'STOPPED', {
    amount,
    agreement: { status: 'STOPPED', stoppedAtMs: atMs },
    history: [entry('INITIATE', 5, amount), entry('RESERVE', 30, amount)],
  }),
  sightings: [],
});

/** Of which only our own history knows, as its answer was lost. */
export const unnamed = (
  theirs: Partial<TheirOrder> = {},
  events = [event('started', 1), event('failed', 45)],
): Partial<Evidence> => ({
  ...agreement({ ...free, state: 'failed', agreement: { status: 'stopped' }, events }, 'ACTIVE', {
    amount: 0,
    opened: false,
    agreement: { status: 'PENDING', stoppedAtMs: null },
    history: [entry('INITIATE', 5, 0)],
    ...theirs,
  }),
  sightings: [],
});

export const ofPortal = (operation: string, amount: number): TheirEntry => ({
  ...entry(operation, 80, amount),
  isOfPortal: true,
});
/** @param last the last entry of the first sale before the one of the portal. */
export const inPortal = (
  operation: string,
  amount: number,
  ours: Partial<OurPayment>,
  last: 'RESERVE' | 'CAPTURE' = 'CAPTURE',
): Partial<Evidence> => {
  const before = paidOrder().history.slice(0, last === 'RESERVE' ? 2 : 3);
  return {
    ours: [paid(ours), cancelled],
    theirs: [paidOrder({ history: [...before, ofPortal(operation, amount)] }), cancelledOrder],
  };
};
/** The first sale, captured in the portal at 68; we found it at 69, when staff had cancelled it, and gave the money back. */
export const paidInPortal = (...ours: OurEvent[]): Partial<Evidence> => {
  const captured = { ...ofPortal('CAPTURE', 1000), atMs: 68 };
  const history = [...paidOrder().history.slice(0, 2), captured, entry('REFUND', 70)];
  const back = { capturedAmount: 1000, refundedAmount: 1000, problem: { code: 'late_refunded' } };
  return {
    ours: [paid({ ...back, state: 'cancelled', capture: 'none', events: ours }), cancelled],
    theirs: [paidOrder({ history }), cancelledOrder],
    ...seenOn('1', 'a', 'cancelled', 69, 'late_money'),
  };
};
export const captureTold = (told: 'done' | 'stored', amount: number) => ({
  parts: [{ reference: 'a', kind: 'capture' as const, key: 'k', amount, told }],
});
export const stopTold = (told: 'done' | 'stored') => ({ stops: [{ reference: 'a', told }] });
export const told = (code: string) => ({ ours: [paid(), { ...cancelled, problem: { code } }] });

export const withOrder = (...more: TheirEntry[]) => ({
  theirs: [paidOrder({ history: [...paidOrder().history, ...more] }), cancelledOrder],
});
export const withCancelled = (...more: TheirEntry[]) => ({
  theirs: [paidOrder(), { ...cancelledOrder, history: [...cancelledOrder.history, ...more] }],
});
export const refund = (told: 'done' | 'stored' | 'refused' | 'nothing') => ({
  parts: [{ reference: 'a', kind: 'refund' as const, key: 'k', amount: 400, told }],
});
export const refundedOurs = (refundedAmount: number) => ({ ours: [paid({ refundedAmount }), cancelled] });
export const old = paid({ reference: 'old', text: 'old', events: [] });
