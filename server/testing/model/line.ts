// The line between a till and the model of Vipps: calls take time, are held up, and come to grief on their way.
import { VippsRejected, VippsUnavailable } from '../../vipps/http/errors.ts';
import type { ManualClock } from '../manual-clock.ts';
import { NotPossible } from './vipps/order.ts';

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
const never = () => new Promise<never>(() => undefined);

const where = { method: 'POST', path: '/', requestId: 'r' };
export const no = (code: string) => new VippsRejected('no', { ...where, status: 400, code });
const busy = () => new VippsRejected('in progress', { ...where, status: 409, code: 'Conflict' });
const turnedAway = () => new VippsRejected('who are you', { ...where, status: 401 });
export const silence = (outcome: 'not_done' | 'unknown') =>
  new VippsUnavailable('no answer', { ...where, outcome });

export type LineDeps = {
  clock: ManualClock;
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

export function createLine({ clock, troubles, held, power, onBroken }: LineDeps) {
  async function arrive<T>(act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (error) {
      if (error instanceof NotPossible) throw no(error.code);
      onBroken(error);
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

  return { send, arrive };
}
