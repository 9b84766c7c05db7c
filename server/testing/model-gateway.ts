// The model of Vipps behind the gateway of a real till: calls take time, and come to grief on their way.
import type { Store, StoredOperation } from '../store/store.ts';
import { certainlyNotDone, VippsRejected, VippsUnavailable } from '../vipps/errors.ts';
import {
  type AgreementIds,
  type Gateway,
  type Operation,
  type Order,
  StartUnfinished,
} from '../vipps/gateway.ts';
import type { ManualClock } from './manual-clock.ts';
import { kinds } from './model-kinds.ts';
import { checkStored, rule } from './model-rules.ts';
import { type ModelVipps, NotPossible, orderLifeMs, turnsUpWithinMs } from './model-vipps.ts';
import { mayBeDenied } from './model-watch.ts';

/** What becomes of a call. `turned away`: by something in between, which says nothing about money. */
export const troubles = [
  'refused',
  'call lost',
  'answer lost',
  'call late',
  'not reached',
  'turned away',
] as const;
export type Trouble = (typeof troubles)[number];

/** One way; a call takes two. */
export const travelMs = 100;
const timeoutMs = 5_000;
const lateMs = 8_000;
const retryAfterMs = 150;
/** Long enough for a customer, short enough for a test. */
const qrLifeMs = 20_000;

const where = { method: 'POST', path: '/', requestId: 'r' };
const no = (code: string) => new VippsRejected('no', { ...where, status: 400, code });
const turnedAway = () => new VippsRejected('who are you', { ...where, status: 401 });
const silence = (outcome: 'not_done' | 'unknown') => new VippsUnavailable('no answer', { ...where, outcome });

type GatewayDeps = {
  vipps: ModelVipps;
  clock: ManualClock;
  store: Pick<Store, 'find' | 'findOperation'>;
  /** What the next calls come to, the first first; a call beyond them is answered. */
  troubles: Trouble[];
  /** Where broken rules go: whoever calls would take them for a fault of Vipps. */
  onBroken: (error: unknown) => void;
};

export function modelGateway(deps: GatewayDeps): Gateway {
  const { vipps, clock, store, troubles } = deps;
  const { isRepeatable, hasOwnCode } = kinds[vipps.kind];
  const isUnnamed = ({ agreement }: Order) => agreement !== null && agreement.id === null;

  async function arrive<T>(act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (error) {
      if (error instanceof NotPossible) throw no(error.code);
      deps.onBroken(error);
      throw error;
    }
  }

  /** Sends one call. @param denied what a refusal looks like, where it is not an error. */
  async function send<T>(
    act: () => Promise<T>,
    signal: AbortSignal | undefined,
    { denied, mayBeLate = false }: { denied?: () => Promise<T>; mayBeLate?: boolean } = {},
  ): Promise<T> {
    const trouble = troubles.shift() ?? null;
    if (trouble === 'not reached' || signal?.aborted) throw silence('not_done');
    await clock.sleep(travelMs, signal);
    if (trouble === 'turned away') throw turnedAway();
    if (trouble === 'refused' && denied === undefined) throw no('99');
    if (trouble === 'call late' && mayBeLate) {
      clock
        .sleep(lateMs)
        .then(() => arrive(act))
        .catch(() => undefined);
    }
    const isLost = trouble === 'call lost' || trouble === 'call late';
    const answer = isLost ? null : arrive(trouble === 'refused' && denied ? denied : act);
    if (isLost || trouble === 'answer lost') {
      await Promise.all([answer?.catch(() => undefined), clock.sleep(timeoutMs, signal)]);
      throw silence('unknown');
    }
    const heard = (await answer) as T;
    await clock.sleep(travelMs, signal);
    if (signal?.aborted) throw silence('unknown');
    return heard;
  }

  async function operate(
    kind: StoredOperation['kind'],
    order: Order,
    { key, amountMinor }: Operation,
    signal?: AbortSignal,
  ) {
    return send(async () => {
      checkStored(await store.findOperation(key), kind, amountMinor);
      return vipps.operate(kind, order, key, amountMinor);
    }, signal);
  }

  /** Once, or once more where that makes one order. */
  async function initiate({ reference, amount }: Order, signal?: AbortSignal): Promise<AgreementIds | null> {
    const once = () =>
      send(
        async () => {
          rule((await store.find(reference)) !== null, '[P2] stored before Vipps hears of it', reference);
          return vipps.initiate(reference, amount.value);
        },
        signal,
        { mayBeLate: true },
      );
    return once().catch(async (error: unknown) => {
      if (!isRepeatable || signal?.aborted || !(error instanceof VippsUnavailable)) throw error;
      await clock.sleep(retryAfterMs, signal);
      return once();
    });
  }

  return {
    async start(order, signal) {
      const { reference } = order;
      vipps.askedFor(reference, clock.steadyMs() + turnsUpWithinMs);
      const names = await initiate(order, signal).catch((error: unknown) => {
        if (!certainlyNotDone(error)) throw new StartUnfinished(error, { lost: true });
        vipps.heardRefusal(reference);
        throw error;
      });
      const image = { contentType: 'image/svg+xml', bytes: Buffer.from('<svg/>') } as const;
      const presented = { image, expiresInMs: hasOwnCode ? orderLifeMs : qrLifeMs };
      return send(async () => ({ ...presented, ...(names && { agreement: names }) }), signal).catch(
        (error: unknown) => {
          throw new StartUnfinished(error, { lost: false, agreement: names });
        },
      );
    },

    async look(order, signal) {
      const { reference } = order;
      const act = async () => vipps.look(order);
      const denied = async () => {
        const payment = await store.find(reference);
        return payment !== null && mayBeDenied(payment, clock.steadyMs()) ? null : act();
      };
      const seen = isUnnamed(order) ? null : await send(act, signal, { denied });
      vipps.heardSight(reference, seen);
      return seen;
    },

    async cancel(order, signal) {
      if (isUnnamed(order)) throw silence('not_done');
      await send(async () => vipps.cancel(order), signal, { mayBeLate: true });
      vipps.heardCancel(order.reference);
    },

    capture: async (...call) => ({ capturedAmount: await operate('capture', ...call) }),
    refund: async (...call) => ({ refundedAmount: await operate('refund', ...call) }),
    release: async (...call) => void (await operate('release', ...call)),
    stop: async (...call) => void (await operate('stop', ...call)),
    async sendReceipt({ reference }, signal) {
      const isPaid = async () => (await store.find(reference))?.state === 'approved';
      await send(async () => rule(await isPaid(), '[P1] a receipt is for what is paid', reference), signal);
    },
  };
}
