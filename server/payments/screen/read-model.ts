// What a till shows now, and the tag by which a screen knows whether it has seen that.
import type { Viewer } from '../../access/displays/displays.ts';
import type { PaymentView, TillPayment } from '../../contract/payments.ts';
import type { Clock } from '../../core/clock.ts';
import { Refusal } from '../../core/refusal.ts';
import { findTill, type Tills } from '../../core/tills.ts';
import type { Store } from '../../store/store.ts';
import { isFinal } from '../payment/transitions.ts';
import { toView, whatToShow } from '../view.ts';
import type { Watch } from '../watch/watch.ts';
import { type BrandedTillDeps, createBrandedTills } from './branded-till.ts';

export type Shown = {
  /** Made when it is sent: most answers are that there is nothing new. */
  body(): Promise<TillPayment>;
  etag: string;
  /** When it changes by itself, though nobody does anything; null is never. */
  changesInMs: number | null;
  /** A payment is under way that has no result yet. */
  isUnderWay: boolean;
};

export type ScreenDeps = BrandedTillDeps & {
  tills: Tills;
  watch: Pick<Watch, 'isStuck'>;
  store: Pick<Store, 'findNewest' | 'findImage'>;
  clock: Clock;
};

/**
 * @throws Refusal `storage_unavailable` while what becomes of the payment cannot be stored; `not_found`.
 */
export type ReadTill = (till: string, viewer: Viewer) => Promise<Shown>;

/** A larger image is fetched by itself, rather than sent with each answer. */
const mostInlineBytes = 32 * 1024;

export const soonest = (...times: (number | null)[]) =>
  Math.min(...times.map((ms) => ms ?? Number.POSITIVE_INFINITY));

export function createReadModel(deps: ScreenDeps): ReadTill {
  const { tills, watch, store, clock } = deps;
  const brandedTill = createBrandedTills(deps);

  /** A display paints the code without asking for it: a request less that bad Wi-Fi could delay. */
  async function withCode(view: PaymentView): Promise<PaymentView> {
    const image = view.qr && (await store.findImage(view.reference));
    if (!view.qr || !image || image.bytes.length > mostInlineBytes) return view;
    const href = `data:${image.contentType};base64,${Buffer.from(image.bytes).toString('base64')}`;
    return { ...view, qr: { ...view.qr, href } };
  }

  return async (id, { isDisplay, identifiesForMs }) => {
    const { till, tag, changesInMs: brandChangesInMs } = brandedTill(findTill(id, tills));
    const { payment, changesInMs } = whatToShow(await store.findNewest(id), clock.steadyMs());
    if (payment !== null && watch.isStuck(payment.reference)) {
      throw new Refusal('storage_unavailable', 'What becomes of the payment cannot be stored. Trying again.');
    }
    const identify = identifiesForMs > 0;
    const version = payment === null ? 'idle' : `${payment.reference}.${payment.version}`;
    return {
      async body() {
        const view = payment && toView(payment, clock);
        return { till, payment: view && isDisplay ? await withCode(view) : view, identify };
      },
      etag: `"${tag}.${version}${isDisplay ? '.display' : ''}${identify ? '.identify' : ''}"`,
      isUnderWay: payment !== null && !isFinal(payment.state),
      changesInMs: soonestOf(changesInMs, brandChangesInMs, identify ? identifiesForMs : null),
    };
  };
}

/** Null when none of these is ever. */
function soonestOf(...times: (number | null)[]): number | null {
  return times.every((ms) => ms === null) ? null : soonest(...times);
}
