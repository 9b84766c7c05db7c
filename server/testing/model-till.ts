// One till whose payments live by `apply` alone, next to a Vipps that is a model too: people and faults are up to the test.
import { type Agenda, newAgenda } from '../payments/agenda.ts';
import { apply, payableStates } from '../payments/payment.ts';
import { paymentLifeMs } from '../payments/signs.ts';
import type { Payment, PaymentEvent } from '../payments/types.ts';
import { Refusal } from '../refusal.ts';
import type { StoredOperation } from '../store/store.ts';
import { type Adrift, attempt, type Call, patienceMs } from './model-call.ts';
import { type ChangeChecks, createChangeChecks } from './model-changes.ts';
import { kinds, type Shop } from './model-kinds.ts';
import { checkTill, rule } from './model-rules.ts';
import { ModelVipps } from './model-vipps.ts';
import { aPayment } from './payments.ts';

/** The work on one payment; all but `lateLooksOver` is in memory, and lost with the server. */
type Line = { agenda: Agenda; call: Call | null; lateLooksOver: boolean };

export class ModelTill {
  readonly shop: Shop;
  readonly vipps: ModelVipps;
  readonly operations: StoredOperation[] = [];
  readonly lines = new Map<string, Line>();
  readonly adrift: Adrift[] = [];
  readonly #onChange: (payment: Payment) => void;
  readonly #payments = new Map<string, Payment>();
  readonly #checks: ChangeChecks;
  #newest = '';
  steadyMs = 5_000_000;
  wallMs = Date.parse('2026-03-02T09:00:00.000Z');

  /** @param onChange told of each payment that comes to be or changes. */
  constructor(shop: Shop, onChange: (payment: Payment) => void = () => undefined) {
    this.shop = shop;
    this.#onChange = onChange;
    this.vipps = new ModelVipps({ ...shop, now: () => this.steadyMs });
    this.#checks = createChangeChecks(this.vipps, () => this.steadyMs);
  }

  /** Oldest first. */
  payments(): Payment[] {
    return [...this.#payments.values()];
  }

  newest(): Payment {
    return this.find(this.#newest);
  }

  find(reference: string): Payment {
    const payment = this.#payments.get(reference);
    if (payment === undefined) throw new Error(`no payment ${reference}`);
    return payment;
  }

  line(reference: string): Line {
    const line = this.lines.get(reference);
    if (line === undefined) throw new Error(`no payment ${reference}`);
    return line;
  }

  isFree(): boolean {
    const payable: readonly string[] = payableStates;
    return !this.payments().some(({ state }) => payable.includes(state));
  }

  /** Stores a payment whose start is under way from now on. */
  create(reference = `till-1-sale-${this.#payments.size + 1}st`): Payment {
    const { steadyMs, wallMs } = this;
    const times = { createdAtMs: wallMs, updatedAtMs: wallMs, expiresAtMs: steadyMs + paymentLifeMs };
    const { api, agreement, amount: value } = kinds[this.shop.kind];
    const payment = aPayment({
      reference,
      api,
      state: 'started',
      qrExpiresAtMs: null,
      ...times,
      version: 1,
      amount: { value, currency: 'NOK' },
      agreement: agreement && { ...agreement, stop: 'none' },
    });
    const line = { agenda: newAgenda(steadyMs), call: null, lateLooksOver: false };
    this.lines.set(reference, line);
    this.#newest = reference;
    this.#store(payment);
    return payment;
  }

  /** Lets an event happen that the sequence of our own calls brings; it is never refused. */
  happen(reference: string, event: PaymentEvent, settled?: StoredOperation['state']): Payment {
    const before = this.find(reference);
    const superseded = this.#newest !== reference;
    const { capture } = this.shop;
    const policy = { nowMs: this.wallMs, steadyMs: this.steadyMs, capture, superseded };
    const { payment: after, order } = apply(before, event, policy);
    if (after === before) return before;
    this.#checks.check({ before, after, order, superseded });
    const pending = this.pending(reference);
    if (settled !== undefined && pending) pending.state = settled;
    if (order !== null) this.#order(after, order);
    this.#store(after);
    return after;
  }

  /** A wish of staff. @returns false when it is refused. */
  wish(reference: string, event: PaymentEvent): boolean {
    const before = this.find(reference);
    try {
      const { state } = this.happen(reference, event);
      if (event.type === 'cancel' && state === 'closing') this.#checks.cancelGranted(reference);
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      rule(this.find(reference) === before, 'what is refused changes nothing', before);
      return false;
    }
  }

  pending(reference: string): StoredOperation | undefined {
    return this.operations.find((one) => one.reference === reference && one.state === 'pending');
  }

  /** Hears the answer to the call that is under way for a payment, or nothing at all. */
  hear(reference: string, how: 'hear' | 'giveUp' = 'hear'): void {
    const line = this.line(reference);
    const { call } = line;
    line.call = null;
    call?.[how]();
  }

  /** Time goes by; calls that have waited too long are given up on the way. */
  pass(ms: number): void {
    const endMs = this.steadyMs + ms;
    while (this.steadyMs < endMs) {
      const waiting = [...this.lines.values()].flatMap(({ call }) => call?.askedMs ?? []);
      const nextMs = Math.min(endMs, ...waiting.map((askedMs) => askedMs + patienceMs));
      this.wallMs += nextMs - this.steadyMs;
      this.steadyMs = nextMs;
      for (const [reference, { call }] of this.lines) {
        if (call !== null && nextMs >= call.askedMs + patienceMs) this.hear(reference, 'giveUp');
      }
    }
  }

  /** A call that was given up reaches Vipps now, where it is not too late for that. */
  arriveLate(): void {
    const call = this.adrift.shift();
    if (call === undefined || this.steadyMs >= call.untilMs) return;
    attempt(call.send);
  }

  /** Payments, operations and `lateLooksOver` are stored; all else is gone. */
  restart(): void {
    for (const [reference, line] of this.lines) {
      line.call?.forget();
      Object.assign(line, { agenda: newAgenda(this.steadyMs, true), call: null });
      const problem = { code: 'vipps_unavailable', message: 'The server stopped while starting.' } as const;
      if (this.find(reference).state === 'started') this.happen(reference, { type: 'unfinished', problem });
    }
  }

  #order(payment: Payment, order: { kind: StoredOperation['kind']; amount: number }): void {
    const { reference, updatedAtMs: createdAtMs } = payment;
    rule(this.pending(reference) === undefined, '[P2] one operation at a time', { payment, order });
    const key = `key-${this.operations.length + 1}`;
    const rest = { asked: null, failures: 0, createdAtMs, state: 'pending' as const };
    this.operations.push({ ...order, key, reference, ...rest });
  }

  #store(payment: Payment): void {
    this.#payments.set(payment.reference, Object.freeze(payment));
    checkTill(this.payments(), this.operations);
    this.#onChange(payment);
  }
}
