// What a till shows now, and the tag by which a screen knows whether it has seen that.
import { createHash } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { TillPayment, TillView } from '../contract.ts';
import { Refusal } from '../refusal.ts';
import type { Store } from '../store/store.ts';
import type { Payments } from './till.ts';
import { toView, whatToShow } from './view.ts';

export type Shown = {
  /** Made when it is sent: most answers are that there is nothing new. */
  body(): TillPayment;
  etag: string;
  /** When it changes by itself, though nobody does anything; null is never. */
  changesInMs: number | null;
};

export type ScreenDeps = {
  tills: readonly TillView[];
  payments: Pick<Payments, 'isStuck'>;
  store: Pick<Store, 'findNewest'>;
  clock: Clock;
};

/**
 * @param identifiesForMs for how much longer the display that asks is to show which one it is.
 * @throws Refusal `storage_unavailable` while what becomes of the payment cannot be stored; `not_found`.
 */
export type Look = (till: string, identifiesForMs: number) => Promise<Shown>;

export const soonest = (...times: (number | null)[]) =>
  Math.min(...times.map((ms) => ms ?? Number.POSITIVE_INFINITY));

export function createLook({ tills, payments, store, clock }: ScreenDeps): Look {
  const all = new Map(tills.map((till) => [till.id, { till, tag: tagOf(till) }]));

  return async (id, identifiesForMs) => {
    const found = all.get(id);
    if (found === undefined) throw new Refusal('not_found', `There is no till ${id}.`);
    const { till, tag } = found;
    const { payment, changesInMs } = whatToShow(await store.findNewest(id), clock.steadyMs());
    if (payment !== null && payments.isStuck(payment.reference)) {
      throw new Refusal('storage_unavailable', 'What becomes of the payment cannot be stored. Trying again.');
    }
    const identify = identifiesForMs > 0;
    const version = payment === null ? 'idle' : `${payment.reference}.${payment.version}`;
    return {
      body: () => ({ till, payment: payment && toView(payment, clock), identify }),
      etag: `"${tag}.${version}${identify ? '.identify' : ''}"`,
      changesInMs: identify ? soonest(changesInMs, identifiesForMs) : changesInMs,
    };
  };
}

/** Changes when the till's own settings do, so that no screen keeps an old name. */
function tagOf(till: TillView): string {
  return createHash('sha256').update(JSON.stringify(till)).digest('base64url').slice(0, 8);
}
