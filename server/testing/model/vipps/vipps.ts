// Vipps MobilePay as property tests imagine it: what its orders allow. Amounts are minor units.
import { lagMs } from '../../../payments/watch/schedule.ts';
import type { AgreementIds, Order, PolledOrder } from '../../../vipps/gateway.ts';
import { type Kind, kinds, type Shop } from './kinds.ts';
import {
  type Done,
  type Earlier,
  isTaken,
  type ModelOrder,
  makeOrder,
  NotPossible,
  uncaptured,
} from './order.ts';
import { ModelPhone } from './phone.ts';
import { Told } from './told.ts';

/** What we call an order: an agreement goes by the name that Vipps gave it. */
type Named = Pick<Order, 'reference'> & { readonly agreement: AgreementIds | { readonly id: null } | null };

const unknownOrder = '35';

type Seen = { seen: PolledOrder; atMs: number };
type VippsOptions = Omit<Shop, 'capture'> & { now: () => number };

export class ModelVipps {
  readonly orders = new Map<string, ModelOrder>();
  readonly told: Told;
  readonly kind: Kind;
  /** The customer's. */
  readonly phone: ModelPhone;
  #isForgotten = false;
  readonly #earlier: Earlier[] = [];
  /** The last two sights of each, the older first. */
  readonly #before = new Map<string, [Seen, Seen]>();
  readonly #options: VippsOptions;
  readonly #traits: (typeof kinds)[Kind];

  constructor(options: VippsOptions) {
    this.kind = options.kind;
    this.told = new Told(options.now);
    this.#options = options;
    this.#traits = kinds[options.kind];
    this.phone = new ModelPhone(this, options);
  }

  /** @param isForgotten the keys are those of another sales unit now; otherwise they are ours again. */
  forget(isForgotten: boolean): void {
    this.#isForgotten = isForgotten;
  }

