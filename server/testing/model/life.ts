// A story of a real till from its first step to its rest, and what must hold all the while.
import { Counter } from './counter.ts';
import { checkEnd, rule } from './rules.ts';
import { openShop } from './server.ts';
import { take } from './steps.ts';
import type { Shop } from './vipps/kinds.ts';

const minuteMs = 60_000;

/** Everybody has gone home: troubles pass, time runs out, and late money is looked for. */
async function rest(counter: Counter): Promise<void> {
  const { shop } = counter;
  shop.vipps.forget(false);
  const watched = () => shop.server().watch.size();
  for (let minutes = 0; minutes < 60 && (minutes < 2 || watched() > 0); minutes += 1) {
    await shop.clock.advance(minuteMs);
  }
  await findWhatOthersDid(counter);
  shop.check();
  counter.checkAnswers();
  rule(watched() === 0, 'every watch ends', watched());
  checkEnd({ ...(await shop.stored()), vipps: shop.vipps, capture: shop.capture });
}

/** What others have done at Vipps is found by a comparison; what we have done must need none. */
async function findWhatOthersDid(counter: Counter): Promise<void> {
  counter.shop.troubles.length = 0;
  for (const payment of counter.payments()) {
    const order = counter.shop.vipps.orders.get(payment.reference);
    if (order?.isInPortal || order?.stoppedInApp) counter.check(payment);
  }
  await counter.shop.clock.advance(minuteMs);
}

/** @returns each event that was committed, and each state, with its problem. @throws what breaks a rule. */
export async function live(options: Shop, story: readonly string[]): Promise<Set<string>> {
  const shop = await openShop(options);
  try {
    const counter = new Counter(shop);
    for (const step of story) {
      await take(counter, step);
      await shop.clock.settle();
      shop.check();
    }
    await rest(counter);
    return shop.book.reached;
  } finally {
    await shop.close();
  }
}
