// The line between a shop and the simulator: real sockets, on which chosen calls go wrong. It writes down every call.
import type { ApiCall } from '../../simulator/control/call-counts.ts';
import type { Oddity } from '../../simulator/control/odd-answers.ts';
import type { Exchange } from '../../vipps/http/connection.ts';
import type { InProcess } from '../in-process.ts';
import type { ManualClock } from '../manual-clock.ts';
import { aPatientLine } from '../vipps.ts';
import { type Named, nameOf } from './calls.ts';
import { isTaken, type Taken, takerOf, takers } from './others.ts';

/** How a call to Vipps can go wrong; numbers are HTTP statuses. With the last three it is carried out. */
export type Fault =
  | ('refused' | 'reset' | 'hang' | 'slow')
  | ('401' | '403' | '404' | '409' | '429' | '500' | '503' | 'html')
  | ('cut' | 'wrong_shape' | 'drop_after');

/** An answer that is good, and odd in one way. */
export type OddAnswer = `odd ${Oddity}`;

/**
 * Rarer ones: said by the gateway, which knows no error codes; given up by the till, and carried out later all the same; or carried out,
 * and answered with what was true a minute before.
 */
export type RareFault =
  | '400'
  | 'no_tls'
  | 'gateway_403'
  | 'gateway_404'
  | 'gateway_409'
  | 'late'
  | 'stale'
  | 'in_progress'
  | 'never'
  | OddAnswer
  | Taken;

/** Seconds that a 429 asks to be left alone. */
export const retryAfterS = 7;

const status = (code: number) => ({ kind: 'status', status: code });
const byGateway = (code: number) => ({ ...status(code), by: 'gateway' });

/** The simulator cannot do these to itself. */
type Unconnected = 'refused' | 'no_tls';
type Plain = Exclude<Fault | RareFault, Unconnected | OddAnswer | Taken>;
/** What the simulator is told to do. */
const rules: Readonly<Record<Plain, object>> = {
  reset: { kind: 'reset' },
  hang: { kind: 'hang' },
  late: { kind: 'hang' },
  400: status(400),
  401: status(401),
  403: status(403),
  404: status(404),
  409: status(409),
  429: { ...status(429), retryAfter: retryAfterS },
  500: status(500),
  503: status(503),
  gateway_403: byGateway(403),
  gateway_404: byGateway(404),
  gateway_409: byGateway(409),
  slow: { kind: 'slow', delayMs: 10 },
  html: { kind: 'html', status: 200 },
  cut: { kind: 'cut' },
  wrong_shape: { kind: 'wrong_shape' },
  drop_after: { kind: 'drop_after' },
  never: { ...status(400), by: 'refusal' },
  in_progress: { ...status(409), by: 'progress' },
  stale: { kind: 'stale', delayMs: 60_000 },
};

function ruleOf(fault: Exclude<Fault | RareFault, Unconnected>): object {
  if (isTaken(fault)) return { kind: 'taken', other: takers[takerOf(fault)] };
  const [kind, oddity] = fault.split(' ');
  return kind === 'odd' ? { kind, oddity } : rules[fault as Plain];
}

/** How long such a call lasts by the till's clock: one that hangs until the read timeout, a slow one almost so. */
const lastsMs: Partial<Record<Fault | RareFault, number>> = { hang: 5_000, late: 5_000, slow: 4_000 };
/** So long after the till has given it up, a late call arrives. */
const lateMs = 8_000;
/** A port that is privileged and has had no service for decades. */
const nobodyListens = '1';

export type Strike = {
  on: ApiCall;
  fault: Fault | RareFault;
  /** How many calls it strikes; without it, all. */
  times?: number;
  /** For how long it strikes, by the manual clock; without it, for good. */
  forMs?: number;
};

export type LoggedCall = Named & {
  /** By the monotonic clock. */
  atMs: number;
  struckBy: Strike['fault'] | null;
  /** null when there was no answer. */
  status: number | null;
};

type Call = Parameters<Exchange>[0];
type Answer = Awaited<ReturnType<Exchange>>;
export type FaultyLine = ReturnType<typeof createFaultyLine>;

