import type { Attack } from './attack.ts';
import { ask } from './request.ts';

/**
 * Exports all that was ever sold, again and again, as a program of the shop's own does that has lost its way; half of the answers are left
 * as soon as they begin. Two a second are more than one core makes of 10,000 payments.
 */
export const csvExports: Attack = {
  name: 'exports',
  bounds: { connections: 20, perSecond: 2, total: 1_200 },
  strike(strike) {
    const { target, random } = strike;
    const headers = { cookie: target.staff };
    return ask(strike, { path: '/api/payments.csv', headers, leavesEarly: random.chance(0.5) });
  },
};
