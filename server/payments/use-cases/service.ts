// What people and tills can do with payments: start, cancel, capture, refund. Whatever talks to Vipps later is the watch's.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Act } from '../../audit/act.ts';
import type { Amount, By, NewAgreement, NewPayment, TillView } from '../../contract/payments.ts';
import type { StartAnswer } from '../../store/store.ts';
import { captureByMs, isAside } from '../payment/capture-deadline.ts';
import { wantedAgreement, wantedSale } from '../payment/new-payment.ts';
import type { Payment } from '../payment/types.ts';
import { createOperate, type OperateDeps, type Wanted } from './operation.ts';
import { answerOf, createStarts, type StartDeps, type Starts } from './start.ts';

/** Who gives money back, how much that one may by themselves, and who has approved more. */
export type May = Pick<Wanted, 'by' | 'act' | 'limits' | 'approve'>;

export type Payments = Pick<Starts, 'stop'> & {
  /** A sale. @throws Refusal `invalid_request` for another currency than the till's; as `Starts.start`. */
  start(till: TillView, sale: NewPayment, idempotencyKey: string | null, by?: By): Promise<StartAnswer>;
  /** Signs up a subscriber. @throws Refusal `not_allowed` where that is not done; as `start`. */
  startAgreement(
    till: TillView,
    agreement: NewAgreement,
    idempotencyKey: string | null,
    by?: By,
  ): Promise<StartAnswer>;
  /** @throws Refusal `wrong_state` for one that is paid, `not_found`. */
  cancel(reference: string, by?: By): Promise<Payment>;
  /**
   * @param amount null for all that is reserved.
   * @throws Refusal; `vipps_rejected` when Vipps said no, `vipps_unavailable` when it goes on in the background.
   */
  capture(
    reference: string,
    amount: Amount | null,
    idempotencyKey: string | null,
    by?: By,
    act?: Act,
  ): Promise<Payment>;
  /** @param may who refunds, how much that one may, and why. @throws as `capture`; `approval_required`. */
  refund(
    reference: string,
    amount: Amount,
    idempotencyKey: string | null,
    may?: May & { reason?: string | undefined },
  ): Promise<Payment>;
  /** Gives back what is reserved and not captured. @throws as `refund`. */
  release(reference: string, idempotencyKey: string | null, may?: May): Promise<Payment>;
  /** Ends an agreement, and gives back what is reserved for it. @throws as `refund`. */
  stopAgreement(reference: string, idempotencyKey: string | null, may?: May): Promise<Payment>;
  /** Captures what was left to the staff of a shop and nobody has decided on. */
  captureWaiting(shop: string): Promise<void>;
  /** [P10] Takes up every payment that was not over when the server last stopped. @returns how many. */
  recover(): Promise<number>;
};

/** Nobody has decided anything about it: a part was not captured on purpose, and staff have not been asked whether it was meant. */
const waitsUntouched = (payment: Payment) =>
  captureByMs(payment) !== null && payment.capture === 'none' && isAside(payment.problem);

export function createPayments(
  deps: StartDeps & OperateDeps & { capture: (shop: string) => 'auto' | 'manual' },
): Payments {
  const { store, ledger, watch } = deps;
  const starts = createStarts(deps);
  const operate = createOperate(deps);

  async function captureAll(waiting: readonly Payment[]): Promise<void> {
    for (const { reference } of waiting.filter(waitsUntouched)) {
      // There may be those of half a year, and tills ask meanwhile.
      await nextTurn();
      const operation = { key: deps.newKey(), asked: null };
      await ledger.change(reference, { type: 'capture', amount: null }, { operation });
    }
  }

  return {
    start: async (till, sale, key, by) => starts.start(till, wantedSale(till, sale), { key, body: sale }, by),
    startAgreement: async (till, agreement, key, by) =>
      starts.start(till, wantedAgreement(till, agreement), { key, body: agreement }, by),
    stop: starts.stop,
    capture: (reference, amount, idempotencyKey, by, act) =>
      operate(reference, { kind: 'capture', amount, idempotencyKey, by, act }),
    refund: (reference, amount, idempotencyKey, may) =>
      operate(reference, { kind: 'refund', amount, idempotencyKey, ...may }),
    release: (reference, idempotencyKey, may) =>
      operate(reference, { kind: 'release', amount: null, idempotencyKey, ...may }),
    stopAgreement: (reference, idempotencyKey, may) =>
      operate(reference, { kind: 'stop', amount: null, idempotencyKey, ...may }),

    async cancel(reference, by) {
      const payment = await ledger.change(reference, { type: 'cancel' }, by ? { by } : {});
      // A start that is under way begins the watch itself when it is over, so that the cancel comes after it at Vipps.
      if (payment.state === 'closing' && !starts.isUnderWay(reference)) watch.begin(reference);
      return payment;
    },

    async captureWaiting(shop) {
      const waiting = (await store.findUncaptured()).filter((payment) => payment.shop === shop);
      await captureAll(waiting);
      for (const { reference } of waiting) watch.begin(reference);
    },

    async recover() {
      // What was left for staff to capture when this server last ran: where all is captured at once, nobody would.
      await captureAll((await store.findUncaptured()).filter(({ shop }) => deps.capture(shop) === 'auto'));
      const unfinished = await store.findUnfinished();
      for (const { reference, state } of unfinished) {
        if (state === 'started') {
          const problem = {
            code: 'vipps_unavailable',
            message: 'The server stopped while starting.',
          } as const;
          await ledger.change(reference, { type: 'unfinished', problem }, { answer: answerOf });
        }
        watch.begin(reference, true);
      }
      return unfinished.length;
    },
  };
}