/** Which calls are struck: at any time, at most those of a plan. */
function createPlan(clock: ManualClock) {
  let plan: { strike: Strike; left: number; untilMs: number }[] = [];
  const forever = Number.POSITIVE_INFINITY;
  return {
    replace(strikes: Strike[]): void {
      const nowMs = clock.monotonicMs();
      plan = strikes.map((strike) => ({
        strike,
        left: strike.times ?? forever,
        untilMs: nowMs + (strike.forMs ?? forever),
      }));
    },
    next(call: ApiCall): Strike | null {
      const nowMs = clock.monotonicMs();
      const found = plan.find(
        ({ strike, left, untilMs }) => strike.on === call && left > 0 && nowMs < untilMs,
      );
      if (found === undefined) return null;
      found.left -= 1;
      return found.strike;
    },
  };
}

/** Has a call struck: the simulator is set up for this very one, so that no other can be struck in its place. */
function createStriker(simulator: InProcess, retryWhenLocked: Exchange, impatient: Exchange) {
  async function putFaults(all: object[]): Promise<void> {
    const { status, text } = await simulator('/simulator/faults', { method: 'PUT', body: { rules: all } });
    if (status !== 204) throw new Error(`the simulator took no fault: ${text}`);
  }

  return async ({ on, fault }: Strike, call: Call): Promise<Answer> => {
    if (fault === 'refused') {
      const url = new URL(call.origin);
      url.port = nobodyListens;
      return retryWhenLocked({ ...call, origin: url.origin });
    }
    // The simulator speaks plain HTTP, so that nothing secure comes about.
    if (fault === 'no_tls')
      return retryWhenLocked({ ...call, origin: call.origin.replace('http:', 'https:') });
    const { order: orderId } = nameOf(call);
    await putFaults([{ on, ...ruleOf(fault), ...(orderId && { orderId }), times: 1 }]);
    const exchange = fault === 'hang' || fault === 'late' ? impatient : retryWhenLocked;
    return exchange(call).finally(() => putFaults([]));
  };
}

/**
 * @param simulator must take faults.
 * @param onEnd called when a call has ended, before the shop hears of it.
 */
export function createFaultyLine(clock: ManualClock, simulator: InProcess, onEnd: () => Promise<void>) {
  // What does not hang must not be cut short on a busy machine, nor connecting where it does.
  const retryWhenLocked = aPatientLine();
  const impatient = aPatientLine({ readTimeoutMs: 50 });
  const strike = createStriker(simulator, retryWhenLocked.exchange, impatient.exchange);
  const plan = createPlan(clock);
  const underWay = new Set<Promise<unknown>>();
  const calls: LoggedCall[] = [];
  let stillToCome = 0;

  function track<T>(work: Promise<T>): Promise<T> {
    underWay.add(work);
    return work.finally(() => underWay.delete(work));
  }

  /** The real part of a call, in real time. */
  async function carry(call: Call, struckBy: Strike | null): Promise<PromiseSettledResult<Answer>> {
    const begun = { atMs: clock.monotonicMs(), status: null, struckBy: struckBy?.fault ?? null };
    const logged: LoggedCall = { ...nameOf(call), ...begun };
    calls.push(logged);
    const [outcome] = await Promise.allSettled([
      struckBy ? strike(struckBy, call) : retryWhenLocked.exchange(call),
    ]);
    if (outcome.status === 'fulfilled') logged.status = outcome.value.status;
    await onEnd();
    return outcome;
  }

  async function arriveLate({ signal: _, ...call }: Call): Promise<void> {
    stillToCome += 1;
    await clock.sleep(lateMs);
    await track(retryWhenLocked.exchange(call));
    stillToCome -= 1;
  }

  const exchange: Exchange = async (call) => {
    const struckBy = plan.next(nameOf(call).call);
    const outcome = await track(carry(call, struckBy));
    const restMs = (struckBy && lastsMs[struckBy.fault]) ?? 0;
    if (restMs > 0) await clock.sleep(restMs, call.signal);
    if (struckBy?.fault === 'late') void arriveLate(call);
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  };

  /** Resolves when no call is on the line and all that follows from the last has been done. No time passes. */
  async function settle(): Promise<void> {
    do {
      await Promise.all(underWay);
      await clock.settle();
    } while (underWay.size > 0);
  }

  return {
    exchange,
    calls,
    settle,
    /** From now on these calls go wrong, and no others. */
    strike: plan.replace,
    /** Whether nothing is on its way to Vipps that the till has given up. */
    isClear: () => stillToCome === 0,
    async close(): Promise<void> {
      await Promise.all([retryWhenLocked.close(), impatient.close()]);
    },
  };
}
