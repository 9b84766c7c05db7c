// What time it is at Vipps, by the dates of its answers: its clock and ours may be apart.
import type { Clock } from '../../core/clock.ts';
import type { Exchange } from './connection.ts';

export type VippsClock = {
  /** Epoch milliseconds, to the second; by our own clock until Vipps has told. */
  nowMs(): number;
  /** @returns `exchange`, listening for the dates of answers from `origin`. */
  heard(exchange: Exchange, origin: string): Exchange;
};

export function createVippsClock(clock: Pick<Clock, 'nowMs' | 'steadyMs'>): VippsClock {
  // Read when it is asked for: nearly no answer is.
  let last = { date: '', atMs: 0 };

  return {
    nowMs() {
      const toldMs = Date.parse(last.date);
      return Number.isNaN(toldMs) ? clock.nowMs() : toldMs + clock.steadyMs() - last.atMs;
    },
    heard: (exchange, origin) => async (call) => {
      const answer = await exchange(call);
      const { date } = answer.headers;
      if (date !== undefined && call.origin === origin) last = { date, atMs: clock.steadyMs() };
      return answer;
    },
  };
}
