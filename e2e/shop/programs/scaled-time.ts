// Time that goes faster for a process or a page under test than for us. `node --import <this file>?factor=4&originMs=…` scales
// the time of a whole process before its program is loaded; the program knows nothing of it.
import { ServerResponse } from 'node:http';

/** `factor` seconds pass for each of ours, from `originMs` (epoch milliseconds) on; all who share both agree on what time it is. */
export type TimeScale = { factor: number; originMs: number };
export const realTime: TimeScale = { factor: 1, originMs: 0 };

/** Scales the clocks and timers of this realm. It uses nothing outside of itself, so that a browser can be handed its text. */
export function scaleTime({ factor, originMs }: TimeScale): void {
  const RealDate = Date;
  const realNow = RealDate.now.bind(RealDate);
  const now = () => Math.floor(originMs + (realNow() - originMs) * factor);
  globalThis.Date = new Proxy(RealDate, {
    construct: (real, args, newTarget) =>
      Reflect.construct(real, args.length === 0 ? [now()] : args, newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (real, key, receiver) => (key === 'now' ? now : Reflect.get(real, key, receiver)),
  });
  const realPerformanceNow = performance.now.bind(performance);
  performance.now = () => realPerformanceNow() * factor;
  // How long a server waits for Vipps: undici's tick, by which it counts its timeouts, the whole of an answer, a start and an operation.
  // On a slow machine answers are late in real time.
  const patienceMs = [499, 6_500, 9_000];
  for (const name of ['setTimeout', 'setInterval'] as const) {
    const real = globalThis[name] as (act: () => void, ms?: number, ...rest: unknown[]) => unknown;
    const scaled = (act: () => void, ms = 0, ...rest: unknown[]) =>
      real(act, patienceMs.includes(ms) ? ms : ms / factor, ...rest);
    Object.assign(globalThis, { [name]: scaled });
  }
}

/** The option of Node that scales a process; none for a factor of 1. */
export function timeOption(scale: TimeScale): Record<string, string> {
  if (scale.factor === 1) return {};
  const url = new URL(import.meta.url);
  for (const [name, value] of Object.entries(scale)) url.searchParams.set(name, String(value));
  return { NODE_OPTIONS: `--import=${url.href}` };
}

/**
 * The clock that is counted from the start of the machine, which browsers do not have. It goes faster from `originMs` on, too: what one
 * server has stored by it is read by others, whose time goes otherwise, on machines that have been on for days.
 * @param sinceOriginMs how long ago that is now, in real time.
 */
function scaleSinceBoot(factor: number, sinceOriginMs: number): void {
  const real = process.hrtime.bigint;
  const originNs = Number(real()) - sinceOriginMs * 1e6;
  process.hrtime.bigint = () => BigInt(Math.floor(originNs + (Number(real()) - originNs) * factor));
}

/** Node writes the `Date` of an answer by a clock of its own, by which screens tell how long ago something was. */
function scaleDateHeader(): void {
  const { writeHead } = ServerResponse.prototype;
  function writeHeadWithDate(this: ServerResponse, ...parts: Parameters<typeof writeHead>) {
    if (!this.hasHeader('Date')) this.setHeader('Date', new Date().toUTCString());
    return writeHead.apply(this, parts);
  }
  Object.assign(ServerResponse.prototype, { writeHead: writeHeadWithDate });
}

const asked = new URL(import.meta.url).searchParams;
if (asked.has('factor')) {
  const [factor, originMs] = [Number(asked.get('factor')), Number(asked.get('originMs'))];
  scaleSinceBoot(factor, Date.now() - originMs);
  scaleTime({ factor, originMs });
  scaleDateHeader();
}
