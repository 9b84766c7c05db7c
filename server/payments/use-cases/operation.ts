// What people or tills ask for once it is paid: stored with a key first, carried out by the watch.
import type { Act } from '../../audit/act.ts';
import type { Amount, By } from '../../contract/payments.ts';
import { type Clock, within } from '../../core/clock.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Asked, DayLimit, Store, StoredOperation } from '../../store/store.ts';
import { fingerprintOf } from '../idempotency.ts';
import type { Approver, Ledger } from '../ledger.ts';
import type { Payment, PaymentEvent } from '../payment/types.ts';
import type { Watch } from '../watch/watch.ts';

/** An operation that Vipps has not answered by then goes on in the background. */
const operationWaitMs = 9_000;

export type OperateDeps = { store: Store; ledger: Ledger; watch: Watch; clock: Clock; newKey: () => string };

export type Wanted = {
  kind: StoredOperation['kind'];
  /** Of a capture or refund; null for all that is reserved. */
  amount: Amount | null;
  /** The caller's, where it sent one. */
  idempotencyKey: string | null;
  by?: By | undefined;
  /** Put on record with it. */
  act?: Act | undefined;
  /** What they may give back by themselves; without it, everything. */
  limits?: RefundLimits | undefined;
  /** Proves that a manager has approved it, which lifts the limits. Not asked for a repeat of what is stored. @throws Refusal. */
  approve?: (() => Promise<Approver>) | undefined;
  /** Why it is refunded, for the history. */
  reason?: string | undefined;
};

/** What a person may give back by themselves: of one payment in all, in minor units, and in a day. */
export type RefundLimits = { readonly upTo?: number | undefined; readonly day?: DayLimit | undefined };

export type Operate = (reference: string, wanted: Wanted) => Promise<Payment>;

/** It is stored, so it will be carried out, whether or not anybody can say now how far it is. */
function stillUnderWay(): never {
  const message = 'This is stored and completed as soon as Vipps MobilePay answers. Do not repeat it.';
  throw new Refusal('vipps_unavailable', message);
}

function wishOf({ kind, amount, reason }: Wanted, { upTo }: RefundLimits): PaymentEvent {
  const within = upTo === undefined ? {} : { upTo };
  if (kind === 'release' || kind === 'stop') return { type: kind, ...within };
  if (kind === 'capture') return { type: kind, amount: amount?.value ?? null };
  if (amount === null) throw new Error('a refund has an amount');
  const why = reason === undefined ? {} : { reason };
  return { type: 'refund', amount: amount.value, ...within, ...why };
}

export function createOperate(deps: OperateDeps): Operate {
  const { store, ledger, watch, clock } = deps;

  /** The operation that a request with this key made earlier, so that a repeat does nothing twice. */
  async function operationAsked(reference: string, asked: Asked | null): Promise<StoredOperation | null> {
    const found = asked && (await store.findOperationAsked(reference, asked.idempotencyKey));
    if (found && found.asked?.fingerprint !== asked.fingerprint) {
      throw new Refusal('idempotency_mismatch', 'This Idempotency-Key was used for another request.');
    }
    return found;
  }

  async function outcomeOf(reference: string, key: string): Promise<Payment> {
    await within(clock, operationWaitMs, watch.tryOperation(reference, key));
    const found = await Promise.all([store.findOperation(key), store.find(reference)]).catch(stillUnderWay);
    const [operation, payment] = found;
    if (operation === null || payment === null) throw new Error(`operation ${key} is gone`);
    if (operation.state === 'refused') {
      throw new Refusal(
        'vipps_rejected',
        `Vipps MobilePay refused: ${payment.problem?.message ?? 'no reason'}`,
      );
    }
    return operation.state === 'pending' ? stillUnderWay() : payment;
  }

  /** Stores it under this key, within the limits of who asks unless a manager has approved it. */
  async function ask(reference: string, wanted: Wanted, asked: Asked | null, key: string): Promise<void> {
    const { by, act } = wanted;
    const approver = await wanted.approve?.();
    const limits = approver === undefined ? (wanted.limits ?? {}) : {};
    const extras = { operation: { key, asked, dayLimit: limits.day }, act, approver };
    await ledger.change(reference, wishOf(wanted, limits), by ? { ...extras, by } : extras);
  }

  async function operate(reference: string, wanted: Wanted): Promise<Payment> {
    const { kind, amount, idempotencyKey } = wanted;
    const payment = await store.find(reference);
    if (payment !== null && amount !== null && amount.currency !== payment.amount.currency) {
      throw new Refusal('invalid_request', `amount.currency: the payment is in ${payment.amount.currency}.`);
    }
    const fingerprint = fingerprintOf([kind, amount]);
    const asked = idempotencyKey === null ? null : { idempotencyKey, fingerprint };
    const earlier = await operationAsked(reference, asked);
    if (earlier !== null) {
      if (earlier.state === 'pending') return outcomeOf(reference, earlier.key);
      if (earlier.state === 'done' && payment !== null) return payment;
      throw new Refusal('vipps_rejected', 'Vipps MobilePay refused this the first time.');
    }
    const key = deps.newKey();
    try {
      await ask(reference, wanted, asked, key);
    } catch (error) {
      // The same request came twice at once, and the other was first: both get its outcome.
      const first = await operationAsked(reference, asked);
      if (first === null) throw error;
      return outcomeOf(reference, first.key);
    }
    return outcomeOf(reference, key);
  }

  return operate;
}
