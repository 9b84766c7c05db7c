// The model of Vipps behind the gateway of a real till: calls take time, are held up, and come to grief on their way.
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
import type { ManualClock } from '../manual-clock.ts';
import { checkStored, mayBeDenied, rule } from './rules.ts';
import { kinds } from './vipps/kinds.ts';
import { isTaken, NotPossible, turnsUpWithinMs } from './vipps/order.ts';
import type { ModelVipps } from './vipps/vipps.ts';

/**
 * What becomes of a call. `held`: until the story lets it go on, or its caller has given it up; a start or a cancel arrives later then.
 * `turned away`: by something in between, which says nothing about money. `in progress`: of
 * the same request, says a Vipps that is busy. `old answer`: it is done, and answered with what was true before.
 */
export const fates = [
  'refused',
  'call lost',
  'call held',
  'answer lost',
  'answer held',
  'not reached',
  'turned away',
  'old answer',
  'in progress',
] as const;
/** Meant for the next call of all, or for the next of a kind. */
export type Trouble = {
  of: 'call' | 'start' | 'code' | 'poll' | 'cancel' | 'operation';
  fate: (typeof fates)[number];
};

/** One way; a call takes two. */
export const travelMs = 100;
const timeoutMs = 5_000;
const lateMs = 20_000;
const retryAfterMs = 150;
const unknownOrder = '35';
const never = () => new Promise<never>(() => undefined);

const where = { method: 'POST', path: '/', requestId: 'r' };
const no = (code: string) => new VippsRejected('no', { ...where, status: 400, code });
const busy = () => new VippsRejected('in progress', { ...where, status: 409, code: 'Conflict' });
const turnedAway = () => new VippsRejected('who are you', { ...where, status: 401 });
const silence = (outcome: 'not_done' | 'unknown') => new VippsUnavailable('no answer', { ...where, outcome });

const writesAMinute = 5;
const minuteMs = 60_000;

/** [P5] Counts what is sent to change an order. */
export function createWriteCount(now: () => number) {
  const sent = new Map<string, number[]>();
  return (reference: string, call: string): void => {
    const of = `${call} of ${reference}`;
    const all = [...(sent.get(of) ?? []), now()];
    sent.set(of, all);
    const recent = all.filter((atMs) => atMs > now() - minuteMs);
    rule(recent.length <= writesAMinute, `[P5] more than ${writesAMinute} a minute: ${of}`, all);
  };
}

type GatewayDeps = {
  /** Told of every write before it is sent. @throws for one too many. */
  countWrite: (reference: string, call: string) => void;
  vipps: ModelVipps;
  clock: ManualClock;
  store: Pick<Store, 'find' | 'findOperation'>;
  /** What the next calls come to, the first first; a call that none is meant for is answered. */
  troubles: Trouble[];
  /** What lets the calls and answers that are held go on. */
  held: Set<() => void>;
  /** A server without power asks and hears nothing any more; what it has sent goes on. */
  power: { isOn: boolean };
  /** Where broken rules go: a caller would take them for a fault of Vipps. */
  onBroken: (error: unknown) => void;
};

type Call<T> = {
  kind?: Trouble['of'];
  denied?: () => Promise<T>;
  /** What was true before, where an answer can be old. */
  old?: (answer: T) => T;
  mayBeLate?: boolean;
};

export function modelGateway(deps: GatewayDeps): Gateway {
  const { vipps, clock, store, troubles, held, power } = deps;
  const { isRepeatable, codeLifeMs } = kinds[vipps.kind];
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

  /** Resolves when the story lets it go on, or else by itself in the end; where `isLost`, never then. */
  function goesOn(isLost: boolean): Promise<void> {
    return new Promise((resolve) => {
      const go = () => {
        cancel();
        held.delete(go);
        resolve();
      };
      const cancel = isLost ? clock.after(timeoutMs, () => held.delete(go)) : clock.after(lateMs, go);
      held.add(go);
    });
  }

  function fateOf(kind: Trouble['of']): Trouble['fate'] | null {
    const at = troubles.findIndex(({ of }) => of === 'call' || of === kind);
    return at < 0 ? null : (troubles.splice(at, 1)[0]?.fate ?? null);
  }

  /** Sends one call. @param kind what troubles are meant for it. @param denied what a refusal looks like, where it is not an error. */
  async function send<T>(
    act: () => Promise<T>,
    signal: AbortSignal | undefined,
    { kind = 'call', denied, old = (answer) => answer, mayBeLate = false }: Call<T> = {},
  ): Promise<T> {
    if (!power.isOn) await never();
    const fate = fateOf(kind);
    if (fate === 'not reached' || signal?.aborted) throw silence('not_done');

    async function thereAndBack(): Promise<T> {
      await clock.sleep(travelMs, signal);
      if (fate === 'turned away') throw turnedAway();
      if (fate === 'refused' && denied === undefined) throw no('91');
      if (fate === 'in progress') throw busy();
      if (fate === 'call lost') await never();
      if (fate === 'call held') await goesOn(!mayBeLate);
      const answer = await arrive(fate === 'refused' && denied ? denied : act);
      if (fate === 'answer lost') await never();
      if (fate === 'answer held') await goesOn(true);
      await clock.sleep(travelMs, signal);
      if (signal?.aborted) throw silence('unknown');
      return fate === 'old answer' ? old(answer) : answer;
    }
    const patience = async () => {
      await clock.sleep(timeoutMs, signal);
      throw silence('unknown');
    };
    const isSlow = fate !== null && !['refused', 'turned away', 'old answer', 'in progress'].includes(fate);
    const heard = isSlow ? Promise.race([thereAndBack(), patience()]) : thereAndBack();
    return heard.finally(() => (power.isOn ? undefined : never()));
  }

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
