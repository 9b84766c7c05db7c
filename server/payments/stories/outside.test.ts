// Stories of a real till that were red once, of what others do at Vipps: somebody in the portal, a subscriber in the app.
import { describe, it } from 'vitest';
import { live } from '../../testing/model/life.ts';
import type { Shop } from '../../testing/model/vipps/kinds.ts';

const auto: Shop = { kind: 'ecom', capture: 'auto', directCapture: false, tellsKeys: true };
const manual: Shop = { ...auto, capture: 'manual' };
const recurring: Shop = { ...manual, kind: 'recurring' };

const kept: [string, Shop, string][] = [
  [
    '[P1] nothing was taken is not said of an agreement that is cancelled when somebody has captured its first payment',
    recurring,
    'the cashier charges and the code comes up; the customer opens it and approves; somebody captures all in the portal; staff cancel',
  ],
  [
    '[P2] a refund of all that Vipps refuses, since somebody has refunded a part in the portal',
    auto,
    'a customer comes, and pays; staff refund all; somebody refunds a part in the portal',
  ],
  [
    '[P3] an agreement is stopped of which somebody has captured all in the portal',
    recurring,
    'a customer comes, and pays; somebody captures all in the portal; staff stop the agreement',
  ],
  [
    '[P1] what is left after somebody has captured a part in the portal is given back',
    manual,
    'a customer comes, and pays; somebody captures a part in the portal; staff release what is left',
  ],
  [
    '[P3] an agreement is given up that its subscriber has stopped in the app',
    recurring,
    'the cashier charges and the code comes up; trouble with the cancel: refused; staff cancel; the customer opens it and approves; the subscriber stops the agreement in the app',
  ],
];

describe('of a real till', () => {
  it.each(kept)('%s', async (_, shop, story) => {
    await live(shop, story.split('; '));
  });
});
