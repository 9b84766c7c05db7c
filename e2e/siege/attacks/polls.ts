import type { Attack } from './attack.ts';
import { ask } from './request.ts';

/**
 * Polls a till in three ways: without any access, with keys that are guessed, and as a stolen tablet that has each answer held for as long
 * as it may ask for. Of those held, 200 are open at once: the bound of one siege is what 100 tills have.
 */
export const polls: Attack = {
  name: 'polls',
  bounds: { connections: 200, perSecond: 100, total: 60_000 },
  strike(strike) {
    const { target, random } = strike;
    const path = `/api/tills/${target.tabletTill}/payment`;
    const headers = random.pick<Record<string, string>>([
      {},
      { authorization: `Bearer ${random.int(1e14, 9e14)}` },
      { cookie: target.tablet, prefer: 'wait=10', 'if-none-match': '"unknown"' },
      { cookie: target.tablet, prefer: 'wait=10' },
    ]);
    return ask(strike, { path, headers });
  },
};
