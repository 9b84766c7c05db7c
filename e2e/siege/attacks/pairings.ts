import type { Attack } from './attack.ts';
import { ask } from './request.ts';

/** Introduces tablets that nobody has, each of which wants a code: 100 of them once were all codes that there were. */
export const pairings: Attack = {
  name: 'pairings',
  bounds: { connections: 100, perSecond: 40, total: 24_000 },
  strike: (strike) => ask(strike, { method: 'POST', path: '/api/display', body: {} }),
};
