import type { Attack } from './attack.ts';
import { ask } from './request.ts';

/**
 * Guesses PINs, half of them a manager's and half of people whom nobody knows: comparing one keeps a core busy for a tenth of a second, on
 * purpose, so that twenty a second would keep two.
 */
export const signIns: Attack = {
  name: 'sign-ins',
  bounds: { connections: 100, perSecond: 20, total: 12_000 },
  strike(strike) {
    const { target, random } = strike;
    const name = random.chance(0.5) ? target.staffName : `Nobody ${random.int(1, 100_000)}`;
    const pin = String(random.int(10_000_000, 99_999_999));
    return ask(strike, { method: 'POST', path: '/api/session', body: { name, pin } });
  },
};
