// One loop per payment that is not over, shared by every screen (P5). It needs no open screen, and survives restarts (P10).
import { type Clock, within } from '../../core/clock.ts';
import { describe, newSchedule, pollEveryMs, pollSoon, type Schedule } from './schedule.ts';
import { createSteps, type StepDeps } from './steps.ts';

export type Watch = {
  /**
   * Watches a payment from now on; if it is watched already, sees at once whether something is due.
   * @param isRecovered a server that is gone has watched it before.
   */
  begin(reference: string, isRecovered?: boolean): void;
  /** Something may have changed at Vipps: looks at once, unless it was polled within the last second (P5). */
  nudge(reference: string): void;
  /** As `begin`; resolves when this operation has been tried, or the server stops. */
  tryOperation(reference: string, key: string): Promise<void>;
  /** How many payments are watched now. */
  size(): number;
  /** What Vipps shows of it could not be taken in the last time, for a fault of ours: what is stored may be old. */
  isStuck(reference: string): boolean;
  /** Ends every loop: no new call to Vipps begins, calls under way get `graceMs` to finish. */
  stop(graceMs: number): Promise<void>;
};

type Loop = { schedule: Schedule; wake: () => void; woken: boolean; stuck: boolean; done: Promise<void> };

/** After a fault of ours (a locked database, say) a payment is tried again this much later. */
const faultPauseMs = 2_000;

export function createWatch(deps: Omit<StepDeps, 'onTried'> & { clock: Clock }): Watch {
  const { clock, log } = deps;
  const loops = new Map<string, Loop>();
  const tried = new Map<string, PromiseWithResolvers<void>>();
  /** [P5] When those were looked at last that were watched until a moment ago, the oldest first. */
  const polledAtMs = new Map<string, number>();
  const stopping = new AbortController();
  const calls = new AbortController();
  const step = createSteps({ ...deps, onTried: (key) => tried.get(key)?.resolve() });

  async function run(reference: string, loop: Loop): Promise<void> {
    const { schedule } = loop;
    while (!stopping.signal.aborted) {
      loop.woken = false;
      let atMs: number | null;
      try {
        atMs = await step(reference, schedule, calls.signal);
        loop.stuck = false;
      } catch (error) {
        log.error({ reference, ...describe(error) }, 'watch');
        loop.stuck = true;
        atMs = clock.monotonicMs() + faultPauseMs;
      }
      if (loop.woken) continue;
      if (atMs === null) break;
      const leftMs = atMs - clock.monotonicMs();
      if (leftMs <= 0) continue;
      await new Promise<void>((resolve) => {
        const cancel = clock.after(leftMs, resolve);
        loop.wake = () => {
          cancel();
          resolve();
        };
      });
    }
    // In the same turn as the decision to end: a command that comes a moment later begins a new loop.
    loops.delete(reference);
    rememberLook(reference, schedule);
  }

  function rememberLook(reference: string, schedule: Schedule): void {
    polledAtMs.delete(reference);
    polledAtMs.set(reference, schedule.polledAtMs);
    for (const [one, atMs] of polledAtMs) {
      if (clock.monotonicMs() - atMs < pollEveryMs) break;
      polledAtMs.delete(one);
    }
  }

  function begin(reference: string, isRecovered = false): void {
    if (stopping.signal.aborted) return;
    const running = loops.get(reference);
    if (running) {
      running.woken = true;
      running.wake();
      return;
    }
    const schedule = newSchedule(clock.monotonicMs(), isRecovered, polledAtMs.get(reference));
    const loop: Loop = { schedule, wake: () => {}, woken: false, stuck: false, done: Promise.resolve() };
    loops.set(reference, loop);
    loop.done = run(reference, loop);
  }

  return {
    begin,
    nudge(reference) {
      const running = loops.get(reference);
      if (running) pollSoon(running.schedule, clock.monotonicMs());
      begin(reference);
    },
    async tryOperation(reference, key) {
      const trying = tried.get(key) ?? Promise.withResolvers<void>();
      tried.set(key, trying);
      begin(reference);
      if (stopping.signal.aborted) trying.resolve();
      await trying.promise.finally(() => tried.delete(key));
    },
    size: () => loops.size,
    isStuck: (reference) => loops.get(reference)?.stuck === true,
    async stop(graceMs) {
      stopping.abort();
      for (const loop of loops.values()) {
        // A loop that is in a call now must not sleep after it.
        loop.woken = true;
        loop.wake();
      }
      const all = Promise.all([...loops.values()].map((loop) => loop.done));
      await within(clock, graceMs, all);
      calls.abort();
      await all;
      for (const trying of tried.values()) trying.resolve();
    },
  };
}
