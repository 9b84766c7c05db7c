// After how long without anybody working on it a session locks itself.
import type { TillView } from '../../contract/payments.ts';
import type { EnvReader } from '../env-reader.ts';

const minuteMs = 60_000;
/** No session lasts longer. */
const mostMinutes = 720;

/** The demo does not lock itself: its PIN stands on its sign-in page, and who looks around in it comes and goes. */
const otherwise: Readonly<Record<TillView['environment'], string>> = {
  demo: '0',
  test: '30',
  production: '30',
};

/** @returns milliseconds; null is never. */
export function readLockAfter(read: EnvReader, environment: TillView['environment']): number | null {
  const value = read.text('LOCK_AFTER') ?? otherwise[environment];
  if (!/^\d{1,3}$/.test(value) || Number(value) > mostMinutes) {
    read.wrong('LOCK_AFTER', value, `minutes, at most ${mostMinutes}; 0 is never`);
    return null;
  }
  return Number(value) === 0 ? null : Number(value) * minuteMs;
}
