// What the Vipps of the property tests has told us of its orders, by reference.
import type { PolledOrder } from '../../../vipps/gateway.ts';

export class Told {
  /** References of which we have heard that they are paid, or that nothing is held. */
  readonly paid = new Set<string>();
  readonly over = new Set<string>();
  /** Of which a poll has shown last that nothing is held. */
  readonly gone = new Set<string>();
  /** Agreements that were running when we last heard of them, and those of which we have ever believed it. */
  readonly running = new Set<string>();
  readonly accepted = new Set<string>();
  readonly #polls = new Map<string, number>();
  /** Until when an order that was asked for may still come to be. */
  readonly #askedFor = new Map<string, number>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** @param untilMs an order that is asked for now does not come to be later than this. */
  askedFor(reference: string, untilMs: number): void {
    this.#askedFor.set(reference, untilMs);
  }

  heardRefusal(reference: string): void {
    this.#askedFor.delete(reference);
    this.over.add(reference);
  }

  mayTurnUp(reference: string): boolean {
    return this.#now() < (this.#askedFor.get(reference) ?? 0);
  }

  /** How many looks have been answered. */
  polls(reference: string): number {
    return this.#polls.get(reference) ?? 0;
  }

  heardSight(reference: string, seen: PolledOrder | null): void {
    this.#polls.set(reference, this.polls(reference) + 1);
    if (seen === null) return;
    if (!seen.isOurs) {
      this.over.add(reference);
      return;
    }
    const isGone = seen.cancelled && !seen.accepted;
    this.gone[isGone ? 'add' : 'delete'](reference);
    this.running[seen.accepted ? 'add' : 'delete'](reference);
    if (seen.cancelled || seen.expired) this.over.add(reference);
    else if (seen.accepted || seen.reservedAmount > 0) this.paid.add(reference);
  }

  heardCancel(reference: string): void {
    this.over.add(reference);
    this.running.delete(reference);
  }
}
