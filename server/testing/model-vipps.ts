// Vipps MobilePay as property tests imagine it: what its orders allow, and what it has told us of them. Amounts are minor units.
import type { Sight } from '../vipps/gateway.ts';

/** Vipps says no, with its code; nothing has changed there. */
export class NotPossible extends Error {
  override readonly name = 'NotPossible';
  readonly code: string;
  constructor(code: string) {
    super(`Vipps refuses: ${code}`);
    this.code = code;
  }
}

type Done = { kind: 'capture' | 'refund'; key: string; amount: number; total: number };

type ModelOrder = {
  readonly reference: string;
  readonly amount: number;
  readonly expiresAtMs: number;
  opened: boolean;
  attempted: boolean;
  reserved: number;
  captured: number;
  refunded: number;
  /** The newest that ended it is a CANCEL or VOID. */
  cancelled: boolean;
  /** An approval that was under way came after the CANCEL. */
  paidAfterCancel: boolean;
  readonly done: Done[];
};

const orderLifeMs = 600_000;
/** An order comes to be at most this long after it was asked for. */
export const turnsUpWithinMs = 29_000;
const unknownOrder = '35';

type VippsOptions = {
  now: () => number;
  /** Approved is captured at once (SALE). */
  directCapture: boolean;
  /** Whether a look tells the keys of captures and refunds. */
  tellsKeys: boolean;
};

/** Money of ours that is at Vipps: reserved or captured, and not given back. */
export function moneyIn(order: ModelOrder | undefined): number {
  if (order === undefined || order.cancelled) return 0;
  return order.reserved - order.refunded;
}

export class ModelVipps {
  readonly orders = new Map<string, ModelOrder>();
  /** References of which we have heard that they are paid, or that nothing is held. */
  readonly toldPaid = new Set<string>();
  readonly toldOver = new Set<string>();
  readonly #looks = new Map<string, number>();
  /** Until when an order that was asked for may still come to be. */
  readonly #askedFor = new Map<string, number>();
  readonly #options: VippsOptions;

  constructor(options: VippsOptions) {
    this.#options = options;
  }

  canBePaid({ cancelled, reserved, expiresAtMs }: ModelOrder): boolean {
    return !cancelled && reserved === 0 && this.#options.now() < expiresAtMs;
  }

  // What the customer does; a phone says so when something is not possible.

  open(reference: string): void {
    const order = this.orders.get(reference);
    if (order && this.canBePaid(order)) order.opened = true;
  }

  decline(reference: string): void {
    const order = this.orders.get(reference);
    if (order?.opened && this.canBePaid(order)) order.attempted = true;
  }

  refuse(reference: string): void {
    const order = this.orders.get(reference);
    if (order?.opened && this.canBePaid(order)) order.cancelled = true;
  }

  approve(reference: string): void {
    const order = this.orders.get(reference);
    if (order?.opened && this.canBePaid(order)) this.#pay(order);
  }

  /** An approval that had begun before the cancel comes through after it. */
  slipThrough(reference: string): void {
    const order = this.orders.get(reference);
    if (!order?.opened || !order.cancelled || order.reserved > 0) return;
    if (this.#options.now() >= order.expiresAtMs) return;
    order.paidAfterCancel = true;
    order.cancelled = false;
    this.#pay(order);
  }

  #pay(order: ModelOrder): void {
    order.attempted = true;
    order.reserved = order.amount;
    if (this.#options.directCapture) order.captured = order.amount;
  }

  // What we can ask for. All throw NotPossible.

  initiate(reference: string, amount: number): void {
    if (this.orders.has(reference)) throw new NotPossible('34');
    const fresh = {
      opened: false,
      attempted: false,
      reserved: 0,
      captured: 0,
      refunded: 0,
      cancelled: false,
    };
    const expiresAtMs = this.#options.now() + orderLifeMs;
    this.orders.set(reference, {
      reference,
      amount,
      expiresAtMs,
      ...fresh,
      paidAfterCancel: false,
      done: [],
    });
  }

  look(reference: string): Sight | null {
    const order = this.orders.get(reference);
    if (order === undefined) return null;
    return {
      scanned: order.opened,
      declined: order.attempted && order.reserved === 0,
      reservedAmount: order.reserved,
      capturedAmount: order.captured,
      refundedAmount: order.refunded,
      cancelled: order.cancelled,
      expired: false,
      doneKeys: this.#options.tellsKeys ? order.done.map(({ key }) => key) : null,
    };
  }

  cancel(reference: string): void {
    const order = this.#known(reference);
    if (order.cancelled || order.captured > 0) throw new NotPossible('51');
    order.cancelled = true;
  }

  /** @returns all that has been captured, or refunded, so far; the same answer for the same key. */
  operate(kind: Done['kind'], reference: string, key: string, amount: number): number {
    const order = this.#known(reference);
    const before = order.done.find((one) => one.key === key);
    if (before !== undefined) {
      if (before.kind !== kind || before.amount !== amount) throw new NotPossible('93');
      return before.total;
    }
    if (order.cancelled || order.reserved === 0) throw new NotPossible('61');
    const left = kind === 'capture' ? order.reserved - order.captured : order.captured - order.refunded;
    if (amount <= 0 || amount > left) throw new NotPossible(kind === 'capture' ? '62' : '71');
    if (kind === 'capture') order.captured += amount;
    else order.refunded += amount;
    const total = kind === 'capture' ? order.captured : order.refunded;
    order.done.push({ kind, key, amount, total });
    return total;
  }

  // What has reached us.

  /** @param untilMs an order that is asked for now does not come to be later than this. */
  askedFor(reference: string, untilMs: number): void {
    this.#askedFor.set(reference, untilMs);
  }

  heardRefusal(reference: string): void {
    this.#askedFor.delete(reference);
  }

  mayTurnUp(reference: string): boolean {
    return this.#options.now() < (this.#askedFor.get(reference) ?? 0);
  }

  /** How many looks have been answered. */
  looks(reference: string): number {
    return this.#looks.get(reference) ?? 0;
  }

  heardSight(reference: string, seen: Sight | null): void {
    this.#looks.set(reference, this.looks(reference) + 1);
    if (seen === null) return;
    if (seen.cancelled) this.toldOver.add(reference);
    else if (seen.reservedAmount > 0) this.toldPaid.add(reference);
  }

  heardCancel(reference: string): void {
    this.toldOver.add(reference);
  }

  #known(reference: string): ModelOrder {
    const order = this.orders.get(reference);
    if (order === undefined) throw new NotPossible(unknownOrder);
    return order;
  }
}
