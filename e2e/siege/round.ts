// One siege: a shop opens and sells, attackers come, the shop goes on selling, and they leave again.
import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom, subSeedOf } from '../chaos/plan/random.ts';
import { manager } from '../shop/accounts.ts';
import { inspected, ServerMeter } from '../shop/programs/server-meter.ts';
import { Shop } from '../shop/shop.ts';
import { becomesTrue } from '../shop/waiting.ts';
import { attack } from './attackers.ts';
import type { Target } from './attacks/attack.ts';
import { Counter } from './shop/counter.ts';
import { heldBy, highestUntil, type InUse, ServerGone, untilBack } from './shop/meter.ts';
import { sellForYears } from './shop/years.ts';
import { backWithin, type Limits, type Round } from './verdict.ts';

export type Plan = {
  readonly seed: number;
  readonly seconds: number;
  /** Of each attack's bounds, 0 to 1. */
  readonly share: number;
  readonly attacks: readonly string[];
  /** How many payments the shop has stored before. */
  readonly stored: number;
  /** Variables of its server. */
  readonly settings: Readonly<Record<string, string>>;
};

const otherTill = '2';
const capturedWithinMs = 30_000;
const readyWithinMs = 10_000;
const warmUpSales = 2;
/** What is over shows in the memory of the server a moment later. */
const settlesMs = 2_000;

/** @throws ServerGone when the server does not outlive it; what it has printed is shown then. */
export async function playRound(plan: Plan, limits: Limits): Promise<Round> {
  const settings = { LOG_LEVEL: 'error', NODE_OPTIONS: inspected, ...plan.settings };
  const shop = await Shop.open(settings, { tills: 2 });
  const closing = new AbortController();
  let meter: ServerMeter | null = null;
  try {
    meter = await ServerMeter.on(shop.log);
    const tablet = await shop.pairDisplay(otherTill);
    const display = await shop.pairDisplay();
    const counter = new Counter(
      shop,
      createRandom(subSeedOf(plan.seed, -1)),
      `${display.name}=${display.value}`,
    );
    const screens = counter.screens.map((screen) => screen.run(closing.signal));
    for (let sale = 0; sale < warmUpSales; sale += 1) await counter.sell();
    await prepareHistory(shop, plan.stored);
    const target = await targetOf(shop, `${tablet.name}=${tablet.value}`);
    const inUse = inUseBy(meter);
    const round = await withstand({ shop, counter, target, inUse }, plan, limits);
    closing.abort();
    await Promise.all(screens);
    return round;
  } catch (error) {
    if (error instanceof ServerGone) console.log(shop.log);
    throw error;
  } finally {
    closing.abort();
    meter?.close();
    await shop.close();
  }
}

async function prepareHistory(shop: Shop, payments: number): Promise<void> {
  const isCaptured = async () => (await shop.payment())?.['capture'] === 'captured';
  if (!(await becomesTrue(isCaptured, capturedWithinMs))) throw new Error('the sale is not captured');
  const { reference = '' } = (await shop.payment()) ?? {};
  sellForYears(shop.database, reference, payments);
  await sleep(settlesMs);
}

async function targetOf(shop: Shop, tablet: string): Promise<Target> {
  const page = await (await fetch(`${shop.url}/display`)).text();
  const asset = /\/assets\/[\w.-]+\.js/.exec(page)?.[0];
  if (asset === undefined) throw new Error('the display loads no script: is the client built?');
  const { url } = shop;
  return { url, asset, tablet, tabletTill: otherTill, staff: shop.signedIn.cookie, staffName: manager.name };
}

const isReady = (url: string) =>
  fetch(`${url}/readyz`).then(
    ({ status }) => status === 200,
    () => false,
  );

const inUseBy =
  (meter: ServerMeter): InUse =>
  async () =>
    (await meter.read()).heapUsed / 1e6;

type Place = {
  readonly shop: Shop;
  readonly counter: Counter;
  readonly target: Target;
  readonly inUse: InUse;
};

async function withstand(
  { shop, counter, target, inUse }: Place,
  plan: Plan,
  limits: Limits,
): Promise<Round> {
  const { seed, seconds, share, attacks } = plan;
  const kept = { inUse: await inUse(), descriptors: heldBy(shop.pid).descriptors };
  const before = heldBy(shop.pid);
  const leaving = new AbortController();
  const besieged = attack({ target, seed, seconds, share, attacks }).finally(() => leaving.abort());
  const [tallies, sales, highest] = await Promise.all([
    besieged,
    counter.run(leaving.signal),
    highestUntil(shop.pid, leaving.signal),
  ]);
  const back = await untilBack(shop.pid, inUse, backWithin(kept), limits.backMs);
  const lives = await becomesTrue(() => isReady(shop.url), readyWithinMs);
  const failedPolls = counter.screens.map(({ failures }) => failures);
  return { tallies, sales, failedPolls, kept, before, highest, back, lives };
}
