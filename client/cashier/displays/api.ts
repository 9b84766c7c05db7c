// What the cashier's tab asks of the server about displays. All throw ApiError or UnreachableError.
import type { DisplayList, DisplayView } from '../../../server/contract/access.ts';
import { call } from '../../ui/api/api.ts';
import { answeredAtMs, serverClock } from '../../ui/till/server-clock.ts';

const pathOf = (id: string) => `/api/displays/${encodeURIComponent(id)}`;

/**
 * `waiting`: how many tablets show a code that nobody has entered. `atMs` is when the server answered, in epoch milliseconds by its own
 * clock.
 */
export type DisplaysState = {
  readonly displays: readonly DisplayView[];
  readonly waiting: number;
  readonly atMs: number;
};

/** The displays that are paired with a till. */
export async function fetchDisplays(tillId: string): Promise<DisplaysState> {
  const { body, headers } = await call('/api/displays');
  const { displays, waiting } = body as DisplayList;
  return {
    displays: displays.filter(({ till }) => till === tillId),
    waiting,
    atMs: answeredAtMs(headers.get('date')) ?? serverClock.nowMs(),
  };
}

/** Pairs the tablet that shows this code with the till. */
export const pairDisplay = (tillId: string, code: string) =>
  call(`/api/tills/${encodeURIComponent(tillId)}/displays`, { method: 'POST', body: { code } });

/** Has the display show the name of its till for a few seconds. */
export const identifyDisplay = (id: string) => call(`${pathOf(id)}/identify`, { method: 'POST', body: {} });

/** Takes the display's access away at once. */
export const unpairDisplay = (id: string) => call(pathOf(id), { method: 'DELETE' });

/** Ends the codes of all tablets that wait; those that are still there show another one. */
export const clearWaiting = () => call('/api/waiting-displays', { method: 'DELETE' });
