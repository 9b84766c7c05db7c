// What the cashier's tab asks of the server about displays. All throw ApiError or UnreachableError.
import type { DisplayView } from '../../server/contract-access.ts';
import { call } from '../ui/api.ts';

const pathOf = (id: string) => `/api/displays/${encodeURIComponent(id)}`;

/** The displays that are paired with a till. */
export async function fetchDisplays(tillId: string): Promise<DisplayView[]> {
  const { displays } = (await call('/api/displays')).body as { displays: DisplayView[] };
  return displays.filter(({ till }) => till === tillId);
}

/** Pairs the tablet that shows this code with the till. */
export const pairDisplay = (tillId: string, code: string) =>
  call(`/api/tills/${encodeURIComponent(tillId)}/displays`, { method: 'POST', body: { code } });

/** Has the display show the name of its till for a few seconds. */
export const identifyDisplay = (id: string) => call(`${pathOf(id)}/identify`, { method: 'POST', body: {} });

/** From now on the display sees nothing of any till. */
export const cutOffDisplay = (id: string) => call(pathOf(id), { method: 'DELETE' });