  /** What nobody was shown may come to be, or not, under the keys that it is looked for with. */
  knows = (wasShown: boolean): boolean => !(this.#isForgotten && wasShown);

  canBePaid(order: ModelOrder): boolean {
    return (
      !order.ended && !order.approved && (this.#options.now() < order.expiresAtMs || this.#isAtBank(order))
    );
  }

  #isAtBank = ({ approved, atBankUntilMs }: ModelOrder): boolean =>
    !approved && this.#options.now() < atBankUntilMs;

  /** An agreement on which we could charge, or whose first payment failed. */
  isRunning(reference: string): boolean {
    const order = this.orders.get(reference);
    if (order === undefined || this.#traits.agreement === null) return false;
    return (order.approved || order.attempted) && !order.ended;
  }

  // What we can ask for. All throw NotPossible.

  /** Somebody is faster than we are next time. */
  isFaster(earlier: Earlier): void {
    // An agreement without a first payment has no reference that could be in use.
    if (this.kind !== 'recurring free') this.#earlier.push(earlier);
  }

  /** @returns what an agreement is called from now on; null for a sale. */
  initiate(reference: string, amount: number): AgreementIds | null {
    const earlier = this.orders.has(reference) ? undefined : this.#earlier.shift();
    if (earlier !== undefined) this.#make(reference, amount, earlier);
    const found = this.orders.get(reference);
    if (found !== undefined) {
      if (!this.#traits.isRepeatable || found.isEarlier) throw new NotPossible(isTaken);
      return this.#nameOf(reference);
    }
    this.#make(reference, amount, null);
    return this.#nameOf(reference);
  }

  #make(reference: string, amount: number, earlier: Earlier | null): void {
    const expiresAtMs = this.#options.now() + this.#traits.orderLifeMs;
    this.orders.set(reference, makeOrder({ reference, amount, expiresAtMs }, earlier));
  }

  /** What it looked like when it was polled a moment ago, as answers that lag show it; null where that is too long ago. */
  lookedBefore({ reference }: Named): PolledOrder | null {
    const [last] = this.#before.get(reference) ?? [];
    return last && this.#options.now() - last.atMs < lagMs ? last.seen : null;
  }

  poll(named: Named): PolledOrder | null {
    const order = this.#find(named) ?? this.#findByCharge(named);
    if (order === undefined) return null;
    const seen = this.#polled(order, named);
    const now = { seen, atMs: this.#options.now() };
    const [, last = now] = this.#before.get(order.reference) ?? [];
    this.#before.set(order.reference, [last, now]);
    return seen;
  }

  #polled(order: ModelOrder, named: Named): PolledOrder {
    const names = named.agreement?.id === null && order.isOurs ? this.#nameOf(order.reference) : null;
    const { attempted, approved, isCharging, ended, captured, released, done } = order;
    const { showsScan, showsDecline, agreement } = this.#traits;
    const moved = done.filter(({ kind }) => kind === 'capture' || kind === 'refund');
    return {
      isOurs: order.isOurs,
      scanned: showsScan && order.opened,
      declined: showsDecline && attempted && !approved,
      accepted: agreement !== null && approved && !isCharging && !ended,
      reservedAmount: order.reserved,
      capturedAmount: captured,
      refundedAmount: order.refunded,
      releasedAmount: released,
      // Only eCom says so of a rest that was given back.
      cancelled:
        ended && !isCharging && (this.kind === 'ecom' || (captured === 0 && uncaptured(order) === 0)),
      ...(agreement !== null && ended && { stopped: true }),
      expired: this.#hasExpired(order),
      doneKeys: this.#options.tellsKeys ? moved.map(({ key }) => key) : null,
      ...(names && { agreement: names }),
    };
  }

  /** A key that was answered is answered the same for ever, and nothing is done; eCom takes none. */
  cancel(named: Named, key: string): void {
    this.#once(named, key, (order) => this.#cancel(order));
  }

  /** Of an agreement that is over, under the key of an intent: the first charge is cancelled. */
  cancelCharge(named: Named, key: string): void {
    this.#once(named, key, (order) => void this.#operations.release(order, 0));
  }

  #once(named: Named, key: string, act: (order: ModelOrder) => void): void {
    const order = this.#known(named);
    const before = this.kind === 'ecom' ? undefined : order.cancels.get(key);
    if (before === null) return;
    if (before !== undefined) throw before;
    try {
      act(order);
      order.cancels.set(key, null);
    } catch (error) {
      if (error instanceof NotPossible) order.cancels.set(key, error);
      throw error;
    }
  }

  #cancel(order: ModelOrder): void {
    if (this.#isAtBank(order)) throw new NotPossible('52');
    // An agreement ends whatever has become of its first payment.
    const isTaken = order.captured > 0 && this.#traits.agreement === null;
    if (order.ended || isTaken || this.#hasExpired(order)) throw new NotPossible('51');
    if (order.captured === 0) order.released = order.reserved;
    order.isCharging = false;
    order.ended = true;
  }

  /** @returns all that has been captured, refunded or released so far; the same answer for the same key. */
  operate(kind: Done['kind'], named: Named, key: string, amount: number): number {
    const order = this.#known(named);
    const before = order.done.find((one) => one.key === key);
    if (before !== undefined) {
      if (before.kind !== kind || before.amount !== amount) throw new NotPossible('93');
      return before.total;
    }
    const total = this.#operations[kind](order, amount);
    order.done.push({ kind, key, amount, total });
    return total;
  }

  readonly #operations: Record<Done['kind'], (order: ModelOrder, amount: number) => number> = {
    capture: (order, amount) => {
      if (amount <= 0 || amount > uncaptured(order)) throw new NotPossible('61');
      order.captured += amount;
      return order.captured;
    },
    refund: (order, amount) => {
      if (amount <= 0 || amount > order.captured - order.refunded) throw new NotPossible('71');
      order.refunded += amount;
      return order.refunded;
    },
    release: (order) => {
      if (uncaptured(order) === 0) throw new NotPossible('51');
      order.ended ||= this.#traits.agreement === null;
      order.released += uncaptured(order);
      return order.released;
    },
    stop: (order) => {
      if (!this.isRunning(order.reference)) throw new NotPossible('illegal-agreement-update');
      order.ended = true;
      // A charge that is captured in part is left as it is.
      if (order.captured === 0) order.released += uncaptured(order);
      return order.released;
    },
  };

  #nameOf(reference: string): AgreementIds | null {
    const { agreement, amount } = this.#traits;
    if (agreement === null) return null;
    return { id: `agr-${reference}`, chargeId: amount > 0 ? `chr-${reference}` : null };
  }

  /** One whose customer has tried a card does not run out by itself any more. */
  #hasExpired(order: ModelOrder): boolean {
    const { ended, approved, attempted, expiresAtMs } = order;
    if (this.#isAtBank(order)) return false;
    const isUntouched = !ended && !approved && !(attempted && this.#traits.agreement !== null);
    return this.#traits.tellsExpired && isUntouched && this.#options.now() >= expiresAtMs;
  }

  #find({ reference, agreement }: Named): ModelOrder | undefined {
    const isKnown = (agreement?.id ?? null) === (this.#nameOf(reference)?.id ?? null);
    return isKnown ? this.orders.get(reference) : undefined;
  }

  /** An agreement that has not been named is found by its first payment, which goes by our reference. */
  #findByCharge({ reference, agreement }: Named): ModelOrder | undefined {
    const hasCharge = this.#traits.agreement !== null && this.#traits.amount > 0;
    return agreement?.id === null && hasCharge ? this.orders.get(reference) : undefined;
  }

  #known(named: Named): ModelOrder {
    const order = this.#find(named);
    if (order === undefined) throw new NotPossible(unknownOrder);
    if (!order.isOurs) throw new Error('[P11] what is not ours is never touched');
    return order;
  }
}
