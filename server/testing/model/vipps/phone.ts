// What customers of the property tests do to their orders at Vipps; what is not possible comes to nothing, as in the app.
import type { ModelOrder } from './order.ts';

/** Longer than a customer has to pay. */
const bankMs = 15 * 60_000;

type AtVipps = {
  readonly orders: ReadonlyMap<string, ModelOrder>;
  canBePaid(order: ModelOrder): boolean;
  isRunning(reference: string): boolean;
};
type PhoneOptions = {
  now: () => number;
  /** Approved is captured at once (SALE). */
  directCapture: boolean;
};

export class ModelPhone {
  readonly #vipps: AtVipps;
  readonly #options: PhoneOptions;

  constructor(vipps: AtVipps, options: PhoneOptions) {
    this.#vipps = vipps;
    this.#options = options;
  }

  open(reference: string): void {
    const order = this.#vipps.orders.get(reference);
    if (order && this.#vipps.canBePaid(order)) order.opened = true;
  }

  decline(reference: string): void {
    const order = this.#vipps.orders.get(reference);
    if (order?.opened && order.amount > 0 && this.#vipps.canBePaid(order)) order.attempted = true;
  }

  refuse(reference: string): void {
    const order = this.#vipps.orders.get(reference);
    if (order?.opened && this.#vipps.canBePaid(order)) order.ended = true;
  }

  approve(reference: string): void {
    const order = this.#vipps.orders.get(reference);
    if (order?.opened && this.#vipps.canBePaid(order)) this.#pay(order);
  }

  /** The bank asks who the customer is, and takes its time. */
  goToBank(reference: string): void {
    const order = this.#vipps.orders.get(reference);
    if (order?.opened && this.#vipps.canBePaid(order)) order.atBankUntilMs = this.#options.now() + bankMs;
  }

  /** An approval that had begun before the cancel comes through after it. */
  slipThrough(reference: string): void {
    const order = this.#vipps.orders.get(reference);
    if (!order?.opened || !order.ended || order.approved) return;
    if (this.#options.now() >= order.expiresAtMs) return;
    order.paidAfterCancel = true;
    order.ended = false;
    this.#pay(order);
  }

  /** The subscriber ends an agreement in the app: what is reserved is left to us. */
  stopInApp(reference: string): void {
    const order = this.#vipps.orders.get(reference);
    if (!order?.approved || !this.#vipps.isRunning(reference)) return;
    order.ended = true;
    order.stoppedInApp = true;
  }

  /** Agreed to; the first payment is reserved a moment later, with `charge`. */
  agree(reference: string): void {
    const order = this.#vipps.orders.get(reference);
    if (!order?.opened || !this.#vipps.canBePaid(order)) return;
    order.attempted = true;
    order.approved = true;
    order.isCharging = order.amount > 0;
  }

  /** Reserves the first payment, also of an agreement that its subscriber has stopped meanwhile. */
  charge(reference: string): void {
    const order = this.#vipps.orders.get(reference);
    if (order?.isCharging) this.#pay(order);
  }

  #pay(order: ModelOrder): void {
    order.isCharging = false;
    order.attempted = true;
    order.approved = true;
    order.reserved = order.amount;
    if (this.#options.directCapture) order.captured = order.amount;
  }
}
