import type { Attack } from './attack.ts';
import { ask } from './request.ts';

/** Asks whether the server is well, which anybody may: each question whether it is ready was a write to the disk. */
export const healthChecks: Attack = {
  name: 'health-checks',
  bounds: { connections: 100, perSecond: 200, total: 120_000 },
  strike: (strike) => ask(strike, { path: strike.random.pick(['/readyz', '/readyz', '/healthz']) }),
};
