// The model of Vipps behind the gateway of a real till.
import { callOf } from '../../payments/watch/sent-calls.ts';
import type { Store, StoredOperation } from '../../store/store.ts';
import {
  type AgreementIds,
  type Gateway,
  type Operation,
  type Order,
  ReferenceTaken,
  StartUnfinished,
} from '../../vipps/gateway.ts';
import { certainlyNotDone, VippsRejected, VippsUnavailable } from '../../vipps/http/errors.ts';
import { createLine, type LineDeps, silence } from './line.ts';
import { checkStored, mayBeDenied, rule } from './rules.ts';
import { kinds } from './vipps/kinds.ts';
import { isTaken, NotPossible, turnsUpWithinMs } from './vipps/order.ts';
import type { ModelVipps } from './vipps/vipps.ts';

const retryAfterMs = 150;
const unknownOrder = '35';

type GatewayDeps = LineDeps & {
  /** Told of every write before it is sent. @throws for one too many. */
  countWrite: (reference: string, call: string) => void;
  vipps: ModelVipps;
  store: Pick<Store, 'find' | 'findOperation'>;
};

export function modelGateway(deps: GatewayDeps): Gateway {
  const { vipps, clock, store } = deps;
  const { send, arrive } = createLine(deps);
  const { isRepeatable, codeLifeMs } = kinds[vipps.kind];
  const isUnnamed = ({ agreement }: Order) => agreement !== null && agreement.id === null;

  /** By the keys of today. @throws NotPossible where it does not know the order by them. */
  async function known<T>(reference: string, act: () => T): Promise<T> {
    const payment = await store.find(reference);
    if (vipps.knows(payment?.qrExpiresAtMs != null)) return act();
    throw new NotPossible(unknownOrder);
  }

  async function operate(
    kind: StoredOperation['kind'],
    order: Order,
    { key, amountMinor }: Operation,
    signal?: AbortSignal,
  ) {
    await arrive(async () => {
      checkStored(await store.findOperation(key), kind, amountMinor);
      deps.countWrite(order.reference, callOf[kind]);
    });
    const act = () => known(order.reference, () => vipps.operate(kind, order, key, amountMinor));
    return send(act, signal, { kind: 'operation', old: (total) => total - amountMinor });
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
        { kind: 'start', mayBeLate: true },
      );
    return once().catch(async (error: unknown) => {
      if (!isRepeatable || signal?.aborted || !(error instanceof VippsUnavailable)) throw error;
      await clock.sleep(retryAfterMs, signal);
      // That the repeat was not carried out says nothing of the first.
      const mayBeDone = !certainlyNotDone(error);
      return once().catch((again: unknown) => {
        throw mayBeDone && certainlyNotDone(again) ? silence('unknown') : again;
      });
    });
  }

  return {
    async start(order, signal) {
      const { reference } = order;
      vipps.told.askedFor(reference, clock.steadyMs() + turnsUpWithinMs);
      const names = await initiate(order, signal).catch((error: unknown) => {
        if (error instanceof VippsRejected && error.code === isTaken) throw new ReferenceTaken(error);
        if (!certainlyNotDone(error)) throw new StartUnfinished(error, { lost: true });
        vipps.told.heardRefusal(reference);
        throw error;
      });
      const image = { contentType: 'image/svg+xml', bytes: Buffer.from('<svg/>') } as const;
      const presented = { image, expiresInMs: codeLifeMs };
      const act = async () => ({ ...presented, ...(names && { agreement: names }) });
      return send(act, signal, { kind: 'code' }).catch((error: unknown) => {
        throw new StartUnfinished(error, { lost: false, agreement: names });
      });
    },

    async poll(order, signal) {
      const { reference } = order;
      const asked = await store.find(reference);
      const isUnknown = (error: unknown) => error instanceof NotPossible && error.code === unknownOrder;
      const act = () =>
        known(reference, () => vipps.poll(order)).catch((error: unknown) => {
          if (isUnknown(error)) return null;
          throw error;
        });
      const denied = async () => {
        const payment = await store.find(reference);
        return payment !== null && mayBeDenied(payment, clock.steadyMs()) ? null : act();
      };
      const seen = await send(act, signal, {
        kind: 'poll',
        denied,
        old: (now) => vipps.lookedBefore(order) ?? now,
      });
      vipps.told.heardSight(reference, seen);
      // One that a cancel of ours may yet undo is not believed.
      if (seen?.isOurs && seen.accepted && asked?.closingFor !== 'timeout')
        vipps.told.accepted.add(reference);
      return seen;
    },

    async doneKeys({ reference }, signal) {
      const act = async () => vipps.orders.get(reference)?.done.map(({ key }) => key) ?? [];
      return send(act, signal);
    },

    async cancel(order, key, signal) {
      if (isUnnamed(order)) throw silence('not_done');
      await arrive(async () => deps.countWrite(order.reference, 'cancel'));
      await send(() => known(order.reference, () => vipps.cancel(order, key)), signal, {
        kind: 'cancel',
        mayBeLate: true,
      });
      vipps.told.heardCancel(order.reference);
    },

    capture: async (...call) => ({ capturedAmount: await operate('capture', ...call) }),
    refund: async (...call) => ({ refundedAmount: await operate('refund', ...call) }),
    async release(order, operation, signal) {
      if ((await store.findOperation(operation.key)) !== null)
        return void (await operate('release', order, operation, signal));
      await arrive(async () => deps.countWrite(order.reference, 'cancel'));
      const act = () => known(order.reference, () => vipps.cancelCharge(order, operation.key));
      await send(act, signal, { kind: 'cancel', mayBeLate: true });
    },
    stop: async (...call) => void (await operate('stop', ...call)),
    async sendReceipt({ reference }, signal) {
      const isPaid = async () => (await store.find(reference))?.state === 'approved';
      await send(async () => rule(await isPaid(), '[P1] a receipt is for what is paid', reference), signal);
    },
  };
}
