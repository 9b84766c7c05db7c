// The model of Vipps behind the gateway of a real till: calls take time, and come to grief on their way.
import type { Store } from '../store/store.ts';
import { certainlyNotDone, VippsRejected, VippsUnavailable } from '../vipps/errors.ts';
import { type Gateway, type Operation, StartUnfinished } from '../vipps/gateway.ts';
import type { ManualClock } from './manual-clock.ts';
import { checkStored, rule } from './model-rules.ts';
import { type ModelVipps, NotPossible, turnsUpWithinMs } from './model-vipps.ts';
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

  async function operate(kind: 'capture' | 'refund', operation: Operation, signal?: AbortSignal) {
    const { reference, key, amountMinor } = operation;
    return send(async () => {
      checkStored(await store.findOperation(key), kind, amountMinor);
      return vipps.operate(kind, reference, key, amountMinor);
    }, signal);
  }

  return {
    async start({ reference, amount }, signal) {
      const initiate = async () => {
        rule((await store.find(reference)) !== null, '[P2] stored before Vipps hears of it', reference);
        vipps.initiate(reference, amount.value);
      };
      vipps.askedFor(reference, clock.steadyMs() + turnsUpWithinMs);
      await send(initiate, signal, { mayBeLate: true }).catch((error: unknown) => {
        if (!certainlyNotDone(error)) throw new StartUnfinished(error, { lost: true });
        vipps.heardRefusal(reference);
        throw error;
      });
      const image = { contentType: 'image/svg+xml', bytes: Buffer.from('<svg/>') } as const;
      return send(async () => ({ image, expiresInMs: qrLifeMs }), signal).catch((error: unknown) => {
        throw new StartUnfinished(error, { lost: false });
      });
    },

    async look(reference, signal) {
      const act = async () => vipps.look(reference);
      const denied = async () => {
        const payment = await store.find(reference);
        return payment !== null && mayBeDenied(payment, clock.steadyMs()) ? null : act();
      };
      const seen = await send(act, signal, { denied });
      vipps.heardSight(reference, seen);
      return seen;
    },

    async cancel(reference, _text, signal) {
      await send(async () => vipps.cancel(reference), signal, { mayBeLate: true });
      vipps.heardCancel(reference);
    },

    capture: async (operation, signal) => ({ capturedAmount: await operate('capture', operation, signal) }),
    refund: async (operation, signal) => ({ refundedAmount: await operate('refund', operation, signal) }),
  };
}
