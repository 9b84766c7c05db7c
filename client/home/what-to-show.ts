import type { Home } from '../../server/contract/home.ts';

/** Whether a manager is told what comes next: until a display is there; in the demo screens pair themselves. */
export function needsNextSteps({ role, hasDisplay, phoneUrl }: Home): boolean {
  return role === 'manager' && !hasDisplay && phoneUrl === null;
}

/** Whether each till is shown with its shop. */
export function areOfSeveralShops(tills: Home['tills']): boolean {
  return tills.some(({ shop }) => shop !== tills[0]?.shop);
}
